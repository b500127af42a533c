import { auditError, verifyAudit } from './auditCheck.ts'
import { verifyChain, chainError } from './chain.ts'
import { tablesOf } from './contents.ts'
import type { Database } from './database.ts'
import { dbError } from './dbError.ts'
import { prepared } from './statements.ts'

/** Most of the file by far, and nothing a tap needs: not read through at the start. */
const NOT_AT_START = 'picture'

/**
 * Reads through every table and index a tap can touch, a few milliseconds for a school. Damage in
 * a photo is told when that photo is looked at, or by `fullCheck`.
 *
 * @throws DeskError 'db-ruined'
 */
export function quickCheck(db: Database): void {
  const tables = prepared<[string], { name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> ?`,
  ).all(NOT_AT_START)
  for (const { name } of tables) expectOk(db.pragma(`quick_check('${name}')`, { simple: true }))
}

/**
 * Everything: every page, every index against its table, every reference, the chains of outbox and log.
 * Seconds for a school with photos: for a worker with a read-only connection, weekly, after an
 * unclean stop, and for every backup.
 *
 * @throws DeskError 'db-ruined', 'db-chain-broken'
 */
export function fullCheck(db: Database): void {
  try {
    expectOk(db.pragma('integrity_check(1)', { simple: true }))
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) expectOk('a reference to nothing')
  } catch (thrown) {
    throw dbError(thrown, 'The check of the data was not passed')
  }
  // before its migrations an older file has neither
  const tables = tablesOf(db)
  const chain = tables.includes('outbox') ? verifyChain(db) : null
  if (chain?.kind === 'broken') throw chainError(chain)
  const log = tables.includes('audit') ? verifyAudit(db) : null
  if (log?.kind === 'broken') throw auditError(log)
}

function expectOk(found: unknown): void {
  if (found === 'ok') return
  throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
}
