import { auditHead, storeAuditRow, type AuditRow } from './audit.ts'
import { auditError, verifyAudit } from './auditCheck.ts'
import type { Database } from './database.ts'
import { errorCode } from '../core/errors.ts'
import { writing } from './writing.ts'

export interface AuditReplayed {
  readonly taken: number
  /** behind a gap: a log that is chained cannot take them; they stay where they were found */
  readonly leftBehind: number
}

/**
 * Puts found rows of the log behind its end, as far as each follows the one before. Rows are never
 * sealed anew: who did what is not told a second time by the program.
 *
 * @throws DeskError
 */
export function replayAudit(db: Database, rows: readonly AuditRow[]): AuditReplayed {
  const end = auditHead(db).seq
  const later = [...new Map(rows.map((row) => [row.hash, row])).values()]
    .filter(({ seq }) => seq > end)
    .toSorted((a, b) => a.seq - b.seq)
  try {
    const taken = putFollowing(db, later)
    return { taken, leftBehind: later.length - taken }
  } catch (thrown) {
    if (errorCode(thrown) !== 'db-chain-broken') throw thrown
    return { taken: 0, leftBehind: later.length }
  }
}

function putFollowing(db: Database, rows: readonly AuditRow[]): number {
  return writing(db, 'The log that was found again was not put back', () => {
    let end = auditHead(db)
    let taken = 0
    for (const row of rows) {
      if (row.seq !== end.seq + 1 || row.prevHash !== end.hash) continue
      storeAuditRow(db, row)
      end = row
      taken += 1
    }
    const log = verifyAudit(db)
    if (log.kind === 'broken') throw auditError(log)
    return taken
  })
}
