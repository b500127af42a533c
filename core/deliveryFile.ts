import { DELIVERY_COLUMNS, type DeliveryField } from './cityFileColumns.ts'
import type { CityDelivery, CityRow } from './cityLink.ts'
import { cityTrouble, type CityTrouble } from './cityTrouble.ts'
import { readText } from './rollFileCell.ts'
import { findHeadings, guessMapping } from './rollFileColumns.ts'
import { placeMapping, type PlacedMapping } from './rollFileMapping.ts'
import { readCardNumber, readEducationId } from './rollFileNumber.ts'
import { cellText, type Table, type TableRow } from './rollFileTable.ts'

export type DeliveryFileRead =
  | { readonly kind: 'read'; readonly rows: readonly CityRow<CityDelivery>[] }
  | { readonly kind: 'no-columns' }

type Line = CityRow<CityDelivery>

/** Reads 到卡清单: which cards are on their way. One pupil twice, or one number of two: the first line counts. */
export function readDeliveryFile(table: Table): DeliveryFileRead {
  const headings = findHeadings(table, DELIVERY_COLUMNS)
  if (headings === null) return { kind: 'no-columns' }
  const { mapping } = guessMapping(headings.texts, DELIVERY_COLUMNS)
  const placed = placeMapping(table, mapping, DELIVERY_COLUMNS)
  if ('missing' in placed) return { kind: 'no-columns' }
  const seen = { ids: new Set<string>(), numbers: new Set<string>() }
  return {
    kind: 'read',
    rows: placed.rows.flatMap((row) => {
      const line = lineOf(row, placed, table.from)
      return line === null ? [] : [once(line, seen)]
    }),
  }
}

/** null: no card stands in it */
function lineOf(
  row: TableRow,
  placed: PlacedMapping<DeliveryField>,
  from: Table['from'],
): Line | null {
  const { line } = row
  const idCell = placed.cell(row, 'educationId')
  const numberCell = placed.cell(row, 'printedNumber')
  if (idCell === '' && numberCell === '') return null
  const id = readEducationId(idCell, from)
  if (id.kind !== 'read')
    return unreadable(row, placed, 'educationId', troubleOf(id, 'education-id-missing'))
  const number = readCardNumber(numberCell)
  const isThere = number.kind === 'read'
  const lacking = number.kind === 'trouble' && number.what.kind === 'card-number-missing'
  if (!isThere && !lacking)
    return unreadable(row, placed, 'printedNumber', troubleOf(number, 'card-number-malformed'))
  const told: CityDelivery = {
    educationId: id.value,
    printedNumber: isThere ? number.value : null,
    name: textOf(placed, row, 'name'),
    className: textOf(placed, row, 'class'),
  }
  return { kind: 'read', line, told }
}

function troubleOf(cell: ReturnType<typeof readEducationId>, otherwise: CityTrouble): CityTrouble {
  return cell.kind === 'trouble' ? cityTrouble(cell.what.kind) : otherwise
}

/** A 身份证号 is said to be one and goes no further: nobody here keeps it. */
function unreadable(
  row: TableRow,
  placed: PlacedMapping<DeliveryField>,
  where: DeliveryField,
  why: CityTrouble,
): Line {
  const kept = placed.fields.filter(
    (field) => field !== where || why !== 'identity-number-in-column',
  )
  const texts = Object.fromEntries(
    kept.map((field) => [field, cellText(placed.cell(row, field)).trim()]),
  )
  return { kind: 'unreadable', line: row.line, texts, why }
}

function textOf(
  placed: PlacedMapping<DeliveryField>,
  row: TableRow,
  field: DeliveryField,
): string | null {
  const cell = readText(placed.cell(row, field), { merged: 'one-for-all' })
  return cell.kind === 'read' ? cell.value.slice(0, LONGEST) : null
}

const LONGEST = 60

function once(
  line: Line,
  seen: { readonly ids: Set<string>; readonly numbers: Set<string> },
): Line {
  if (line.kind === 'unreadable') return line
  const { educationId, printedNumber, name, className } = line.told
  const texts = {
    ...{ educationId, printedNumber: printedNumber ?? '' },
    ...{ name: name ?? '', class: className ?? '' },
  }
  if (seen.ids.has(educationId))
    return { kind: 'unreadable', line: line.line, texts, why: 'education-id-twice' }
  if (printedNumber !== null && seen.numbers.has(printedNumber))
    return { kind: 'unreadable', line: line.line, texts, why: 'card-number-twice' }
  seen.ids.add(educationId)
  if (printedNumber !== null) seen.numbers.add(printedNumber)
  return line
}
