import { createHash } from 'node:crypto'
import type { EpochMs } from '../core/calendarDate.ts'
import type { CityPayment, CityRow } from '../core/cityLink.ts'
import type { KeptWhy } from '../core/paymentOutcome.ts'
import type { ByAct } from './acts.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

type PaymentRow = CityRow<CityPayment>

/** A payment that waits until something can be made of it. */
export interface KeptRow {
  readonly rowId: string
  readonly row: PaymentRow
  readonly why: KeptWhy
  readonly fileDigest: string
  readonly at: EpochMs
}

interface Row {
  readonly rowId: string
  readonly content: string
  readonly readable: number
  readonly why: string
  readonly fileDigest: string
  readonly line: number
  readonly at: number
}

/** By what it says: the same payment in two files is one row. */
export function rowIdOf(row: PaymentRow): string {
  return createHash('sha256')
    .update(`payment ${contentOf(row)}`)
    .digest('hex')
}

/** Key by key, so that the same payment is the same text. */
function contentOf(row: PaymentRow): string {
  if (row.kind === 'unreadable')
    return JSON.stringify(Object.entries(row.texts).sort(([a], [b]) => (a < b ? -1 : 1)))
  const { educationId, cityNo, on, fen, result } = row.told
  return JSON.stringify({ educationId, cityNo, on, fen, result })
}

/** Kept until it is settled; what was settled before stays so. Inside a transaction. */
export function keepCityRow(
  db: Database,
  row: PaymentRow,
  of: { readonly why: KeptWhy; readonly fileDigest: string; readonly at: EpochMs },
): void {
  const educationId =
    row.kind === 'read' ? row.told.educationId : (row.texts['educationId'] ?? null) || null
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO city_row (row_id, of, education_id, content, readable, why, file_digest, line, at)
     VALUES (?, 'payment', ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (row_id) DO UPDATE SET why = excluded.why WHERE settled_at IS NULL`,
  ).run(
    ...[rowIdOf(row), educationId, contentOf(row), row.kind === 'read' ? 1 : 0, of.why],
    ...[of.fileDigest, row.line, of.at],
  )
}

/** Nothing more is waited for; what was settled before stays so. Inside a transaction. @param reason null: it was taken after all */
export function settleCityRow(
  db: Database,
  rowId: string,
  { at, operatorId, reason }: Pick<ByAct, 'at' | 'operatorId'> & { readonly reason: string | null },
): void {
  prepared<(string | number | null)[]>(
    db,
    `UPDATE city_row SET settled_at = ?, settled_by = ?, settled_reason = ?
     WHERE row_id = ? AND settled_at IS NULL`,
  ).run(at, operatorId, reason, rowId)
}

/** What is waited for, and why; null: it was never kept. */
export function keptCityRow(
  db: Database,
  rowId: string,
): { readonly why: KeptWhy } | 'settled' | null {
  return reading('The payment was not looked up', () => {
    const row = prepared<[string], { why: string; settledAt: number | null }>(
      db,
      'SELECT why, settled_at AS settledAt FROM city_row WHERE row_id = ?',
    ).get(rowId)
    if (row === undefined) return null
    return row.settledAt === null ? { why: row.why as KeptWhy } : 'settled'
  })
}

/** Not settled yet, the oldest first. */
export function openCityRows(db: Database, limit = -1): readonly KeptRow[] {
  return reading('The payments were not looked up', () =>
    prepared<[number], Row>(
      db,
      `SELECT row_id AS rowId, content, readable, why, file_digest AS fileDigest, line, at FROM city_row
       WHERE settled_at IS NULL ORDER BY at, line, row_id LIMIT ?`,
    )
      .all(limit)
      .map(keptOf),
  )
}

export function countOpenCityRows(db: Database): number {
  return reading('The payments were not counted', () => {
    const sql = 'SELECT count(*) AS n FROM city_row WHERE settled_at IS NULL'
    return prepared<[], { n: number }>(db, sql).get()?.n ?? 0
  })
}

/** Whose payments have this number. */
export function studentsOfCityNo(db: Database, cityNo: string): readonly string[] {
  return reading('The payments were not looked up', () =>
    prepared<[string], { studentId: string }>(
      db,
      'SELECT DISTINCT student_id AS studentId FROM fee_order WHERE city_no = ?',
    )
      .all(cityNo)
      .map(({ studentId }) => studentId),
  )
}

/** The casts are what `keepCityRow` wrote. */
function keptOf({ rowId, content, readable, why, fileDigest, line, at }: Row): KeptRow {
  const said: unknown = JSON.parse(content)
  const row: PaymentRow =
    readable === 1
      ? { kind: 'read', line, told: said as CityPayment }
      : {
          ...{ kind: 'unreadable', line, why: why as Extract<PaymentRow, { why: unknown }>['why'] },
          texts: Object.fromEntries(said as readonly (readonly [string, string])[]),
        }
  return { rowId, row, why: why as KeptWhy, fileDigest, at }
}
