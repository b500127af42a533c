// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import App from '../../renderer/App.vue'
import { TWO_FRAMES_MS } from '../../renderer/composables/twoFrames.ts'
import { useVerify } from '../../renderer/stores/verify.ts'
import { openDesk, person, tap, TAPS } from './builders.ts'
import { mountPage } from './mountPage.ts'

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function desk(clearAfterSeconds = 15) {
  const { page, kiosk } = await mountPage(App, {
    desk: openDesk({ settings: { ...DEFAULT_SETTINGS, clearAfterSeconds } }),
  })
  const has = (name: string) => page.find(`[data-test="${name}"]`).exists()
  const show = async (shown = TAPS.valid) => {
    kiosk.tap(shown)
    await flushPromises()
  }
  return { page, kiosk, has, show }
}

describe('a verdict on the screen', () => {
  it('takes the place of the invitation, and gives it back after the set seconds', async () => {
    const { has, show } = await desk(20)
    expect(has('waiting')).toBe(true)
    await show()
    expect([has('waiting'), has('verdict')]).toEqual([false, true])
    await vi.advanceTimersByTimeAsync(19_900)
    expect(has('verdict')).toBe(true)
    await vi.advanceTimersByTimeAsync(200)
    expect([has('waiting'), has('verdict')]).toEqual([true, false])
  })

  it('leaves name and face nowhere when it clears, but a line in the list', async () => {
    const { page, show } = await desk()
    await show(tap({ kind: 'valid', notes: [] }, { person: person({ name: '林小满' }) }))
    expect(page.find('[data-test="verdict-heard"]').text()).toContain('林小满')
    await vi.advanceTimersByTimeAsync(15_100)
    expect(useVerify().shown).toBeNull()
    expect(page.find('[data-test="recent-taps"]').text()).toContain('林小满')
    page.find('[data-test="recent-taps"]').element.remove()
    expect(document.body.innerHTML).not.toContain('林小满')
  })

  it('clears at once with Esc', async () => {
    const { has, show } = await desk()
    await show()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await flushPromises()
    expect(has('verdict')).toBe(false)
  })

  it('gives way to the next one at once, which has its whole time', async () => {
    const { page, has, show } = await desk()
    await show(TAPS.valid)
    await vi.advanceTimersByTimeAsync(10_000)
    await show(TAPS.lost)
    expect(page.find('[data-test="verdict"]').attributes('data-kind')).toBe('lost')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(has('verdict')).toBe(true)
    expect(page.findAll('[data-test="recent-taps"] li')).toHaveLength(2)
  })

  it('says how long it stays by a line that shortens each second, from its whole length', async () => {
    const { page, show } = await desk(10)
    const length = () => page.find<HTMLElement>('.foot .line').element.style.transform
    await show(TAPS.valid)
    expect(length()).toBe('scaleX(1)')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(length()).toBe('scaleX(0.5)')
    await show(TAPS.lost)
    expect(length()).toBe('scaleX(1)')
  })

  it('has its line in the list changed by a change of the language', async () => {
    const { page, kiosk, show } = await desk()
    await show(TAPS.lost)
    await vi.advanceTimersByTimeAsync(TWO_FRAMES_MS)
    const line = () => page.find('[data-test="recent-taps"] li .what').text()
    const chinese = line()
    kiosk.push(openDesk({ settings: { ...DEFAULT_SETTINGS, language: 'en' } }))
    await flushPromises()
    expect(line()).not.toBe(chinese)
    expect(line()).toMatch(/[a-z]/)
  })

  it('fetches the clerk from another screen', async () => {
    const { page, has, show } = await desk()
    await page.find('[data-test="nav-start"]').trigger('click')
    expect(has('waiting')).toBe(false)
    await show()
    expect(has('verdict')).toBe(true)
  })
})

describe('the face', () => {
  it('is asked for by the student, shown once decoded, and revoked when it leaves', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:face')
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined)
    vi.spyOn(Image.prototype, 'decode').mockResolvedValue(undefined)
    const { page, kiosk, has, show } = await desk()
    kiosk.photo = { mime: 'image/jpeg', bytes: new Uint8Array([1]) }
    await show()
    expect(kiosk.asked.map(({ name }) => name)).not.toContain('photo.get')
    await vi.advanceTimersByTimeAsync(TWO_FRAMES_MS)
    expect(kiosk.asked.at(-1)).toEqual({ name: 'photo.get', args: { studentId: 's-1' } })
    expect(page.find('[data-test="photo"]').attributes('src')).toBe('blob:face')
    await vi.advanceTimersByTimeAsync(15_100)
    expect(has('photo')).toBe(false)
    expect(made).toHaveBeenCalledOnce()
    expect(revoked).toHaveBeenCalledWith('blob:face')
  })
})

describe('the list of last taps', () => {
  it('says what it is for while it is empty', async () => {
    const { page } = await desk()
    expect(page.find('[data-test="recent-taps"]').text()).toContain('还没有人刷卡')
  })
})
