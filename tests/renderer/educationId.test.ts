// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../renderer/stores/place.ts'
import { useStudent } from '../../renderer/stores/student.ts'
import { MONDAY } from './builders.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'], now: MONDAY }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the whole 教育ID', () => {
  it('is there on request and hides by itself', async () => {
    const { at, settle } = await studentDesk('good')
    expect(at('education-id').text()).toBe('…0417')
    await at('show-education-id').trigger('click')
    await at('look-parent-asks').trigger('click')
    await settle()
    expect(at('education-id-whole').text()).toBe('2013 1234')
    await vi.advanceTimersByTimeAsync(15_100)
    expect(at('education-id-whole').exists()).toBe(false)
    expect(useStudent().educationId).toBeNull()
  })

  it('is asked for with a reason, by one key', async () => {
    const { kiosk, at, settle } = await studentDesk('good')
    await at('show-education-id').trigger('click')
    expect(at('education-id-whole').exists()).toBe(false)
    await at('why-look').trigger('keydown', { code: 'Digit3' })
    await settle()
    expect(kiosk.asked.at(-1)).toEqual({
      name: 'student.educationId',
      args: { studentId: 's-1', reason: 'exam' },
    })
  })

  it('is not asked for when nobody says why: Esc leaves the number, not the page', async () => {
    const { kiosk, at, settle } = await studentDesk('good')
    await at('show-education-id').trigger('click')
    await at('why-look').trigger('keydown', { code: 'Digit7' })
    await at('why-look').trigger('keydown', { code: 'Escape' })
    await settle()
    expect([at('why-look').exists(), at('student').exists()]).toEqual([false, true])
    expect(kiosk.asked.map(({ name }) => name)).not.toContain('student.educationId')
  })

  it('leaves with the page', async () => {
    const { at, settle } = await studentDesk('good')
    await at('show-education-id').trigger('click')
    await at('look-card').trigger('click')
    await settle()
    usePlace().go('verify')
    await settle()
    expect([useStudent().educationId, useStudent().page]).toEqual([null, null])
  })
})
