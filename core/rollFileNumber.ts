import { parseCalendarDate } from './calendarDate.ts'
import type { Table, TableCell } from './rollFileTable.ts'
import { readText, refusedCell, type CellRead } from './rollFileCell.ts'

/** 1.10101E+17: what a spreadsheet shows of a long number, saved as text. */
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i
/** a 身份证号, or a 全国学籍号 made of one */
const NATIONAL = /^([glj])?\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dx]$/i

/**
 * Reads a 教育ID: 8 digits with their leading zeros. Blanks in it and an apostrophe before it count for nothing. A zero that
 * is gone is not filled in: nobody knows whether it was one.
 */
export function readEducationId(cell: TableCell, from: Table['from']): CellRead<string> {
  const read = readDigits(cell)
  if (read.kind === 'empty') return refusedCell('education-id-missing')
  if (read.kind === 'trouble') return read
  const digits = read.value
  if (/^\d{8}$/.test(digits)) return read
  if (NATIONAL.test(digits)) return refusedCell('identity-number-in-column')
  // A text file does not say what was a number.
  const wasNumber = from.kind === 'text' || (typeof cell !== 'string' && cell.kind === 'number')
  return refusedCell(
    wasNumber && /^\d{7}$/.test(digits) ? 'leading-zero-lost' : 'education-id-malformed',
  )
}

/** Reads the number printed at the foot of a card: 16–20 digits. */
export function readCardNumber(cell: TableCell): CellRead<string> {
  const read = readDigits(cell)
  if (read.kind === 'empty') return refusedCell('card-number-missing')
  if (read.kind === 'trouble') return read
  if (isNational(read.value)) return refusedCell('identity-number-in-column')
  return /^\d{16,20}$/.test(read.value) ? read : refusedCell('card-number-malformed')
}

function readDigits(cell: TableCell): CellRead<string> {
  const read = readText(cell, { merged: 'refused' })
  if (read.kind !== 'read') return read
  const digits = read.value.normalize('NFKC').replace(/^['’‘`]|\s/g, '')
  return SCIENTIFIC.test(digits) ? refusedCell('number-damaged') : { kind: 'read', value: digits }
}

/** Without a letter it is told from a card's number by the day of birth in it, as in core/scan.ts. */
function isNational(digits: string): boolean {
  const [, letter, year = '', month = '', day = ''] = NATIONAL.exec(digits) ?? []
  const born = /^(19|20)/.test(year) && parseCalendarDate(`${year}-${month}-${day}`) !== null
  return letter !== undefined || born || /\dx$/i.test(digits)
}
