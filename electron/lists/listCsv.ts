import { cellText } from '../reports/cellText.ts'
import type { ListTable } from './listTable.ts'

/**
 * A list as Excel in China opens it right: UTF-8 with its mark, CRLF. The heading is the first line, for
 * whoever reads it with a program; who took the list out stands in the last.
 */
export function listCsv({ headings, rows, madeBy }: ListTable): string {
  const lines = [headings, ...rows, [madeBy]]
  return `\u{feff}${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`
}

function field(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = cellText(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
