import type { AuditAct } from '../core/audit.ts'
import { beijingDate, type CalendarDate } from '../core/calendarDate.ts'
import type { LookReason } from '../core/lookReason.ts'
import type { ScanAnswer, SearchAnswer } from '../core/search.ts'
import type { StudentPage } from '../core/studentShown.ts'
import type { Clock } from './clock.ts'
import type { OpenSchool } from './school.ts'
import { scan } from './scan.ts'
import { search } from './search.ts'
import { educationIdOf, studentPage } from './studentPage.ts'

export interface LookUpParts {
  readonly clock: Clock
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** on the disk when it returns: what was not written down is not shown */
  readonly audit: (act: AuditAct) => void
}

/** Finding a pupil without a tap: typed, scanned, or by opening the page. */
export interface LookUp {
  find(text: string, limit: number): SearchAnswer
  scan(text: string): ScanAnswer
  page(studentId: string): StudentPage | null
  educationId(studentId: string, reason: LookReason): string | null
}

export function lookUp(parts: LookUpParts): LookUp {
  const today = (): CalendarDate => beijingDate(parts.clock.now())
  return {
    find: (text, limit) => search(parts.school().data.db, text, limit, today()),
    scan: (text) => scan(parts.school().data.db, text, today()),
    page(studentId) {
      const page = studentPage(parts.school().data.db, studentId, parts.clock.now())
      if (page !== null) parts.audit({ kind: 'page-opened', studentId, about: null, reason: null })
      return page
    },
    educationId(studentId, reason) {
      const whole = educationIdOf(parts.school().data.db, studentId)
      if (whole !== null)
        parts.audit({ kind: 'education-id-shown', studentId, about: null, reason })
      return whole
    },
  }
}
