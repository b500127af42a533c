import type { TableCell } from './rollFileTable.ts'
import type { CellTrouble, PlainTrouble } from './rollFileTroubles.ts'

/** What a cell is good for. */
export type CellRead<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'trouble'; readonly what: { readonly kind: PlainTrouble } }

/** The text of a cell, trimmed; full-width digits and letters are made half-width in what is no name. */
export function readText(
  cell: TableCell,
  options: { readonly merged: 'one-for-all' | 'refused' },
): CellRead<string> {
  const text = typeof cell === 'string' ? cell : specialText(cell, options.merged === 'one-for-all')
  if (text === null) return refusedCell(cellTrouble(cell))
  const trimmed = text.replace(INVISIBLE, '').trim()
  return trimmed === '' ? { kind: 'empty' } : { kind: 'read', value: trimmed }
}

/** Marks of direction and of no width, which come along when somebody copies out of a chat. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function specialText(cell: Exclude<TableCell, string>, mergedCounts: boolean): string | null {
  switch (cell.kind) {
    case 'number':
      return cell.text
    case 'formula':
      return cell.text
    case 'merged':
      return mergedCounts ? cell.text : null
    default:
      return null
  }
}

function cellTrouble(cell: TableCell): CellTrouble {
  switch (typeof cell === 'string' ? 'error' : cell.kind) {
    case 'formula':
      return 'formula'
    case 'merged':
      return 'merged-cell'
    case 'damaged-number':
      return 'number-damaged'
    case 'too-long':
      return 'cell-too-long'
    default:
      return 'cell-error'
  }
}

export function refusedCell(kind: PlainTrouble): CellRead<never> {
  return { kind: 'trouble', what: { kind } }
}
