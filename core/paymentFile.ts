import { isInFen, PAYMENT_COLUMNS, type PaymentField } from './cityFileColumns.ts'
import type { CityPayment, CityRow } from './cityLink.ts'
import { cityTrouble, type CityTrouble } from './cityTrouble.ts'
import { readAmount, readResult, type Understood } from './paymentCells.ts'
import { readText } from './rollFileCell.ts'
import { findHeadings, guessMapping, type Mapping } from './rollFileColumns.ts'
import { readDate } from './rollFileEnrolment.ts'
import { placeMapping, type PlacedMapping } from './rollFileMapping.ts'
import { readEducationId } from './rollFileNumber.ts'
import { cellText, type Table, type TableRow } from './rollFileTable.ts'

export type PaymentFileRead =
  | {
      readonly kind: 'read'
      readonly rows: readonly CityRow<CityPayment>[]
      /** no column says what came of a payment: each counts as come */
      readonly withoutResult: boolean
    }
  | { readonly kind: 'no-columns' }

/** Reads 缴费对账: which columns are what, the headings say. A line of no payment (a total, 待支付) is left out. */
export function readPaymentFile(table: Table): PaymentFileRead {
  const headings = findHeadings(table, PAYMENT_COLUMNS)
  if (headings === null) return { kind: 'no-columns' }
  const { mapping } = guessMapping(headings.texts, PAYMENT_COLUMNS)
  const placed = placeMapping(table, mapping, PAYMENT_COLUMNS)
  if ('missing' in placed) return { kind: 'no-columns' }
  const has = (field: PaymentField): boolean => placed.fields.includes(field)
  if (!has('educationId') && !has('cityNo')) return { kind: 'no-columns' }
  const turns = new Map<string, number>()
  const inFen = isInFen(headingOf(mapping, 'amount'))
  const rows = placed.rows.flatMap((row) => lineOf(row, placed, table.from, inFen) ?? [])
  return {
    kind: 'read',
    rows: rows.map((row) => (row.kind === 'read' ? numbered(row, turns) : row)),
    withoutResult: !has('result'),
  }
}

const headingOf = (mapping: Mapping<PaymentField>, of: PaymentField): string =>
  mapping.find(({ field }) => field === of)?.heading ?? ''

type Line = CityRow<CityPayment>

/** So begins a number the desk gave a payment that came without one: it is told apart within one pupil alone. */
const OWN_NUMBER = '#'

export const isOwnNumber = (cityNo: string): boolean => cityNo.startsWith(OWN_NUMBER)

/** A payment the city has given no number: the n-th of this pupil, day and amount. */
function numbered(row: Extract<Line, { readonly kind: 'read' }>, turns: Map<string, number>): Line {
  const { educationId, cityNo, on, fen } = row.told
  if (cityNo !== '') return row
  const key = `${educationId ?? ''} ${on} ${fen}`
  const turn = (turns.get(key) ?? 0) + 1
  turns.set(key, turn)
  return { ...row, told: { ...row.told, cityNo: `${OWN_NUMBER}${on}/${fen}/${turn}` } }
}

/** null: no payment stands in it */
function lineOf(
  row: TableRow,
  placed: PlacedMapping<PaymentField>,
  from: Table['from'],
  inFen: boolean,
): Line | null {
  const texts = Object.fromEntries(
    placed.fields.map((field) => [field, cellText(placed.cell(row, field)).trim()]),
  ) as Readonly<Partial<Record<PaymentField, string>>>
  const { line } = row
  const unreadable = (why: CityTrouble): Line => ({
    ...{ kind: 'unreadable', line, why },
    // A 身份证号 is said to be one and goes no further: nobody here keeps it.
    texts: why === 'identity-number-in-column' ? { ...texts, educationId: '' } : texts,
  })
  const idCell = placed.cell(row, 'educationId')
  const cityNo = (texts.cityNo ?? '').normalize('NFKC').replace(/^['’‘`]|\s/g, '')
  // A total, a signature, a note: none of them has a day.
  if (idCell === '' && (texts.paidOn ?? '') === '') return null
  const result: Understood<CityPayment['result'] | null> = placed.fields.includes('result')
    ? wordOf(placed, row)
    : { kind: 'read', value: 'paid' }
  if (result.kind === 'read' && result.value === null) return null
  const numberCell = placed.cell(row, 'cityNo')
  if (typeof numberCell !== 'string' && numberCell.kind === 'damaged-number')
    return unreadable('number-damaged')
  const id = readEducationId(idCell, from)
  const nameless = id.kind === 'trouble' && id.what.kind === 'education-id-missing'
  if (id.kind === 'trouble' && !(nameless && cityNo !== ''))
    return unreadable(cityTrouble(id.what.kind))
  const amountCell = readText(placed.cell(row, 'amount'), { merged: 'refused' })
  if (amountCell.kind === 'trouble') return unreadable(cityTrouble(amountCell.what.kind))
  const amount = readAmount(amountCell.kind === 'read' ? amountCell.value : '', inFen)
  if (amount.kind === 'trouble') return unreadable(amount.why)
  const date = readDate(placed.cell(row, 'paidOn'), from)
  if (date.kind === 'empty') return unreadable('date-missing')
  if (date.kind === 'trouble') return unreadable(cityTrouble(date.what.kind))
  if (result.kind === 'trouble') return unreadable(result.why)
  if (result.value === null) return null
  if (amount.value < 0 && result.value !== 'refunded') return unreadable('amount-negative')
  const educationId = id.kind === 'read' ? id.value : null
  const told = { educationId, cityNo, on: date.value, fen: Math.abs(amount.value) }
  return { kind: 'read', line, told: { ...told, result: result.value } }
}

function wordOf(placed: PlacedMapping<PaymentField>, row: TableRow): ReturnType<typeof readResult> {
  const cell = readText(placed.cell(row, 'result'), { merged: 'one-for-all' })
  if (cell.kind === 'trouble') return { kind: 'trouble', why: cityTrouble(cell.what.kind) }
  return readResult(cell.kind === 'read' ? cell.value : '')
}
