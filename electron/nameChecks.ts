import type { AuditAct } from '../core/audit.ts'
import { compareNames } from '../core/nameDifference.ts'
import type { NameComparison } from '../core/nameRequests.ts'
import type { NameToCheck } from '../core/namesToCheck.ts'
import { charactersToWatch } from '../core/rareCharacters.ts'
import { loadPinyin, tonedReadingsOf } from '../db/pinyin.ts'
import { ownPupil } from '../db/students.ts'
import { rowOfList } from './listShown.ts'
import { namesOnRollToCheck } from './namesToCheck.ts'
import { nextTurn } from './nextTurn.ts'
import type { OpenSchool } from './school.ts'
import { personShown } from './shown.ts'
import type { Within } from './within.ts'

export interface NameCheckParts {
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** of whom the person at the desk may know, now. @throws DeskError `signed-out` */
  readonly mayKnow: () => Within
  /** on the disk when it returns: what was not written down is not shown */
  readonly audit: (act: AuditAct) => void
  /** whose page was opened last, with its row in the log; null: nobody's */
  readonly pageOf: () => string | null
}

/** How names are written. */
export interface NameChecks {
  compare(studentId: string, typed: string): Promise<NameComparison | null>
  toCheck(): Promise<readonly NameToCheck[]>
}

export function nameChecks(parts: NameCheckParts): NameChecks {
  return {
    async compare(studentId, typed) {
      // One module of 320 KB, once a start: a tap that comes then waits for it, and for no look-up besides.
      loadPinyin()
      await nextTurn()
      // Only where the look has its row already: names are not read off one by one here.
      if (parts.pageOf() !== studentId) return null
      const student = ownPupil(parts.school().data.db, studentId)
      if (student === null || !parts.mayKnow()(student)) return null
      const { name } = personShown(student)
      return {
        pieces: typed === '' ? [] : compareNames(name, typed, tonedReadingsOf),
        watched: charactersToWatch(name),
      }
    },
    async toCheck() {
      const found = await namesOnRollToCheck(parts.school().data.db, parts.mayKnow())
      // Whoever locked the desk meanwhile has seen nothing.
      parts.mayKnow()
      const row = rowOfList(found.map(({ pupil }) => pupil.studentId))
      if (row !== null) parts.audit({ ...row, reason: 'names' })
      return found
    },
  }
}
