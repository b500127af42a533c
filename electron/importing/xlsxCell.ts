import type { SpecialCell, TableCell } from '../../core/rollFileTable.ts'
import { Refusal } from './refusal.ts'
import { unescaped } from './xlsxStrings.ts'

/** A cell as the sheet writes it. */
export interface RawCell {
  /** `s` shared string, `str` text, `inlineStr`, `n` number, `b`, `e` error, `d` date in ISO 8601 */
  readonly type: string
  value: string
  /** null: it has none. One that is shared with other cells is ''. */
  formula: string | null
}

const ERROR: SpecialCell = { kind: 'error' }
const DAMAGED_NUMBER: SpecialCell = { kind: 'damaged-number' }
const UNKNOWN_FORMULA: SpecialCell = { kind: 'formula', text: null }

/** Doubles keep 15 digits, and Excel shows no more. */
const FIRST_OF_16_DIGITS = 1e15

/** What stands in a cell. A formula's text is taken from the file, nothing is computed. @throws Refusal `damaged` */
export function cellOf(raw: RawCell, strings: readonly TableCell[], inline: TableCell): TableCell {
  const read = valueOf(raw, strings, inline)
  if (raw.formula === null) return read
  const isText = typeof read === 'string' && raw.type !== 'n' && raw.type !== 'b'
  return isText ? { kind: 'formula', text: read } : UNKNOWN_FORMULA
}

function valueOf(
  { type, value }: RawCell,
  strings: readonly TableCell[],
  inline: TableCell,
): TableCell {
  switch (type) {
    case 's':
      return value.trim() === '' ? '' : (strings[Number(value)] ?? noString())
    case 'inlineStr':
      return inline
    case 'str':
      return unescaped(value)
    case 'd':
      return value
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      return numberOf(value)
    default:
      return ERROR
  }
}

/** The strings are gone, or others: nothing in the sheet can be believed. */
function noString(): never {
  throw new Refusal('damaged')
}

/** 12345678, also where a Java program wrote 1.2345678E7. */
function numberOf(value: string): TableCell {
  const trimmed = value.trim()
  if (trimmed === '') return ''
  const number = Number(trimmed)
  if (!Number.isFinite(number)) return ERROR
  return Math.abs(number) >= FIRST_OF_16_DIGITS
    ? DAMAGED_NUMBER
    : { kind: 'number', text: String(number) }
}
