import type { CalendarDay } from './calendar.ts'
import type { CalendarDate } from './calendarDate.ts'
import { readDate } from './typedDate.ts'

/** A line that was not understood; the first line is 1. */
export interface LineFault {
  readonly line: number
  readonly text: string
  readonly why: 'date' | 'kind'
}

export interface ReadYear {
  readonly days: readonly CalendarDay[]
  readonly faults: readonly LineFault[]
}

const KINDS: Readonly<Record<string, CalendarDay['kind']>> = {
  休: 'off',
  休息: 'off',
  放假: 'off',
  off: 'off',
  班: 'work',
  上班: 'work',
  work: 'work',
}
const WORDS: Readonly<Record<CalendarDay['kind'], string>> = { off: '休', work: '班' }

/**
 * A year's table as text, pasted or out of a file: a day a line, `2027-01-01,休,元旦` or `2027-01-03,班` (or off and work),
 * parted by commas, tabs or blanks of either width. Headings (日期) and empty lines are passed over.
 */
export function readYearText(text: string): ReadYear {
  const days: CalendarDay[] = []
  const faults: LineFault[] = []
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const plain = written
      .normalize('NFKC')
      .replaceAll('"', '')
      .replace(/^\uFEFF/, '')
      .trim()
    if (plain === '' || plain.startsWith('日期')) continue
    const [first = '', second = '', ...rest] = plain.split(/[,;\s]+/)
    const date = readDate(first, () => null)
    const kind = KINDS[second]
    const fault = { line: index + 1, text: written.trim() }
    if (date === null) faults.push({ ...fault, why: 'date' })
    else if (kind === undefined) faults.push({ ...fault, why: 'kind' })
    else days.push({ date, kind, name: kind === 'off' ? rest.join('') || null : null })
  }
  return { days, faults }
}

/** The same text back: what was filled in holiday by holiday is a table like any other. */
export function yearText(days: readonly CalendarDay[]): string {
  return days.map(({ date, kind, name }) => line(date, kind, name)).join('\n')
}

function line(date: CalendarDate, kind: CalendarDay['kind'], name: string | null): string {
  return [date, WORDS[kind], ...(name === null ? [] : [name])].join(',')
}
