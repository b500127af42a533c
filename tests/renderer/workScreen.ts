import { flushPromises } from '@vue/test-utils'
import type { CaseLineShown } from '../../core/caseRequests.ts'
import WorkScreen from '../../renderer/features/work/WorkScreen.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { SCHOOL_LINES } from './workLines.ts'

/** The work of a school on a fake desk, as it opens. */
export async function workScreen(
  lines: readonly CaseLineShown[] = SCHOOL_LINES,
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  const { page, kiosk } = await mountPage(WorkScreen, {
    language,
    prepare: (desk) => {
      desk.cases.lines = lines
      prepare(desk)
    },
  })
  await useDesk().start()
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await flushPromises()
  }
  const rows = () => page.findAll('[data-test="work-row"]')
  const ids = () => rows().map((row) => row.attributes('data-student-id'))
  return { page, kiosk, at, press, rows, ids }
}
