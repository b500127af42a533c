// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../renderer/App.vue'
import type { ScanAnswer } from '../../core/search.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { TAPS } from './builders.ts'
import { mountPage } from './mountPage.ts'
import { line, pupil, TWINS } from './pupils.ts'

// Listeners of an earlier page would take the keys of the next one.
enableAutoUnmount(afterEach)
let at = 0

beforeEach(() => {
  at = 10_000
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

/** @returns whether the page's own default would have happened */
function press(code: string, part: KeyboardEventInit & { readonly after?: number } = {}): boolean {
  at += part.after ?? 8
  const event = new KeyboardEvent('keydown', {
    code,
    key: 'Process',
    bubbles: true,
    cancelable: true,
    ...part,
  })
  Object.defineProperty(event, 'timeStamp', { value: at })
  return (document.activeElement ?? document.body).dispatchEvent(event)
}

/** Types as a wedge does: what is not prevented is written into the field with the focus. */
function scan(digits: string, suffix: string | null = 'Enter'): void {
  for (const digit of digits)
    if (press(`Digit${digit}`) && document.activeElement instanceof HTMLInputElement) {
      document.activeElement.value += digit
      document.activeElement.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  if (suffix !== null) press(suffix)
}

const STUDENT: ScanAnswer = { kind: 'student', student: line(), by: 'card-number', cardId: 'c-1' }

async function desk(scanned: ScanAnswer = STUDENT) {
  const { page, kiosk } = await mountPage(App, {
    prepare: (fake) => {
      fake.scanned = scanned
      fake.page = pupil()
    },
  })
  const looked = () =>
    kiosk.asked.filter(({ name }) => name === 'scan.look').map(({ args }) => args)
  const field = page.find<HTMLInputElement>('[data-test="search-input"]').element
  const has = (name: string) => page.find(`[data-test="${name}"]`).exists()
  const settle = async () => {
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  return { page, kiosk, looked, field, has, settle }
}

describe('a scan', () => {
  it('opens the pupil’s page with the card marked', async () => {
    const { page, looked, has, settle } = await desk()
    scan('20131234')
    await settle()
    expect(looked()).toEqual([{ text: '20131234' }])
    expect(usePlace().studentId).toBe('s-1')
    expect(has('card-scanned')).toBe(true)
    expect(page.find('[data-test="student-name"]').text()).toBe('张子涵')
  })

  it('without a suffix is looked up after a pause', async () => {
    const { looked } = await desk()
    scan('20131234', null)
    await vi.advanceTimersByTimeAsync(90)
    expect(looked()).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(looked()).toEqual([{ text: '20131234' }])
  })

  it('leaves in the focused field what was typed before, and no garbage', async () => {
    const { field, looked, settle } = await desk()
    field.focus()
    field.value = 'zhang'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    at += 400
    scan('20131234')
    expect(field.value).toBe('zhang')
    expect(looked()).toEqual([{ text: '20131234' }])
    await settle()
    expect(field.value).toBe('zhang')
  })

  it.each([null, 'Enter'])(
    'with nothing in it gives the field back, too: suffix %s',
    async (suffix) => {
      const { field, looked } = await desk()
      field.focus()
      // Numbers of Alt that stand for no character.
      press('AltLeft', { altKey: true })
      for (const digit of '4294967296') press(`Numpad${digit}`, { altKey: true })
      expect(document.activeElement).not.toBe(field)
      window.dispatchEvent(new KeyboardEvent('keyup', { code: 'AltLeft' }))
      if (suffix !== null) press(suffix)
      await vi.advanceTimersByTimeAsync(110)
      expect(document.activeElement).toBe(field)
      expect(looked()).toEqual([])
    },
  )

  it('presses no button with its last key', async () => {
    const { page } = await desk()
    const button = page.find<HTMLElement>('[data-test="nav-start"]').element
    button.focus()
    scan('20131234', null)
    expect(press('Enter')).toBe(false)
    button.focus()
    at += 500
    press('Digit1')
    expect(press('Enter')).toBe(false)
    expect(press('Enter', { after: 800 })).toBe(true)
  })

  it('of a code for several shows them and asks to choose', async () => {
    const { page, has, settle } = await desk({ kind: 'several', students: TWINS })
    scan('20131234')
    await settle()
    expect(page.findAll('[data-test="search-hit"]')).toHaveLength(2)
    expect(page.find('[data-test="search-choose"]').text()).toContain('请选择')
    expect(has('student')).toBe(false)
  })

  it.each([
    ['unknown-number', { kind: 'none', why: 'unknown-number' }],
    ['looks-like-birth-date', { kind: 'none', why: 'looks-like-birth-date' }],
    ['nothing-in-it', { kind: 'none', why: 'nothing-in-it' }],
    ['other-school', { kind: 'other-school', school: '示例小学' }],
  ] as const)('that leads to nobody says so and goes by itself: %s', async (kind, answer) => {
    const { page, has, settle } = await desk(answer)
    scan('20131234')
    await settle()
    expect(page.find('[data-test="scan-notice"]').attributes('data-kind')).toBe(kind)
    expect(page.find('[data-test="scan-notice"]').text()).not.toMatch(/scan\./)
    await vi.advanceTimersByTimeAsync(15_100)
    expect(has('scan-notice')).toBe(false)
  })

  it('that could not be looked up says why', async () => {
    const { page, kiosk, settle } = await desk()
    kiosk.refuse.set('scan.look', 'db-busy')
    scan('20131234')
    await settle()
    expect(page.find('[data-test="scan-notice"]').text()).toContain('数据正被别的程序占用')
  })

  it('gives way to a tap that came before its answer', async () => {
    const { kiosk, has, settle } = await desk()
    scan('20131234')
    kiosk.tap(TAPS.valid)
    await settle()
    expect([has('verdict'), has('student')]).toEqual([true, false])
  })
})
