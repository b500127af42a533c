import type { SpecialCell, TableCell, TableRemark, TableRow } from '../../core/rollFileTable.ts'
import { TABLE_LIMITS } from './limits.ts'
import { Refusal } from './refusal.ts'

/** A row that a merged cell further up may still say something in. */
export interface RowInMaking extends TableRow {
  readonly cells: TableCell[]
}

/** Gathers the rows of a table, of whatever file, and keeps to the limits. */
export interface RowsInMaking {
  /** @throws Refusal as soon as there are too many */
  add(line: number, cells: readonly (TableCell | undefined)[]): void
  readonly rows: readonly RowInMaking[]
  /** what stood in cells and was not believed */
  remarks(): readonly TableRemark[]
}

export function gatherRows(): RowsInMaking {
  const rows: RowInMaking[] = []
  const seen = { formula: 0, error: 0, 'too-long': 0 }
  let cellCount = 0

  const plain = (cell: TableCell | undefined): TableCell => {
    if (cell === undefined) return ''
    if (typeof cell === 'string') {
      if (cell.length <= TABLE_LIMITS.cellLength) return cell.trim() === '' ? '' : cell
      seen['too-long']++
      return TOO_LONG
    }
    if (cell.kind === 'formula' || cell.kind === 'error' || cell.kind === 'too-long')
      seen[cell.kind]++
    return cell
  }

  return {
    rows,
    add(line, given) {
      const cells = Array.from(given, plain)
      const length = cells.findLastIndex((cell) => cell !== '') + 1
      if (length === 0) return
      if (length > TABLE_LIMITS.columns) throw new Refusal('too-many-columns')
      if (rows.length === TABLE_LIMITS.rows) throw new Refusal('too-many-rows')
      cells.length = length
      cellCount += length
      if (cellCount > TABLE_LIMITS.cells) throw new Refusal('too-many-cells')
      rows.push({ line, cells })
    },
    remarks: () =>
      counted([
        { kind: 'formulas', count: seen.formula },
        { kind: 'error-cells', count: seen.error },
        { kind: 'long-cells', count: seen['too-long'] },
      ]),
  }
}

export function counted(
  remarks: readonly Extract<TableRemark, { readonly count: number }>[],
): readonly TableRemark[] {
  return remarks.filter(({ count }) => count > 0)
}

/** One for all of them. */
export const TOO_LONG: SpecialCell = { kind: 'too-long' }
