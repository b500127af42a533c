import { addDays, parseCalendarDate, type CalendarDate } from './calendarDate.ts'
import { readText, refusedCell, type CellRead } from './rollFileCell.ts'
import type { Table, TableCell } from './rollFileTable.ts'
import { fold } from './searchText.ts'
import type { Sex } from './student.ts'

/** 学籍 as a file says it; since when, it does not. */
export type FileEnrolment =
  | { readonly kind: 'enrolled' }
  | { readonly kind: 'temporary'; readonly until: CalendarDate | null }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'left'; readonly why: 'transferred' | 'graduated' | 'other' }

/** 男 女 男性 M, and the codes of GB/T 2261.1: 1 and 2. */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...['男', '男性', '男生', '1', '1男', 'm', 'male'].map((word) => [word, 'male'] as const),
  ...['女', '女性', '女生', '2', '2女', 'f', 'female'].map((word) => [word, 'female'] as const),
])

export function readSex(cell: TableCell): CellRead<Sex> {
  const read = readText(cell, { merged: 'one-for-all' })
  if (read.kind === 'empty') return refusedCell('sex-missing')
  if (read.kind === 'trouble') return read
  const sex = SEXES.get(fold(read.value).replace(/[\s.:-]/g, ''))
  return sex === undefined ? refusedCell('sex-unknown') : { kind: 'read', value: sex }
}

/** By the whole word, the first that fits: 转学转入 is not 转学. */
const WORDS: readonly (readonly [RegExp, FileEnrolment])[] = [
  [/休学/, { kind: 'suspended' }],
  [/临时/, { kind: 'temporary', until: null }],
  [/转入|复学/, { kind: 'enrolled' }],
  [/转出|转学|转走|迁出/, { kind: 'left', why: 'transferred' }],
  [/毕业|结业|肄业/, { kind: 'left', why: 'graduated' }],
  [/退学|离校|注销|开除|除名|死亡|出国|失踪/, { kind: 'left', why: 'other' }],
  [/^(正常|在籍)*(在读|在校|在籍|就读|正常)+(生|学籍)?$/, { kind: 'enrolled' }],
]

/** Reads 学籍状态. Until when a temporary roll lasts, another column says. */
export function readEnrolmentWord(cell: TableCell): CellRead<FileEnrolment> {
  const read = readText(cell, { merged: 'one-for-all' })
  if (read.kind !== 'read') return read
  const plain = fold(read.value).replace(/\s/g, '')
  const found = WORDS.find(([form]) => form.test(plain))?.[1]
  return found === undefined ? refusedCell('enrolment-unknown') : { kind: 'read', value: found }
}

/** A day of expiry alone means a temporary roll; beside another word it means nothing. */
export function joinEnrolment(
  word: FileEnrolment | null,
  until: CalendarDate | null,
): FileEnrolment | null {
  if (word === null) return until === null ? null : { kind: 'temporary', until }
  return word.kind === 'temporary' ? { ...word, until } : word
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ t]\d.*)?$/i
/** Days of a spreadsheet from 1954 to 2119: no other number of a date's column is one. */
const FIRST_DAY = 20_000
const LAST_DAY = 80_000

/** 2026-08-31, 2026/8/31, 2026年8月31日, 20260831, or the days since its day zero of a workbook. */
export function readDate(cell: TableCell, from: Table['from']): CellRead<CalendarDate> {
  const read = readText(cell, { merged: 'one-for-all' })
  if (read.kind !== 'read') return read
  const days = Math.floor(Number(read.value))
  const counted =
    from.kind === 'workbook' && typeof cell !== 'string' && days >= FIRST_DAY && days <= LAST_DAY
  const [, year = '', ...rest] = DATE.exec(fold(read.value)) ?? []
  const [month = '', day = ''] = rest.filter((part) => part !== undefined)
  const date = counted
    ? addDays(from.dayZero, days)
    : parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date === null ? refusedCell('date-unknown') : { kind: 'read', value: date }
}
