import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import type { OpenDesk } from '../../core/deskState.ts'
import type { StudentPage } from '../../core/studentShown.ts'
import App from '../../renderer/App.vue'
import { usePlace } from '../../renderer/stores/place.ts'
import { openDesk } from './builders.ts'
import { mountPage } from './mountPage.ts'
import { PUPILS } from './pupils.ts'

/** The whole page at a pupil, and hands to play it with. null: not on the roll. */
export async function studentDesk(
  shown: keyof typeof PUPILS | StudentPage | null,
  { scanned = 'c-1', desk = openDesk() }: { scanned?: string; desk?: OpenDesk } = {},
) {
  const pupil = typeof shown === 'string' ? (PUPILS[shown] ?? null) : (shown as StudentPage | null)
  const { page, kiosk } = await mountPage(App, {
    desk,
    prepare: (fake) => (fake.page = pupil),
  })
  const settle = async () => {
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  usePlace().openStudent('s-1', scanned)
  await settle()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await settle()
  }
  const asks = (name: string) => kiosk.asked.filter((one) => one.name === name)
  return { page, kiosk, at, press, asks, settle }
}
