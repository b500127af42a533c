import type { EpochMs } from '../core/calendarDate.ts'
import type { CityTrouble } from '../core/cityTrouble.ts'
import type { GiveCardPupil, ListedCard } from '../core/delivery.ts'
import type { ByAct } from './acts.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** A card that is expected, or that came and was not. */
export interface DeliveryRow {
  readonly rowId: string
  readonly deliveryId: string
  readonly line: number
  readonly studentId: string | null
  /** as the list says them */
  readonly educationId: string | null
  readonly printedNumber: string | null
  readonly className: string | null
  readonly why: CityTrouble | null
  readonly expected: boolean
  readonly cardId: string | null
  readonly arrivedAt: EpochMs | null
}

export interface Delivery {
  readonly deliveryId: string
  readonly fromFile: boolean
  readonly fileDigest: string | null
  readonly at: EpochMs
}

/** A list that is made; of the parts of a long one the first makes it. Inside a transaction. */
export function putDelivery(
  db: Database,
  { deliveryId, fileDigest }: Pick<Delivery, 'deliveryId' | 'fileDigest'>,
  { at, operatorId }: ByAct,
): void {
  prepared<(string | number | null)[]>(
    db,
    'INSERT INTO delivery VALUES (?, ?, ?, ?, ?) ON CONFLICT (delivery_id) DO NOTHING',
  ).run(deliveryId, fileDigest === null ? 0 : 1, fileDigest, at, operatorId)
}

/** Inside a transaction. */
export function putDeliveryRow(
  db: Database,
  deliveryId: string,
  row: ListedCard & Pick<DeliveryRow, 'expected'>,
): void {
  const { rowId, line, studentId, educationId, printedNumber, name, className, why } = row
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO delivery_row (row_id, delivery_id, line, student_id, education_id, printed_number, name,
                               class_name, why, expected)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[rowId, deliveryId, line, studentId, educationId, printedNumber, name, className, why],
    row.expected ? 1 : 0,
  )
}

/** Whose it is was found out. Inside a transaction. */
export function giveRowPupil(
  db: Database,
  { rowId, studentId, printedNumber }: GiveCardPupil,
): void {
  prepared<(string | null)[]>(
    db,
    `UPDATE delivery_row SET student_id = ?, printed_number = coalesce(?, printed_number), why = NULL
     WHERE row_id = ?`,
  ).run(studentId, printedNumber, rowId)
}

/** Its card came. Inside a transaction. */
export function rowArrived(db: Database, rowId: string, cardId: string, at: EpochMs): void {
  prepared<(string | number)[]>(
    db,
    'UPDATE delivery_row SET card_id = ?, arrived_at = ? WHERE row_id = ?',
  ).run(cardId, at, rowId)
}

/** An arrival was taken back: it is expected again, or was never on a list. Inside a transaction. */
export function rowMissing(db: Database, cardId: string): void {
  prepared<[string]>(db, 'DELETE FROM delivery_row WHERE card_id = ? AND expected = 0').run(cardId)
  prepared<[string]>(
    db,
    'UPDATE delivery_row SET card_id = NULL, arrived_at = NULL WHERE card_id = ?',
  ).run(cardId)
}

/** Nothing has come of it; a list that has no row left goes with it. Inside a transaction. */
export function dropRow(db: Database, rowId: string): void {
  prepared<[string]>(db, 'DELETE FROM delivery_row WHERE card_id IS NULL AND row_id = ?').run(rowId)
  prepared<[]>(
    db,
    'DELETE FROM delivery WHERE delivery_id NOT IN (SELECT delivery_id FROM delivery_row)',
  ).run()
}

/** Newest first. */
export function deliveries(db: Database, limit: number): readonly Delivery[] {
  type Row = Omit<Delivery, 'fromFile'> & { readonly fromFile: number }
  return reading('The lists of cards were not read', () =>
    prepared<[number], Row>(
      db,
      `SELECT delivery_id AS deliveryId, from_file AS fromFile, file_digest AS fileDigest, at FROM delivery
       ORDER BY at DESC, delivery_id DESC LIMIT ?`,
    )
      .all(limit)
      .map((row) => ({ ...row, fromFile: row.fromFile === 1 })),
  )
}

export function getDelivery(db: Database, deliveryId: string): Pick<Delivery, 'at'> | null {
  return reading('The list of cards was not read', () => {
    const sql = 'SELECT at FROM delivery WHERE delivery_id = ?'
    return prepared<[string], Pick<Delivery, 'at'>>(db, sql).get(deliveryId) ?? null
  })
}

/** @param but this list does not count */
export function isListed(db: Database, fileDigest: string, but = ''): boolean {
  return reading('The lists of cards were not read', () => {
    const sql = 'SELECT 1 FROM delivery WHERE file_digest = ? AND delivery_id <> ?'
    return prepared<[string, string], unknown>(db, sql).get(fileDigest, but) !== undefined
  })
}

export function lastLine(db: Database, deliveryId: string): number {
  return reading('The list of cards was not read', () => {
    const sql = 'SELECT coalesce(max(line), 0) AS n FROM delivery_row WHERE delivery_id = ?'
    return prepared<[string], { n: number }>(db, sql).get(deliveryId)?.n ?? 0
  })
}
