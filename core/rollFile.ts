import { ROLL_COLUMNS, type Mapping, type RollField } from './rollFileColumns.ts'
import { placeMapping } from './rollFileMapping.ts'
import { readLine, type RollFileRow } from './rollFileRow.ts'
import type { Table } from './rollFileTable.ts'
import { trouble, type RowTrouble } from './rollFileTroubles.ts'
import { sortOutTwins } from './rollFileTwice.ts'

export type { RollFileRow }

export type RollFileRead =
  | {
      readonly kind: 'read'
      readonly headingLine: number
      /** the columns the file has: what it does not have, it does not say of anybody */
      readonly fields: readonly RollField[]
      readonly rows: readonly RollFileRow[]
      /** by line */
      readonly troubles: readonly RowTrouble<RollField>[]
      /** 教育IDs of lines that cannot be used: whoever asks who is gone must not take these for gone */
      readonly heldBack: readonly string[]
    }
  /** no line has the headings of the mapping: these fields were not found */
  | { readonly kind: 'no-headings'; readonly missing: readonly RollField[] }

/** Reads the pupils of a roll file. A line is used whole or, where what must be there cannot be read, not at all. */
export function readRollRows(table: Table, mapping: Mapping<RollField>): RollFileRead {
  const placed = placeMapping(table, mapping, ROLL_COLUMNS)
  if ('missing' in placed) return { kind: 'no-headings', missing: placed.missing }
  const lines = placed.rows.map((row) => readLine(row, placed, table.from))
  const numbered = lines.flatMap(({ line, educationId, row }) =>
    educationId === null ? [] : [{ line, number: educationId, row }],
  )
  const { kept, twins } = sortOutTwins(numbered, saysTheSame)
  const used = new Set(kept.map(({ educationId }) => educationId))
  const troubles = lines
    .flatMap((one) => one.troubles)
    .concat(
      twins.map(({ line, ...twin }) =>
        trouble(line, 'educationId', { kind: 'education-id-twice', ...twin }),
      ),
    )
  return {
    kind: 'read',
    headingLine: placed.headingLine,
    fields: placed.fields,
    rows: kept,
    troubles: troubles.sort((one, other) => one.line - other.line),
    heldBack: [...new Set(numbered.map(({ number }) => number))].filter((one) => !used.has(one)),
  }
}

function saysTheSame(one: RollFileRow, other: RollFileRow): boolean {
  return JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 })
}
