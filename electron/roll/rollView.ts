import type { RollView } from '../../core/rollRequests.ts'
import type { RollChangeLine } from '../../core/rollShown.ts'
import type { Database } from '../../db/database.ts'
import { getOperator } from '../../db/operators.ts'
import { rollChanges } from '../../db/rollChanges.ts'
import { rollSize } from '../../db/rollCounts.ts'
import { getOwnSchool } from '../../db/schools.ts'

/** So many of the last changes are listed. */
const LISTED = 30

/** What the screen of the roll shows. */
export function rollView(db: Database): RollView {
  const changes = rollChanges(db, LISTED)
  return {
    schoolName: getOwnSchool(db)?.name ?? null,
    ...rollSize(db),
    changes: changes.map((one) => ({
      ...one,
      by: one.operatorId === null ? null : (getOperator(db, one.operatorId)?.name ?? null),
    })),
    undoable: undoableOf(changes),
  }
}

/** The newest change that stands: an older one would take back what came after it, too. */
export function undoableOf(changes: readonly RollChangeLine[]): string | null {
  const [newest] = changes.filter(({ undoes, undoneBy }) => undoes === null && undoneBy === null)
  return newest?.changeId ?? null
}
