import { canonical } from '../../core/outbox.ts'
import { tablesOf } from '../../db/contents.ts'
import type { Database } from '../../db/database.ts'
import { replayOutbox } from '../../db/replay.ts'
import { foundRows } from './caseActs.ts'

/** What no act tells: the log has a replay of its own; counts of readers and fare dates went with the file. */
const NOT_REPLAYED = ['audit', 'audit_head', 'card_fare', 'picture', 'reader_day', 'setting']

/** Every row of every table an act is shown in, in no order but that of their texts. */
export function everyRow(db: Database): Readonly<Record<string, readonly string[]>> {
  const tables = tablesOf(db).filter(
    (table) => !NOT_REPLAYED.includes(table) && !table.startsWith('search_'),
  )
  return Object.fromEntries(
    tables.map((table) => [
      table,
      (db.prepare(`SELECT * FROM "${table}"`).all() as Row[]).map(textOf).toSorted(),
    ]),
  )
}

type Row = Readonly<Record<string, unknown>>

/** What is kept as JSON may be written in another order. */
const textOf = ({ body, ...row }: Row): string =>
  canonical(typeof body === 'string' ? { ...row, body: JSON.parse(body) as unknown } : row)

/** Puts everything the one desk has done into a copy of it from before. */
export function replayInto(back: Database, lost: Database): void {
  replayOutbox(back, { rows: foundRows(lost), newEpoch: 'if-needed', epochSeen: 1 })
}
