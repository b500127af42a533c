// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { WindowCalendar } from '../../core/feeWindow.ts'
import { nextWindow } from '../../core/nextWindow.ts'
import { useWindowWords } from '../../renderer/composables/useWindowWords.ts'
import { i18n, speak } from '../../renderer/locales/i18n.ts'
import { date } from './builders.ts'
import { announced, calendarView, TERMS } from './calendarBuilders.ts'

afterEach(() => speak('zh-CN'))

function said(today: string, part: Partial<WindowCalendar> = {}): string {
  const next = nextWindow(date(today), { ...calendarView(), ...part })
  const setup = () => useWindowWords()
  const page = mount({ setup, template: '<p />' }, { global: { plugins: [i18n] } })
  return (page.vm as unknown as ReturnType<typeof useWindowWords>).windowWords(next)
}

const NONE = { terms: [] }
const FEBRUARY = { announcements: [announced(['2026-02-09', '2026-02-11'])] }
const YEARLESS = {
  terms: [
    { ...TERMS[0], first: '2025-09-01', last: '2025-10-31' },
    { ...TERMS[1], first: '2026-08-01', last: '2026-08-31' },
  ] as never,
}

describe('the next window in words', () => {
  it.each([
    ['2026-10-12', {}, '今天可缴费，到10月13日（周二）24:00'],
    ['2027-05-03', {}, '今天可缴费，到5月4日（周二）24:00（按规则估计，放假安排未录入）'],
    ['2026-02-10', FEBRUARY, '今天可缴费，到2月11日（周三）24:00（市卡管公告 2026-01-20）'],
    ['2026-10-07', {}, '缴费窗口10月12日（周一）00:00起（按规则：每周一、二）'],
    [
      ...['2026-02-04', FEBRUARY],
      '缴费窗口2月9日（周一）00:00起，到2月11日（周三）24:00（市卡管公告 2026-01-20）',
    ],
    [
      ...['2026-09-30', {}],
      '下个窗口以市卡管公告为准（国庆节 10月1日–7日）；没有公告时，10月12日（周一）00:00起（按规则：每周一、二）',
    ],
    [
      ...['2026-01-24', {}],
      '下个窗口以市卡管公告为准（寒假 1月24日–3月1日）；没有公告时，3月2日（周一）00:00起（按规则：每周一、二）',
    ],
    [
      ...['2026-01-05', NONE],
      '寒暑假日期未录入，无法推算缴费窗口（1月1日–2月28日）；之后3月2日（周一）00:00起（按规则：每周一、二）',
    ],
    ['2025-11-05', YEARLESS, '下个窗口以市卡管公告为准（寒假 11月1日–7月31日）'],
  ] as const)('%s: %#', (today, part, words) => {
    expect(said(today, part)).toBe(words)
  })

  it('is English on an English screen', () => {
    speak('en')
    expect(said('2026-10-12')).toBe('The fee can be paid today, until Tue 13 Oct 24:00')
    expect(said('2026-01-24')).toBe(
      "The next window depends on the city's notice (Winter vacation 24 Jan – 1 Mar); " +
        'without a notice, from Mon 2 Mar 00:00 (by rule: Mondays and Tuesdays)',
    )
  })
})
