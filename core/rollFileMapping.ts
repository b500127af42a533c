import {
  headingKey,
  LAST_ROW_FOR_HEADINGS,
  privateColumn,
  type FileColumns,
  type Mapping,
} from './rollFileColumns.ts'
import { cellText, type Table, type TableCell, type TableRow } from './rollFileTable.ts'

/** A mapping laid on a table: where each field stands. */
export interface PlacedMapping<Field extends string> {
  /** the line of the headings */
  readonly headingLine: number
  /** the fields there are columns for */
  readonly fields: readonly Field[]
  /** the lines below the headings; a line that repeats them, as on the next page of a printed list, is left out */
  readonly rows: readonly TableRow[]
  /** '' where the line is too short or the file has no such column */
  cell(row: TableRow, field: Field): TableCell
}

/**
 * Finds the headings of a mapping, remembered or new, wherever their columns are today.
 *
 * @returns the required fields whose headings no line has, when there is no such line
 */
export function placeMapping<Field extends string>(
  table: Table,
  mapping: Mapping<Field>,
  columns: FileColumns<Field>,
): PlacedMapping<Field> | { readonly missing: readonly Field[] } {
  const wanted = mapping.filter(({ heading }) => privateColumn(heading) === null)
  const found = table.rows
    .slice(0, LAST_ROW_FOR_HEADINGS)
    .map((row, at) => ({ row, at, places: placesIn(row, wanted) }))
  const most = Math.max(0, ...found.map(({ places }) => places.size))
  const best = found.find(({ places }) => places.size === most)
  const missing = columns.required.filter((field) => best?.places.has(field) !== true)
  if (best === undefined || missing.length > 0) return { missing }
  const { row: headings, at, places } = best
  const cell = (row: TableRow, field: Field): TableCell => row.cells[places.get(field) ?? -1] ?? ''
  const isHeadings = (row: TableRow): boolean =>
    columns.required.every(
      (field) => cellText(cell(row, field)) === cellText(cell(headings, field)),
    )
  return {
    headingLine: headings.line,
    fields: [...places.keys()],
    rows: table.rows.slice(at + 1).filter((row) => !isHeadings(row)),
    cell,
  }
}

function placesIn<Field extends string>(
  row: TableRow,
  wanted: Mapping<Field>,
): ReadonlyMap<Field, number> {
  const keys = row.cells.map(key)
  return new Map(
    wanted
      .map(({ heading, field }) => [field, keys.indexOf(headingKey(heading))] as const)
      .filter(([, at]) => at >= 0),
  )
}

function key(cell: TableCell): string {
  return headingKey(cellText(cell))
}
