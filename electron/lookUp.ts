import { beijingDate, type CalendarDate } from '../core/calendarDate.ts'
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
}

/** Finding a pupil without a tap: typed, scanned, or by opening the page. */
export interface LookUp {
  find(text: string, limit: number): SearchAnswer
  scan(text: string): ScanAnswer
  page(studentId: string): StudentPage | null
  educationId(studentId: string): string | null
}

export function lookUp(parts: LookUpParts): LookUp {
  const today = (): CalendarDate => beijingDate(parts.clock.now())
  return {
    find: (text, limit) => search(parts.school().data.db, text, limit, today()),
    scan: (text) => scan(parts.school().data.db, text, today()),
    page: (studentId) => studentPage(parts.school().data.db, studentId, parts.clock.now()),
    educationId: (studentId) => educationIdOf(parts.school().data.db, studentId),
  }
}
