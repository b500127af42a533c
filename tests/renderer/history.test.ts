// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LOOK_REASONS } from '../../core/lookReason.ts'
import { timelineDays } from '../../renderer/features/student/timelineDays.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useStudent } from '../../renderer/stores/student.ts'
import { date, MONDAY } from './builders.ts'
import { HISTORIES } from './pupils.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'], now: MONDAY }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the full record', () => {
  it('is not in the page before somebody says why', async () => {
    const { page, at, press, asks } = await studentDesk('good')
    const nothing = () => {
      expect(page.text()).not.toContain('刷卡：')
      expect(page.text()).not.toContain('ACS ACR122U 00卡号尾号')
      expect([at('timeline').exists(), asks('student.history')]).toEqual([false, []])
    }
    nothing()
    await press('show-history')
    nothing()
  })

  it.each(LOOK_REASONS.map((reason, index) => [reason, `Digit${index + 1}`] as const))(
    'is asked for with the reason %s, by one key: %s',
    async (reason, code) => {
      const { at, press, asks, settle } = await studentDesk('good')
      await press('show-history')
      await at('why-look').trigger('keydown', { code })
      await settle()
      expect(asks('student.history')).toEqual([
        { name: 'student.history', args: { studentId: 's-1', reason } },
      ])
      expect(at('timeline').text()).toContain('刷卡：')
    },
  )

  it('is not asked for with Esc, which leaves the page open', async () => {
    const { at, press, asks, settle } = await studentDesk('good')
    await press('show-history')
    await at('why-look').trigger('keydown', { code: 'Escape' })
    await settle()
    expect([at('student').exists(), at('show-history').exists()]).toEqual([true, true])
    expect(asks('student.history')).toEqual([])
  })

  it('is forgotten with the page, with another pupil, and when the desk locks', async () => {
    const { kiosk, at, press, settle } = await studentDesk('good')
    const look = async () => {
      await press('show-history')
      await press('look-card')
      expect(useStudent().history.kind).toBe('shown')
    }
    await look()
    usePlace().openStudent('s-2')
    await settle()
    expect([useStudent().history.kind, at('timeline').exists()]).toEqual(['closed', false])
    await look()
    usePlace().go('verify')
    await settle()
    expect(useStudent().history).toEqual({ kind: 'closed' })
    usePlace().openStudent('s-1')
    await settle()
    await look()
    kiosk.signing.lock('idle')
    expect(useStudent().history).toEqual({ kind: 'closed' })
  })

  it('does not come late to another page', async () => {
    const { kiosk, press, settle } = await studentDesk('good')
    let answer: () => void = () => undefined
    const request = kiosk.request.bind(kiosk)
    vi.spyOn(kiosk, 'request').mockImplementation(async (name, args) => {
      if ((name as string) === 'student.history')
        await new Promise<void>((resolve) => (answer = resolve))
      return request(name, args)
    })
    await press('show-history')
    await press('look-card')
    expect(useStudent().history.kind).toBe('loading')
    usePlace().openStudent('s-2')
    await settle()
    answer()
    await settle()
    expect(useStudent().history.kind).toBe('closed')
  })

  it('says when nothing is known yet, and why the desk does not show it', async () => {
    const { kiosk, at, press } = await studentDesk('good')
    kiosk.refuse.set('student.history', 'right-missing')
    await press('show-history')
    await press('look-exam')
    expect(at('history').text()).toContain(zhCN.trouble.of['right-missing'].what)
    kiosk.refuse.clear()
    kiosk.history = HISTORIES['no-card'] ?? null
    await press('show-history')
    await press('look-exam')
    expect(at('timeline').text()).toContain('还没有记录')
  })

  it('says when there is nothing one may see', async () => {
    const { kiosk, at, press } = await studentDesk('good')
    kiosk.history = null
    await press('show-history')
    await press('look-transfer')
    expect(at('history').text()).toContain('没有可以查看的记录')
  })
})

describe('the timeline', () => {
  it('is cut into the days of Beijing', () => {
    const tap = { kind: 'tap', verdict: 'valid', reader: 'r', cardTail: null } as const
    const days = timelineDays([
      { ...tap, at: Date.parse('2026-10-12T00:10:00+08:00') },
      { ...tap, at: Date.parse('2026-10-11T23:50:00+08:00') },
      { ...tap, at: Date.parse('2026-10-11T08:00:00+08:00') },
      { kind: 'suspended', since: date('2026-09-01') },
    ])
    expect(days.map((day) => [day.date, day.entries.length])).toEqual([
      ['2026-10-12', 1],
      ['2026-10-11', 2],
      ['2026-09-01', 1],
    ])
  })
})
