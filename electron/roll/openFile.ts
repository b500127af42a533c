import {
  CARD_COLUMNS,
  findHeadings,
  guessMapping,
  privateColumn,
  ROLL_COLUMNS,
  type FileColumns,
  type Mapping,
  type MappingGuess,
} from '../../core/rollFileColumns.ts'
import { cellText, type Table } from '../../core/rollFileTable.ts'
import type { FileKind, FileOpened } from '../../core/rollRequests.ts'
import { readTable } from '../importing/readTable.ts'

export interface OpenFileJob {
  readonly of: FileKind
  readonly fileName: string
  readonly bytes: Uint8Array
  /** of a workbook; null: the first in which something stands */
  readonly sheet: string | null
  /** the mapping of last time; null: none */
  readonly remembered: Mapping<string> | null
}

/** So many lines show what the columns hold. */
const SAMPLE_LINES = 4

/** What of a file is shown before anything is taken over. For a thread. */
export async function openFile(job: OpenFileJob): Promise<FileOpened> {
  const read = await readTable(job.bytes, job.sheet)
  if (read.kind === 'refused') return read
  const { table } = read
  const columns: FileColumns<string> = job.of === 'roll' ? ROLL_COLUMNS : CARD_COLUMNS
  const headings = findHeadings(table, columns) ?? firstLine(table)
  const guess = guessMapping(headings.texts, columns)
  const fits = job.remembered?.every(({ heading }) => headings.texts.includes(heading)) === true
  const { from } = table
  return {
    kind: 'opened',
    ...{ of: job.of, fileName: job.fileName },
    sheet: from.kind === 'workbook' ? from.sheet : null,
    sheets: from.kind === 'workbook' ? from.sheets : [],
    headings: headings.texts,
    sample: sampleBelow(table, headings),
    rows: table.rows.filter(({ line }) => line > headings.line).length,
    mapping: fits ? (job.remembered ?? []) : guess.mapping,
    remembered: fits,
    ...{ ignored: ignoredIn(guess), remarks: table.remarks },
  }
}

/** Somebody says themselves which column is what. */
function firstLine({ rows: [first] }: Table): {
  readonly line: number
  readonly texts: readonly string[]
} {
  return { line: first?.line ?? 1, texts: first?.cells.map((cell) => cellText(cell).trim()) ?? [] }
}

function sampleBelow(
  table: Table,
  { line, texts }: { readonly line: number; readonly texts: readonly string[] },
): readonly (readonly string[])[] {
  return table.rows
    .filter((row) => row.line > line)
    .slice(0, SAMPLE_LINES)
    .map(({ cells }) =>
      texts.map((heading, at) =>
        privateColumn(heading) === null ? asTail(cellText(cells[at])) : '',
      ),
    )
}

/** Enough to see what a column holds: numbers leave main as tails (look.md 6). */
const asTail = (text: string): string => text.replace(/\d(?=\d{4})/g, '•')

const ignoredIn = ({ ignored }: MappingGuess<string>) => ignored
