// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pageStays } from '../../renderer/features/student/pageStays.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { MONDAY, TAPS } from './builders.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'], now: MONDAY }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('leaving a pupil’s page', () => {
  it('happens by itself when nobody touches anything, and not before', async () => {
    const { at, settle } = await studentDesk('good')
    await vi.advanceTimersByTimeAsync(110_000)
    window.dispatchEvent(new Event('pointermove'))
    await vi.advanceTimersByTimeAsync(110_000)
    expect(at('student').exists()).toBe(true)
    await vi.advanceTimersByTimeAsync(11_000)
    await settle()
    expect([at('student').exists(), at('waiting').exists()]).toEqual([false, true])
  })

  it('happens with Esc, and with a tap', async () => {
    const { kiosk, at, settle } = await studentDesk('good')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape' }))
    await settle()
    expect(at('waiting').exists()).toBe(true)
    usePlace().openStudent('s-1')
    await settle()
    kiosk.tap(TAPS.lost)
    await settle()
    expect([at('student').exists(), at('verdict').exists()]).toEqual([false, true])
  })

  it.each([
    [5, 60],
    [15, 120],
    [120, 300],
  ])('at a clearing time of %i s takes %i s', (clearing, stays) => {
    expect(pageStays(clearing)).toBe(stays)
  })
})
