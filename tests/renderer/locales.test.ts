import { describe, expect, it } from 'vitest'
import { ageOf, dateWords, dayWords, timeWords } from '../../renderer/locales/dates.ts'
import { en } from '../../renderer/locales/en.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { date, MONDAY } from './builders.ts'

function words(tree: object, at = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as const]
      : words(value as object, `${at}${key}.`),
  )
}

const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('the words', () => {
  const chinese = new Map(words(zhCN))
  const english = new Map(words(en))

  it('have the same keys in both languages, in the same order', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()])
  })

  it('leave the same gaps in both languages', () => {
    for (const [key, text] of chinese)
      expect([key, gaps(english.get(key) ?? '')]).toEqual([key, gaps(text)])
  })

  it('have one word for the number of a chip, wherever it is shown', () => {
    for (const { devices, student } of [zhCN, en]) {
      const { uid } = student.number
      expect(devices.test.uid).toBe(uid)
      expect(devices.card['m1-uid-only'].next.toLowerCase()).toContain(uid.toLowerCase())
    }
  })

  it('are said as in an office: no doubled verbs, no double denial', () => {
    for (const [key, text] of chinese)
      expect([key, /办理申请|没有[查刷]成|没有读不到|已离校自存/.test(text)]).toEqual([key, false])
  })

  it('are never empty', () => {
    for (const [key, text] of [...chinese, ...english])
      expect([key, text.trim()]).not.toEqual([key, ''])
  })

  it('have straight apostrophes in English: the Chinese face draws the other one as wide as a character', () => {
    for (const [key, text] of english) expect([key, /’/.test(text)]).toEqual([key, false])
  })

  it('hold no Chinese on an English screen', () => {
    for (const [key, text] of english)
      expect([key, /\p{Script=Han}/u.test(text)]).toEqual([key, false])
  })

  it('hold no English on a Chinese screen but 教育ID, the Esc key, GB, M1, names of systems and ends of file names', () => {
    const known =
      /\{\w+\}|教育ID|Esc|GB|M1|Windows DPAPI|macOS|GNOME|KWallet|exFAT|\.(?:xlsx|xls|csv|pdf|jpg|zip)/g
    for (const [key, text] of chinese) {
      const latin = text.replace(known, '').match(/[A-Za-z]+/g)
      expect([key, latin]).toEqual([key, null])
    }
  })

  it('use none of the signs that message syntax would swallow', () => {
    for (const [key, text] of [...chinese, ...english])
      expect([key, /[@%$]/.test(text)]).toEqual([key, false])
  })
})

describe('dates and times', () => {
  it('are written as an office writes them', () => {
    expect(dayWords(MONDAY, 'zh-CN', MONDAY)).toBe('10月12日 周一')
    expect(dayWords(MONDAY, 'en', MONDAY)).toBe('Mon 12 Oct')
    expect(dateWords(date('2029-07-15'), 'zh-CN')).toBe('2029年7月15日')
    expect(timeWords(MONDAY)).toBe('08:02')
  })

  it('are Beijing’s, on a computer in any zone', () => {
    expect(dayWords(Date.parse('2026-10-11T16:30:00Z'), 'zh-CN', MONDAY)).toBe('10月12日 周一')
    expect(timeWords(Date.parse('2026-10-11T16:30:00Z'))).toBe('00:30')
  })

  it('say the year when it is another', () => {
    expect(dayWords(Date.parse('2025-12-31T12:00:00+08:00'), 'zh-CN', MONDAY)).toBe(
      '2025年12月31日',
    )
  })

  it('count an age in its largest whole unit and the future as now', () => {
    const minute = 60_000
    expect(ageOf(MONDAY + minute, MONDAY)).toEqual({ unit: 'now', count: 0 })
    expect(ageOf(MONDAY - 59 * minute, MONDAY)).toEqual({ unit: 'minutes', count: 59 })
    expect(ageOf(MONDAY - 47 * 60 * minute, MONDAY)).toEqual({ unit: 'hours', count: 47 })
    expect(ageOf(MONDAY - 72 * 60 * minute, MONDAY)).toEqual({ unit: 'days', count: 3 })
  })
})
