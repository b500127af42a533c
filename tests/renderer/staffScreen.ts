import { flushPromises } from '@vue/test-utils'
import type { Args, RequestName } from '../../core/contract.ts'
import type { OpenDesk } from '../../core/deskState.ts'
import StaffScreen from '../../renderer/features/staff/StaffScreen.vue'
import { mountPage } from './mountPage.ts'
import { alone, CLASSES, deskOf, PEOPLE } from './staffLines.ts'

/** The screen of the people, and hands to play it with. */
export async function staffScreen(
  desk: OpenDesk = deskOf('administrator'),
  refused: readonly RequestName[] = [],
) {
  const { page, kiosk } = await mountPage(alone(StaffScreen, desk), {
    prepare: (fake) => {
      fake.staff.staff = PEOPLE
      fake.staff.classes = CLASSES
      for (const name of refused) fake.refuse.set(name, 'right-missing')
    },
  })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger(at(name).element.matches('[type="submit"]') ? 'submit' : 'click')
    await flushPromises()
  }
  const fill = (name: string, text: string) => at(name).setValue(text)
  const tick = (name: string) => at(name).trigger('change')
  /** What crossed the bridge, as only plain values do. */
  const asked = <N extends RequestName>(name: N) =>
    kiosk.asked
      .filter((one) => one.name === name)
      .map(({ args }) => structuredClone(args) as Args<N>)
  return { page, kiosk, at, press, fill, tick, asked }
}

type Screen = Awaited<ReturnType<typeof staffScreen>>

/** A new clerk, not saved yet. */
export async function typeNew({ press, fill, tick }: Screen, pin = '730251'): Promise<void> {
  await press('staff-add')
  await fill('staff-name', ' 孙悦 ')
  await tick('staff-role-clerk')
  await fill('staff-pin', pin)
  await fill('staff-pin-again', pin)
}
