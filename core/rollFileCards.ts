import { CARD_COLUMNS, type CardField, type Mapping } from './rollFileColumns.ts'
import { placeMapping } from './rollFileMapping.ts'
import { readCardNumber, readEducationId } from './rollFileNumber.ts'
import type { Table } from './rollFileTable.ts'
import { trouble, type RowTrouble } from './rollFileTroubles.ts'
import { sortOutTwins, type Numbered, type Twin } from './rollFileTwice.ts'

/** Whose card bears which number, as a line of a card file says it. */
export interface CardFileRow {
  readonly line: number
  /** 8 digits with leading zeros */
  readonly educationId: string
  /** 市政交通一卡通卡号, printed at the foot of the card: 16–20 digits */
  readonly printedNumber: string
}

export type CardFileRead =
  | {
      readonly kind: 'read'
      readonly headingLine: number
      readonly rows: readonly CardFileRow[]
      /** by line */
      readonly troubles: readonly RowTrouble<CardField>[]
    }
  | { readonly kind: 'no-headings'; readonly missing: readonly CardField[] }

/** Reads a list of cards. One pupil with two numbers, or one number of two pupils: none of these lines is used. */
export function readCardRows(table: Table, mapping: Mapping<CardField>): CardFileRead {
  const placed = placeMapping(table, mapping, CARD_COLUMNS)
  if ('missing' in placed) return { kind: 'no-headings', missing: placed.missing }
  const troubles: RowTrouble<CardField>[] = []
  const read: CardFileRow[] = []
  for (const row of placed.rows) {
    const { line } = row
    const [idCell, numberCell] = [
      placed.cell(row, 'educationId'),
      placed.cell(row, 'printedNumber'),
    ]
    if (idCell === '' && numberCell === '') {
      troubles.push(trouble<CardField>(line, null, { kind: 'no-pupil' }))
      continue
    }
    const id = readEducationId(idCell, table.from)
    const number = readCardNumber(numberCell)
    if (id.kind === 'trouble') troubles.push(trouble(line, 'educationId', id.what))
    if (number.kind === 'trouble') troubles.push(trouble(line, 'printedNumber', number.what))
    if (id.kind === 'read' && number.kind === 'read')
      read.push({ line, educationId: id.value, printedNumber: number.value })
  }
  const byPupil = sortOutTwins(numberedBy('educationId', read), saysTheSame)
  const byCard = sortOutTwins(numberedBy('printedNumber', byPupil.kept), saysTheSame)
  const twice = (kind: 'education-id-twice' | 'card-number-twice', twins: readonly Twin[]) =>
    twins.map(({ line, ...twin }) =>
      trouble<CardField>(line, kind === 'education-id-twice' ? 'educationId' : 'printedNumber', {
        kind,
        ...twin,
      }),
    )
  return {
    kind: 'read',
    headingLine: placed.headingLine,
    rows: byCard.kept,
    troubles: [
      ...troubles,
      ...twice('education-id-twice', byPupil.twins),
      ...twice('card-number-twice', byCard.twins),
    ].sort((one, other) => one.line - other.line),
  }
}

function numberedBy(
  field: 'educationId' | 'printedNumber',
  rows: readonly CardFileRow[],
): readonly Numbered<CardFileRow>[] {
  return rows.map((row) => ({ line: row.line, number: row[field], row }))
}

function saysTheSame(one: CardFileRow, other: CardFileRow): boolean {
  return one.educationId === other.educationId && one.printedNumber === other.printedNumber
}
