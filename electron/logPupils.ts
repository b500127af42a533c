import type { AuditAct, AuditEntry } from '../core/audit.ts'
import type { PupilInLog } from '../core/contract.ts'
import { grantOf } from '../core/rights.ts'
import type { Operator } from '../core/staff.ts'
import type { Database } from '../db/database.ts'
import { ownPupil } from '../db/students.ts'
import { rowOfList } from './listShown.ts'
import { personShown } from './shown.ts'
import { withinOf } from './within.ts'

/** Of the pupils these rows are about, those whom this person may know; who has gone from the roll is not among them. */
export function pupilsIn(
  entries: readonly AuditEntry[],
  db: Database,
  operator: Operator,
): Readonly<Record<string, PupilInLog>> {
  if (grantOf(operator.roles, 'search') === null) return {}
  const mayKnow = withinOf(operator, 'search')
  const ids = new Set(entries.flatMap(({ studentId }) => studentId ?? []))
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const student = ownPupil(db, id)
      if (student === null || !mayKnow(student)) return []
      const { name, educationIdTail } = personShown(student)
      return [[id, { name, educationIdTail }]]
    }),
  )
}

/** Whoever reads names in the log has looked at a list. null: nobody was named */
export function lookInLog(ids: readonly string[]): AuditAct | null {
  const row = rowOfList(ids)
  return row === null ? null : { ...row, reason: 'log' }
}
