import type { AuditAct, AuditMoment } from '../core/audit.ts'
import { beijingDate, type CalendarDate } from '../core/calendarDate.ts'
import type { LookReason } from '../core/lookReason.ts'
import type { Act } from '../core/rights.ts'
import type { ScanAnswer, SearchAnswer } from '../core/search.ts'
import type { Operator } from '../core/staff.ts'
import { RULES_VERSION } from '../core/processingRules.ts'
import type { StudentPage, TimelineEntry } from '../core/studentShown.ts'
import { recordPupilBasis, type BasisToRecord } from '../db/legalBasis.ts'
import { ownPupil } from '../db/students.ts'
import { deskDay } from './cases/caseParts.ts'
import type { Clock } from './clock.ts'
import { listLooks } from './listShown.ts'
import { nameChecks, type NameChecks } from './nameChecks.ts'
import { scan } from './scan.ts'
import type { OpenSchool } from './school.ts'
import { search } from './search.ts'
import { educationIdOf, historyOf, studentPage } from './studentPage.ts'
import { isEverybody, withinOf, type Within } from './within.ts'

export interface LookUpParts {
  readonly clock: Clock
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** on the disk when it returns: what was not written down is not shown */
  readonly audit: (act: AuditAct) => void
  readonly moment: () => AuditMoment
}

/** Finding a pupil without a tap: typed, scanned, or by opening the page. */
export interface LookUp {
  find(text: string, limit: number): SearchAnswer
  scan(text: string): ScanAnswer
  page(studentId: string): StudentPage | null
  educationId(studentId: string, reason: LookReason): string | null
  history(studentId: string, reason: LookReason): readonly TimelineEntry[] | null
  /** consent of one pupil. @returns false: not one they may know */
  recordBasis(studentId: string, basis: Omit<BasisToRecord, 'rulesVersion'>): boolean
  /** how names are written */
  readonly names: NameChecks
  /** the desk was locked: the next list is a new look */
  forget(): void
}

export function lookUp(parts: LookUpParts): LookUp {
  const looks = listLooks(parts.clock.steady)
  const today = (): CalendarDate => beijingDate(parts.clock.now())
  const within = (act: Act): Within => withinOf(parts.operator(), act)
  /** whose page was shown last */
  let pageOf: string | null = null

  function known(studentId: string, act: Act): boolean {
    const student = ownPupil(parts.school().data.db, studentId)
    return student !== null && within(act)(student)
  }

  return {
    find(text, limit) {
      const { db } = parts.school().data
      const mayKnow = within('search')
      const answer = isEverybody(mayKnow)
        ? search(db, text, limit, today())
        : narrowed(search(db, text, WHOLE_SCHOOL, today()), mayKnow, limit)
      const row = looks.rowOf(text, answer)
      if (row !== null) parts.audit(row)
      return answer
    },
    scan(text) {
      const answer = narrowedScan(scan(parts.school().data.db, text, today()), within('search'))
      for (const studentId of namedBy(answer))
        parts.audit({ kind: 'list-shown', studentId, about: null, reason: null })
      return answer
    },
    page(studentId) {
      if (!known(studentId, 'search')) return null
      const school = parts.school()
      const { clockBehind } = deskDay(school, parts.clock)
      const page = studentPage(school.data.db, studentId, parts.clock.now(), clockBehind)
      if (page === null) return null
      parts.audit({ kind: 'page-opened', studentId, about: null, reason: null })
      pageOf = studentId
      return { ...page, sameName: page.sameName.filter(within('search')) }
    },
    educationId(studentId, reason) {
      if (!known(studentId, 'tell-education-id')) return null
      const whole = educationIdOf(parts.school().data.db, studentId)
      if (whole !== null)
        parts.audit({ kind: 'education-id-shown', studentId, about: null, reason })
      return whole
    },
    history(studentId, reason) {
      if (!known(studentId, 'reveal-field')) return null
      const history = historyOf(parts.school().data.db, studentId)
      if (history !== null) parts.audit({ kind: 'history-shown', studentId, about: null, reason })
      return history
    },
    recordBasis(studentId, basis) {
      if (!known(studentId, 'record-basis')) return false
      const { db } = parts.school().data
      const recorded = { ...basis, rulesVersion: RULES_VERSION }
      return recordPupilBasis(db, studentId, recorded, parts.moment())
    },
    names: nameChecks({ ...parts, mayKnow: () => within('search'), pageOf: () => pageOf }),
    forget() {
      looks.forget()
      pageOf = null
    },
  }
}

/** More than any school has pupils a word fits. */
const WHOLE_SCHOOL = 5_000

function narrowed(answer: SearchAnswer, mayKnow: Within, limit: number): SearchAnswer {
  const lines = answer.lines.filter(mayKnow)
  return { ...answer, lines: lines.slice(0, limit), total: lines.length }
}

/** Whoever is not theirs to know is as good as not there. */
function narrowedScan(answer: ScanAnswer, mayKnow: Within): ScanAnswer {
  const nobody: ScanAnswer = { kind: 'none', why: 'unknown-number' }
  if (answer.kind === 'student') return mayKnow(answer.student) ? answer : nobody
  if (answer.kind !== 'several') return answer
  const students = answer.students.filter(mayKnow)
  return students.length === 0 ? nobody : { kind: 'several', students }
}

function namedBy(answer: ScanAnswer): readonly string[] {
  if (answer.kind === 'student') return [answer.student.studentId]
  return answer.kind === 'several' ? answer.students.map(({ studentId }) => studentId) : []
}
