import { flushPromises } from '@vue/test-utils'
import type { AuditEntry } from '../../core/audit.ts'
import type { Args, AuditCheckShown, AuditPage, RequestName } from '../../core/contract.ts'
import type { OpenDesk } from '../../core/deskState.ts'
import LogScreen from '../../renderer/features/log/LogScreen.vue'
import { NAMES, rows } from './logRows.ts'
import { mountPage } from './mountPage.ts'
import { alone, deskOf } from './staffLines.ts'

export const SUPERVISOR = deskOf('supervisor')

/** The screen of the log, and hands to play it with. */
export async function logScreen(
  options: {
    readonly entries?: readonly AuditEntry[]
    readonly pupils?: AuditPage['pupils']
    readonly check?: AuditCheckShown
    readonly desk?: OpenDesk
    readonly refused?: RequestName
  } = {},
) {
  const { page, kiosk } = await mountPage(alone(LogScreen, options.desk ?? SUPERVISOR), {
    prepare: (fake) => {
      fake.staff.entries = options.entries ?? rows(60)
      fake.staff.names = NAMES
      fake.staff.pupils = options.pupils ?? {}
      if (options.check) fake.staff.check = options.check
      if (options.refused) fake.refuse.set(options.refused, 'internal')
    },
  })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const all = (name: string) => page.findAll(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger(at(name).element.matches('[type="submit"]') ? 'submit' : 'click')
    await flushPromises()
  }
  const asked = <N extends RequestName>(name: N) =>
    kiosk.asked
      .filter((one) => one.name === name)
      .map(({ args }) => structuredClone(args) as Args<N>)
  return { page, kiosk, at, all, press, asked }
}
