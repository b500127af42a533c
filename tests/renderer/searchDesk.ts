import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import type { SearchAnswer } from '../../core/search.ts'
import App from '../../renderer/App.vue'
import { usePlace } from '../../renderer/stores/place.ts'
import { mountPage } from './mountPage.ts'
import { found, line } from './pupils.ts'

/** Each test has a page of its own, whose time stands still until it is moved on. */
export function pagesOfTheirOwn(): void {
  enableAutoUnmount(afterEach)
  beforeEach(() =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] }),
  )
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })
}

/** A desk that finds these pupils whatever is typed, and hands to type with. */
export async function searchDesk(answer: SearchAnswer = found([line()])) {
  const { page, kiosk } = await mountPage(App, { prepare: (fake) => (fake.found = answer) })
  const field = page.find<HTMLInputElement>('[data-test="search-input"]')
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const type = async (text: string, composing = false) => {
    field.element.focus()
    field.element.value = text
    field.element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }))
    await flushPromises()
  }
  const key = async (code: string, part: KeyboardEventInit = {}) => {
    field.element.dispatchEvent(
      new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...part }),
    )
    await flushPromises()
  }
  const queries = () =>
    kiosk.asked
      .filter(({ name }) => name === 'search.find')
      .map(({ args }) => (args as { text: string }).text)
  return { page, kiosk, field, at, type, key, queries }
}

/** Whose page is open; null: nobody's. */
export const opened = (): string | null => usePlace().studentId
