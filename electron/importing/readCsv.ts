import { CsvError, parse } from 'csv-parse/sync'
import type { Table, TableCell } from '../../core/rollFileTable.ts'
import { DDE } from './dde.ts'
import { Refusal } from './refusal.ts'
import { gatherRows } from './tableRows.ts'
import { decodeText } from './textEncoding.ts'

/**
 * Reads a text file with a table in it: commas, semicolons or tabs; RFC 4180, and what is sloppy about quotes.
 *
 * @throws Refusal
 */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes)
  const lines = text.replace(/\r\n?/g, '\n')
  // Excel's own note to itself
  const [note, told] = /^sep=([,;\t])\n/i.exec(lines) ?? []
  const gathered = gatherRows()
  let dde = false
  let line = note === undefined ? 1 : 2
  const take = (cells: string[]): null => {
    gathered.add(line, cells.map(cellOf))
    dde ||= cells.some((cell) => DDE.test(cell))
    line += cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 1)
    return null
  }
  try {
    parse(lines.slice(note?.length ?? 0), {
      delimiter: told ?? delimiterOf(lines),
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_LINE,
      on_record: take,
    })
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw new Refusal(thrown.code === 'CSV_MAX_RECORD_SIZE' ? 'not-a-table' : 'damaged')
  }
  const remarks = gathered.remarks()
  return {
    from: { kind: 'text', encoding },
    rows: gathered.rows,
    remarks: dde ? [...remarks, { kind: 'dde' }] : remarks,
  }
}

/** Characters: 100 cells of 500, and four times that. A line that is longer is none of a table. */
const LONGEST_LINE = 200_000

/** ="00123456" keeps the zeros from Excel: a formula that says its own text. Of another one nothing is known. */
function cellOf(cell: string): TableCell {
  if (!cell.startsWith('=')) return cell
  return { kind: 'formula', text: /^="([^"]*)"$/.exec(cell)?.[1] ?? null }
}

const PROBED_LINES = 30

/** The one that is in most of the first lines, outside quotes; a comma where none is. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64_000)
    .replace(/"[^"]*"/g, '')
    .split('\n', PROBED_LINES)
  const score = (one: string): number =>
    lines.filter((line) => line.includes(one)).length * 1000 +
    Math.min(
      999,
      lines.reduce((sum, line) => sum + line.split(one).length - 1, 0),
    )
  return [',', '\t', ';'].reduce((best, one) => (score(one) > score(best) ? one : best))
}
