import type { TableCell, TableRemark, TableRow } from '../../core/rollFileTable.ts'
import { DDE } from './dde.ts'
import { TABLE_LIMITS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { counted, gatherRows } from './tableRows.ts'
import { cellOf, type RawCell } from './xlsxCell.ts'
import { columnNumber, fillMerged, readArea, type Area } from './xlsxMerged.ts'
import { gatherString } from './xlsxStrings.ts'
import { isTrue, readXml, type Attributes } from './xml.ts'

export interface SheetRead {
  readonly rows: readonly TableRow[]
  readonly remarks: readonly TableRemark[]
}

/** Reads one sheet, cell by cell. @throws Refusal */
export async function readSheet(
  content: AsyncIterable<Uint8Array>,
  strings: readonly TableCell[],
): Promise<SheetRead> {
  const gathered = gatherRows()
  const inline = gatherString()
  const merged: Area[] = []
  let hiddenRows = 0
  let hiddenColumns = 0
  let dde = false

  let line = 0
  let rowHidden = false
  let cells: TableCell[] = []
  let column = 0
  let cell: RawCell | null = null
  let inside: 'value' | 'formula' | null = null

  const openRow = (attributes: Attributes): void => {
    line = attributes['r'] === undefined ? line + 1 : lineOf(attributes['r'])
    rowHidden = isTrue(attributes['hidden'])
    cells = []
    column = 0
  }
  const closeRow = (): void => {
    const before = gathered.rows.length
    gathered.add(line, cells)
    if (rowHidden && gathered.rows.length > before) hiddenRows++
  }
  const openCell = ({ r, t = 'n' }: Attributes): void => {
    column = r === undefined ? column + 1 : columnOf(r)
    cell = { type: t, value: '', formula: null }
  }
  const closeCell = (): void => {
    if (cell === null) return
    const read = cellOf(cell, strings, inline.take())
    cell = null
    if (read === '') return
    if (column > TABLE_LIMITS.columns) throw new Refusal('too-many-columns')
    cells[column - 1] = read
  }

  await readXml(content, {
    open(name, attributes) {
      if (name === 'row') openRow(attributes)
      else if (name === 'c') openCell(attributes)
      else if (name === 'v') inside = 'value'
      else if (name === 'f') {
        inside = 'formula'
        if (cell !== null) cell.formula = ''
      } else if (name === 'mergeCell') addArea(merged, attributes['ref'])
      else if (name === 'col') hiddenColumns += hiddenIn(attributes)
      else inline.open(name)
    },
    text(text) {
      if (cell === null) return
      if (inside === 'value') cell.value = joined(cell.value, text)
      else if (inside === 'formula') cell.formula = joined(cell.formula ?? '', text)
      else inline.text(text)
    },
    close(name) {
      if (name === 'c') closeCell()
      else if (name === 'row') closeRow()
      else if (name === 'v' || name === 'f') {
        dde ||= inside === 'formula' && DDE.test(`=${cell?.formula ?? ''}`)
        inside = null
      } else inline.close(name)
    },
  })

  fillMerged(gathered.rows, merged)
  return {
    rows: gathered.rows,
    remarks: [
      ...counted([
        { kind: 'merged-cells', count: merged.length },
        { kind: 'hidden-rows', count: hiddenRows },
        { kind: 'hidden-columns', count: hiddenColumns },
      ]),
      ...gathered.remarks(),
      ...(dde ? [{ kind: 'dde' } as const] : []),
    ],
  }
}

/** Excel's last row; what says more says nonsense. */
const LAST_LINE = 1_048_576

function lineOf(text: string): number {
  const line = Number(text)
  if (!Number.isInteger(line) || line < 1 || line > LAST_LINE) throw new Refusal('damaged')
  return line
}

function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(place)?.[0]
  if (letters === undefined) throw new Refusal('damaged')
  return columnNumber(letters)
}

const MOST_AREAS = 100_000

function addArea(areas: Area[], ref: string | undefined): void {
  if (areas.length === MOST_AREAS) throw new Refusal('too-large')
  areas.push(readArea(ref ?? ''))
}

function hiddenIn({ hidden, min, max }: Attributes): number {
  const last = Math.min(Number(max), TABLE_LIMITS.columns)
  const count = last - Number(min) + 1
  return isTrue(hidden) && count > 0 ? count : 0
}

/** No longer than what is said to be too long. */
function joined(before: string, text: string): string {
  return before.length > TABLE_LIMITS.cellLength * 7 ? before : before + text
}
