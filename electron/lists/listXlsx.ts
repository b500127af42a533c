import writeXlsxFile from 'write-excel-file/node'
import type { ListColumnKind } from '../../core/lists.ts'
import { GREY, numberCell, textCell, titleCell, type XlsxRow } from '../reports/cells.ts'
import type { ListTable } from './listTable.ts'

/** In characters of the font. */
const WIDTH: Readonly<Record<ListColumnKind['kind'], number>> = { number: 12, short: 18, long: 48 }

/** Excel's, for the name of a sheet. */
const LONGEST_NAME = 31

/** A list as a workbook of one sheet: who took it out, what it is, its headings, its rows. */
export function listXlsx({ title, madeBy, headings, kinds, rows }: ListTable): Promise<Buffer> {
  const columnSpan = headings.length
  const across = (cell: XlsxRow[number]): XlsxRow => [
    cell,
    ...Array<null>(columnSpan - 1).fill(null),
  ]
  const top: readonly XlsxRow[] = [
    across(textCell(madeBy, { columnSpan, textColor: GREY, wrap: false })),
    across(
      textCell(title, { columnSpan, fontWeight: 'bold', fontSize: 14, height: 26, wrap: false }),
    ),
    headings.map((heading, at) => titleCell(heading, kinds[at] === 'number' ? 'right' : 'left')),
  ]
  const body = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? numberCell(cell) : textCell(cell))),
  )
  const sheet = {
    sheet: title.replaceAll(/[[\]:*?/\\]/g, '').slice(0, LONGEST_NAME),
    columns: kinds.map((kind) => ({ width: WIDTH[kind] })),
    stickyRowsCount: top.length,
    orientation: 'landscape' as const,
    showGridLines: false,
    data: [...top, ...body],
  }
  return writeXlsxFile([sheet], { fontFamily: 'Microsoft YaHei', fontSize: 10 }).toBuffer()
}
