import type { CalendarDate } from '../../core/calendarDate.ts'
import { readRollRows, type RollFileRead } from '../../core/rollFile.ts'
import { guessMapping, ROLL_COLUMNS } from '../../core/rollFileColumns.ts'
import type { Table, TableCell } from '../../core/rollFileTable.ts'
import type { RowTrouble } from '../../core/rollFileTroubles.ts'

/** A table as electron/importing/ would have read it: the first row is line 1, empty ones are not in it. */
export function tableOf(
  rows: readonly (readonly TableCell[])[],
  from: Table['from'] = WORKBOOK,
): Table {
  return {
    from,
    rows: rows
      .map((cells, at) => ({ line: at + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    remarks: [],
  }
}

export const WORKBOOK: Table['from'] = {
  kind: 'workbook',
  sheet: 'Sheet1',
  sheets: [{ name: 'Sheet1', hidden: false }],
  dayZero: '1899-12-30' as CalendarDate,
}

export const TEXT: Table['from'] = { kind: 'text', encoding: 'gb18030' }

export type RollRead = Extract<RollFileRead, { readonly kind: 'read' }>

/** Reads rows below headings, by the mapping that is guessed. */
export function readRoll(
  headings: readonly string[],
  rows: readonly (readonly TableCell[])[],
  from: Table['from'] = WORKBOOK,
): RollRead {
  const { mapping } = guessMapping(headings, ROLL_COLUMNS)
  const read = readRollRows(tableOf([headings, ...rows], from), mapping)
  if (read.kind !== 'read') throw new Error(`No headings: ${read.missing.join()}`)
  return read
}

/** Troubles as a test says them: `3 name name-missing unusable`. */
export function inShort(troubles: readonly RowTrouble<string>[]): readonly string[] {
  return troubles.map(({ line, field, kind, severity }) => `${line} ${field} ${kind} ${severity}`)
}
