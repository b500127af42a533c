import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import { openDesk, MONDAY } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { signInDesk } from './signInDesk.ts'

/** A whole page at one of the administrator's screens, at the desk's time of MONDAY. */
export async function careDesk(
  screen: string,
  desk = openDesk(),
  prepare: (kiosk: FakeKiosk) => unknown = () => undefined,
) {
  const clock = { offsetMs: MONDAY - Date.now(), settable: true }
  const shown = await signInDesk({ ...desk, clock }, (kiosk) => void prepare(kiosk))
  await shown.click(`nav-${screen}`)
  const press = async (name: string) => {
    const one = shown.at(name)
    await one.trigger(one.element.matches('[type="submit"]') ? 'submit' : 'click')
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  const args = (name: string) => shown.asks(name).map((one) => one.args)
  return { ...shown, press, args }
}
