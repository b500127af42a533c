import { flushPromises } from '@vue/test-utils'
import { nextTick } from 'vue'
import type { Role } from '../../core/staff.ts'
import type { TapShown } from '../../core/tapShown.ts'
import type { CaseShown } from '../../core/caseRequests.ts'
import CaseScreen from '../../renderer/features/case/CaseScreen.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useVerify } from '../../renderer/stores/verify.ts'
import { MONDAY, openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

/** The case page on a fake desk, and hands to play it with. */
export async function caseDesk(
  shown: CaseShown | null,
  {
    roles = ['clerk', 'supervisor'],
    language = 'zh-CN',
    prepare = () => undefined,
  }: {
    readonly roles?: readonly Role[]
    readonly language?: 'zh-CN' | 'en'
    readonly prepare?: (kiosk: FakeKiosk) => void
  } = {},
) {
  const operator = { id: 'o-1', name: '李老师', roles, classes: [] }
  const desk = openDesk({ operator, clock: { offsetMs: MONDAY - Date.now(), settable: true } })
  const { page, kiosk } = await mountPage(CaseScreen, {
    ...{ desk, language },
    prepare(fake) {
      fake.cases.page = shown
      prepare(fake)
    },
  })
  await useDesk().start()
  usePlace().openCase(shown?.person.studentId ?? 's-1')
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  return {
    ...{ page, kiosk, at },
    async press(name: string) {
      const one = at(name)
      if (one.element instanceof HTMLInputElement && one.element.type === 'radio')
        await one.setValue(true)
      else await one.trigger(name === 'case-go' ? 'submit' : 'click')
      await flushPromises()
    },
    async type(name: string, text: string) {
      await at(name).setValue(text)
      await flushPromises()
    },
    /** what the desk was asked to do */
    acts: () => kiosk.asked.filter(({ name }) => name === 'case.act').map(({ args }) => args),
    async lay(tap: TapShown) {
      useVerify().show(tap)
      await nextTick()
      await flushPromises()
    },
    async draw() {
      const pad = at('sign-pad')
      for (const [x, y] of [
        [10, 10],
        [60, 40],
        [120, 20],
      ] as const)
        await pad.trigger(x === 10 ? 'pointerdown' : 'pointermove', {
          ...{ clientX: x, clientY: y, button: 0, pointerId: 1 },
        })
      await pad.trigger('pointerup', { pointerId: 1 })
      await flushPromises()
    },
  }
}
