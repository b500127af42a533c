import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { PinAnswer } from '../core/signIn.ts'
import { appendAudit } from '../db/audit.ts'
import { auditPage } from '../db/auditPages.ts'
import type { Database } from '../db/database.ts'

/** Wrong PINs on their way into the log. */
export interface WrongPins {
  /** @param db null while the data are closed: written when somebody opens them */
  refused(db: Database | null, operatorId: string, kind: PinAnswer['kind']): void
  /**
   * Writes what waited. Of whoever signs in now also those that an earlier start knew of and took
   * with it: only the counter has them. Inside the transaction of the sign-in.
   */
  write(db: Database, of: { readonly operatorId: string; readonly wrongBefore: number }): void
  /** they are on the disk */
  written(): void
}

/** What is written down of a PIN that was not right. */
const NOTED: readonly PinAnswer['kind'][] = ['wrong', 'wait', 'needs-supervisor', 'key-ruined']
const WAITING_MOST = 100
const LOOKED_AT = 200

export function wrongPins(moment: () => AuditMoment): WrongPins {
  let waiting: { readonly act: AuditAct; readonly moment: AuditMoment }[] = []

  return {
    refused(db, operatorId, kind) {
      if (!NOTED.includes(kind)) return
      const act = actOf(operatorId, kind)
      if (db !== null) appendAudit(db, act, moment())
      else if (waiting.length < WAITING_MOST) waiting.push({ act, moment: moment() })
    },
    write(db, { operatorId, wrongBefore }) {
      const here = waiting.filter(({ act }) => act.about === operatorId).length
      const lost = wrongBefore - here - inLog(db, operatorId)
      for (let n = 0; n < lost; n += 1) appendAudit(db, actOf(operatorId, 'before-start'), moment())
      for (const row of waiting) appendAudit(db, row.act, row.moment)
    },
    written() {
      waiting = []
    },
  }
}

/** Rows of wrong PINs since this person's was last right. */
function inLog(db: Database, operatorId: string): number {
  const kinds = ['pin-wrong', 'signed-in', 're-authenticated'] as const
  const rows = auditPage(db, { before: null, operatorId: null, kinds, limit: LOOKED_AT })
  const right = rows.findIndex((row) => row.kind !== 'pin-wrong' && row.operatorId === operatorId)
  const since = right === -1 ? rows : rows.slice(0, right)
  return since.filter(({ kind, about }) => kind === 'pin-wrong' && about === operatorId).length
}

const actOf = (operatorId: string, reason: PinAnswer['kind'] | 'before-start'): AuditAct => ({
  kind: 'pin-wrong',
  studentId: null,
  about: operatorId,
  reason,
})
