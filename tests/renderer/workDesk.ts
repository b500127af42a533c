import { flushPromises } from '@vue/test-utils'
import { expect, vi } from 'vitest'
import type { WorkList } from '../../core/case/workLists.ts'
import type { RequestName } from '../../core/contract.ts'
import type { Role } from '../../core/staff.ts'
import WorkScreen from '../../renderer/features/work/WorkScreen.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import { MONDAY, openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { SCHOOL_LINES } from './workLines.ts'

/** One list of the work on a fake desk, with what stands beside it. */
export async function workDesk(
  list: WorkList,
  {
    roles = ['clerk', 'supervisor'],
    prepare = () => undefined,
  }: {
    readonly roles?: readonly Role[]
    readonly prepare?: (kiosk: FakeKiosk) => void
  } = {},
) {
  const operator = { id: 'o-1', name: '李老师', roles, classes: [] }
  const desk = openDesk({ operator, clock: { offsetMs: MONDAY - Date.now(), settable: true } })
  const { page, kiosk } = await mountPage(WorkScreen, {
    desk,
    prepare(fake) {
      fake.cases.lines = SCHOOL_LINES
      prepare(fake)
    },
  })
  await useDesk().start()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  async function settled(): Promise<void> {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await flushPromises()
  }
  /** what is lazy comes a moment later */
  const comes = (name: string) => vi.waitFor(() => expect(at(name).exists()).toBe(true), 5_000)
  async function press(name: string): Promise<void> {
    await comes(name)
    await at(name).trigger('click')
    await settled()
  }
  await press(`work-${list}`)
  return {
    ...{ page, kiosk, at, press, comes, settled },
    asked: (name: RequestName) => kiosk.asked.filter((one) => one.name === name),
  }
}
