import { createHash, type Hash } from 'node:crypto'
import type { AuditHead } from '../core/audit.ts'
import { FIRST_PREV_HASH } from '../core/outbox.ts'
import { auditHead } from './audit.ts'
import type { Database } from './database.ts'
import { chainHeads, type ChainHead } from './outbox.ts'
import { reading } from './writing.ts'

/** What a database holds, counted. */
export interface Contents {
  readonly schemaVersion: number
  /** how many, by table */
  readonly rows: Readonly<Record<string, number>>
  readonly outboxHeads: readonly ChainHead[]
  readonly auditHead: AuditHead
}

/** As of one moment, also while another connection writes. Knows older schemas too. @throws DeskError */
export function contentsOf(db: Database): Contents {
  return reading('The data were not counted', () =>
    atOneMoment(db, () => {
      const tables = tablesOf(db)
      return {
        schemaVersion: db.pragma('user_version', { simple: true }) as number,
        rows: Object.fromEntries(tables.map((table) => [table, count(db, table)])),
        outboxHeads: tables.includes('outbox_head') ? chainHeads(db) : [],
        auditHead: tables.includes('audit_head')
          ? auditHead(db)
          : { seq: 0, hash: FIRST_PREV_HASH },
      }
    }),
  )
}

/**
 * SHA-256 (lower hex) of every row of every table, of the schema and its version. Two databases
 * with one digest hold the same, however their files are laid out.
 *
 * @throws DeskError
 */
export function digestOf(db: Database): string {
  return reading('The data were not gone through', () =>
    atOneMoment(db, () => {
      const hash = createHash('sha256')
      hash.update(`version ${String(db.pragma('user_version', { simple: true }))}`)
      hashRows(hash, db, `SELECT type, name, sql FROM sqlite_schema ORDER BY type, name`)
      for (const table of tablesOf(db)) {
        hash.update(`table ${table}`)
        hashRows(hash, db, `SELECT * FROM "${table}" ORDER BY ${order(db, table)}`)
      }
      return hash.digest('hex')
    }),
  )
}

/** One read transaction; a connection that only reads cannot begin the other kind. */
function atOneMoment<T>(db: Database, work: () => T): T {
  db.exec('BEGIN')
  try {
    return work()
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

/** Those that hold rows of their own, by name. */
export function tablesOf(db: Database): readonly string[] {
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list
              WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%'
              ORDER BY name`,
    )
    .all() as { readonly name: string }[]
  return tables.map(({ name }) => name)
}

function count(db: Database, table: string): number {
  return (db.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { readonly n: number }).n
}

/** By key: rowids may be others in a copy. */
function order(db: Database, table: string): string {
  const key = db
    .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`)
    .all() as { readonly name: string }[]
  return key.length === 0 ? 'rowid' : key.map(({ name }) => `"${name}"`).join(', ')
}

function hashRows(hash: Hash, db: Database, select: string): void {
  for (const row of db.prepare(select).iterate())
    for (const value of Object.values(row as Readonly<Record<string, unknown>>))
      if (value instanceof Uint8Array) hash.update(`bytes ${value.length} `).update(value)
      else hash.update(`${JSON.stringify(value)},`)
}
