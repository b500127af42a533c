import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import type { DeskState } from '../../core/deskState.ts'
import App from '../../renderer/App.vue'
import { lockedDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

/** A whole page at a desk that is locked or open, and hands to play it with. */
export async function signInDesk(
  desk: DeskState = lockedDesk(),
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
) {
  const { page, kiosk } = await mountPage(App, { desk, prepare })
  const settle = async () => {
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  await settle()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const click = async (name: string) => {
    await at(name).trigger('click')
    await settle()
  }
  const type = async (name: string, text: string) => {
    await at(name).setValue(text)
    await settle()
  }
  const key = async (code: string, part: KeyboardEventInit = {}, on?: string) => {
    const target = on === undefined ? window : at(on).element
    target.dispatchEvent(
      new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...part }),
    )
    await settle()
  }
  const asks = (name: string) => kiosk.asked.filter((one) => one.name === name)
  const signIn = async (pin: string) => {
    await type('pin', pin)
    await at('pin-panel').trigger('submit')
    await settle()
  }
  const pinText = () => (at('pin').element as HTMLInputElement).value
  return { page, kiosk, settle, at, click, type, key, asks, signIn, pinText }
}
