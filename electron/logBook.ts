import type { AuditAct } from '../core/audit.ts'
import type { AuditCheckShown, AuditPage } from '../core/contract.ts'
import type { AuditKind } from '../core/audit.ts'
import type { Operator } from '../core/staff.ts'
import { auditPage } from '../db/auditPages.ts'
import { listOperators } from '../db/operators.ts'
import { lookInLog, pupilsIn } from './logPupils.ts'
import type { OpenSchool } from './school.ts'

export interface LogBookParts {
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** on the disk when it returns: what was not written down is not shown */
  readonly audit: (act: AuditAct) => void
  /** reads the whole log off the main thread */
  readonly check: (school: OpenSchool) => Promise<AuditCheckShown>
  readonly onLifted: () => void
}

export interface LogWish {
  readonly before: number | null
  readonly operatorId: string | null
  readonly kinds: readonly AuditKind[] | null
  readonly limit: number
}

/** The log, for whoever may read it. */
export interface LogBook {
  page(wish: LogWish): AuditPage
  check(): Promise<AuditCheckShown>
  /** somebody answers for it that the log was changed; from now on it is watched from its end as it is */
  lift(reason: string): void
}

export function logBook(parts: LogBookParts): LogBook {
  return {
    page(wish) {
      const { db } = parts.school().data
      const all = { from: null, to: null, studentId: null }
      // One more than wanted tells whether there are more.
      const found = auditPage(db, { ...all, ...wish, limit: wish.limit + 1 })
      const entries = found.slice(0, wish.limit)
      const people = new Map(listOperators(db).map(({ id, name }) => [id, name]))
      const ids = new Set(entries.flatMap(({ operatorId, about }) => [operatorId, about]))
      const names = Object.fromEntries([...people].filter(([id]) => ids.has(id)))
      const pupils = pupilsIn(entries, db, parts.operator())
      const look = lookInLog(Object.keys(pupils))
      if (look !== null) parts.audit(look)
      return { entries, names, pupils, more: found.length > wish.limit }
    },
    check: () => parts.check(parts.school()),
    lift(reason) {
      parts.audit({ kind: 'log-notice-lifted', studentId: null, about: null, reason })
      parts.school().data.anchor.accept()
      parts.onLifted()
    },
  }
}
