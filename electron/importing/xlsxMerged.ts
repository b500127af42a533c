import { cellText, type TableCell } from '../../core/rollFileTable.ts'
import { TABLE_LIMITS } from './limits.ts'
import { Refusal } from './refusal.ts'
import type { RowInMaking } from './tableRows.ts'

/** A merged cell. Lines and columns from 1, both ends within. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?(\d{1,7}))?$/i

/** @throws Refusal `damaged` */
export function readArea(ref: string): Area {
  const [, letters, top, bottom] = AREA.exec(ref) ?? []
  if (letters === undefined || top === undefined) throw new Refusal('damaged')
  return {
    top: Number(top),
    bottom: Number(bottom ?? top),
    left: columnNumber(letters),
  }
}

/** From 1: A, B, …, AB is 28. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
}

/**
 * Lets the lines of a merged cell say in its first column what its first line says. Lines that say nothing else are
 * not made up.
 *
 * @throws Refusal `damaged` when areas cover each other again and again, which no spreadsheet writes
 */
export function fillMerged(rows: readonly RowInMaking[], areas: readonly Area[]): void {
  const placeOf = new Map(rows.map(({ line }, place) => [line, place]))
  let steps = 0
  for (const { top, bottom, left } of areas) {
    const first = placeOf.get(top)
    if (first === undefined || bottom <= top || left > TABLE_LIMITS.columns) continue
    const text = cellText(rows[first]?.cells[left - 1])
    if (text === '') continue
    const covered: TableCell = { kind: 'merged', text }
    for (let place = first + 1; place < rows.length; place++) {
      const row = rows[place]
      if (row === undefined || row.line > bottom) break
      if (++steps > TABLE_LIMITS.cells) throw new Refusal('damaged')
      while (row.cells.length < left) row.cells.push('')
      if (row.cells[left - 1] === '') row.cells[left - 1] = covered
    }
  }
}
