import { markup, type Markup } from './markup.ts'
import type { ReportTable } from './tables.ts'
import type { ReportWords } from './words.ts'

/** Of a long list, so many rows are printed; the spreadsheet has them all. */
const PRINTED_ROWS = 40

type Row = ReportTable['rows'][number]

export function printedTable(table: ReportTable, words: ReportWords): Markup {
  const { columns, rows, total, section } = table
  if (rows.length === 0) return markup`<p>${words.none}</p>`
  const bars = section === 'months' ? barsOf(rows) : null
  const row = (cells: Row, bar: Markup): Markup =>
    markup`<tr>${cells.map((cell, n) => cellOf(cell, columns[n]?.kind ?? 'long'))}${bar}</tr>`
  const left = rows.length - PRINTED_ROWS
  return markup`<table>
<thead><tr>${columns.map(
    ({ title, kind }) => markup`<th class="${kind}">${breakable(title)}</th>`,
  )}${bars === null ? markup`` : markup`<th></th>`}</tr></thead>
<tbody>${rows.slice(0, PRINTED_ROWS).map((cells, n) => row(cells, bars?.[n] ?? markup``))}</tbody>
${total === null ? markup`` : markup`<tbody><tr class="total">${totalOf(table, total)}</tr></tbody>`}
</table>
${left > 0 ? markup`<p class="help">${words.more(left)}</p>` : markup``}`
}

/** A Chinese heading breaks between words of two characters: 单人|办理, never within one. */
function breakable(title: string): readonly Markup[] {
  return title
    .split(/(?<=^(?:\p{Script=Han}{2})+)(?=\p{Script=Han}{2})/u)
    .map((part, n) => (n === 0 ? markup`${part}` : markup`<wbr>${part}`))
}

function cellOf(cell: string | number, kind: string): Markup {
  if (typeof cell === 'string') return markup`<td class="${kind}">${cell}</td>`
  const zero = cell === 0 ? ' zero' : ''
  return markup`<td class="number${zero}">${cell.toLocaleString('en')}</td>`
}

function totalOf({ columns, section }: ReportTable, total: Row): readonly Markup[] {
  const cells = total.map((cell, n) => cellOf(cell, columns[n]?.kind ?? 'long'))
  return section === 'months' ? [...cells, markup`<td></td>`] : cells
}

const BAR_WIDTH_MM = 42
const BAR_HEIGHT_MM = 2.6

/** The first number of each row, as a bar; the longest is the whole width. */
function barsOf(rows: readonly Row[]): readonly Markup[] {
  const values = rows.map(([, value]) => Number(value))
  const longest = Math.max(1, ...values)
  return values.map((value) => {
    const width = (BAR_WIDTH_MM * value) / longest
    return markup`<td class="bar"><svg width="${BAR_WIDTH_MM}mm" height="${BAR_HEIGHT_MM}mm" viewBox="0 0 ${BAR_WIDTH_MM} ${BAR_HEIGHT_MM}"><rect width="${width.toFixed(2)}" height="${BAR_HEIGHT_MM}"/></svg></td>`
  })
}
