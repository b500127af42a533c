import { basename } from 'node:path'
import type { AuditAct } from '../../core/audit.ts'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { openApplicationIn } from '../../core/case/caseState.ts'
import type { PaperFacts, PaperHead } from '../../core/paper.ts'
import type { PaperAsked, PaperPrinted, PaperShown, PaperWish } from '../../core/paperRequests.ts'
import type { ListSaved } from '../../core/listRequests.ts'
import { handOutFrom } from '../../core/production.ts'
import type { Operator } from '../../core/staff.ts'
import { caseOf } from '../../db/cases.ts'
import type { Database } from '../../db/database.ts'
import { countPrint, timesPrinted, type PaperKey } from '../../db/paperPrints.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { gradeOf, ownPupil } from '../../db/students.ts'
import { getTerms } from '../../db/terms.ts'
import { dayFacts } from '../cases/caseFacts.ts'
import { casePage } from '../cases/casePage.ts'
import { deskDay, stageOfGrade } from '../cases/caseParts.ts'
import type { Clock } from '../clock.ts'
import type { DeskHands } from '../deskWork.ts'
import { saveFiles } from '../saveFiles.ts'
import type { OpenSchool } from '../school.ts'
import { rowOfList } from '../listShown.ts'
import { withinOf } from '../within.ts'
import { handOverRows, inquiryRows } from './facts/listFacts.ts'
import { slipFacts } from './facts/slipFacts.ts'
import { paperHtml } from './paperHtml.ts'
import { paperTitle } from './paperTitle.ts'

export interface PaperParts {
  readonly clock: Clock
  readonly hands: Pick<DeskHands, 'chooseFolder' | 'paperPictures' | 'paperPrint' | 'paperPdf'>
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** of this sign-in. @throws DeskError `signed-out` */
  readonly token: () => string
  /** whoever asked must still be there. @throws DeskError `signed-out` */
  readonly stillThere: (token: string) => void
  /** on the disk when it returns: what was not written down does not leave */
  readonly audit: (act: AuditAct) => void
}

/** 告知单, 领卡单, 催办函: seen as pictures first, then printed or filed. A second print is a copy, and says so. */
export interface Papers {
  preview(asked: PaperAsked): Promise<PaperShown>
  print(asked: PaperAsked): Promise<PaperPrinted>
  save(asked: PaperAsked): Promise<ListSaved>
}

/** A paper with everything on it. */
interface Gathered {
  readonly key: PaperKey
  readonly facts: PaperFacts
  /** whom a paper of several names */
  readonly studentIds: readonly string[]
}

export function papers(parts: PaperParts): Papers {
  const { clock, hands } = parts
  const db = (): Database => parts.school().data.db

  function head(key: PaperKey): PaperHead {
    return {
      ...{ school: getOwnSchool(db())?.name ?? '', contact: null },
      ...{ madeBy: parts.operator().name, madeAt: clock.now() },
      ...{ copy: timesPrinted(db(), key), rehearsal: parts.school().rehearsal !== null },
    }
  }

  /** null: nobody stands on it, or nobody one may know */
  function gather(wish: PaperWish): Gathered | null {
    const today = beijingDate(clock.now())
    switch (wish.of) {
      case 'slip':
        return slip(wish.studentId, today)
      case 'hand-over':
        return handOver(wish.classId, today)
      case 'inquiry': {
        const key: PaperKey = { paper: 'inquiry', about: today, studentId: null }
        const day = dayFacts(db(), deskDay(parts.school(), clock))
        const { rows, studentIds } = inquiryRows(db(), day)
        if (rows.length === 0) return null
        return { key, facts: { ...head(key), of: 'inquiry', to: null, rows }, studentIds }
      }
    }
  }

  function slip(studentId: string, today: CalendarDate): Gathered | null {
    const student = ownPupil(db(), studentId)
    if (student === null || !withinOf(parts.operator(), 'print-slip')(student)) return null
    const here = { at: clock.now(), operatorId: parts.operator().id }
    const page = casePage(db(), studentId, deskDay(parts.school(), clock), here)
    const application = openApplicationIn(caseOf(db(), studentId))
    if (page === null) return null
    const lost = page.cards.find(({ state }) => state === 'LOST')
    const about = application?.applicationId ?? lost?.cardId ?? studentId
    const key: PaperKey = { paper: 'slip', about, studentId }
    const arrivedAt = application?.arrivedAt ?? null
    const arrivedOn = arrivedAt === null ? null : beijingDate(arrivedAt)
    const stage = stageOfGrade(gradeOf(db(), studentId))
    const handOut = handOutFrom(today, getTerms(db()), stage)
    const expected =
      arrivedOn === null ? null : ({ kind: 'arrived', on: arrivedOn, handOut } as const)
    const facts = slipFacts(page, head(key), expected)
    return facts === null ? null : { key, facts, studentIds: [studentId] }
  }

  function handOver(classId: string, today: CalendarDate): Gathered | null {
    const found = handOverRows(db(), classId)
    if (found === null || found.rows.length === 0) return null
    if (!withinOf(parts.operator(), 'sign-class-pack')(found)) return null
    const key: PaperKey = { paper: 'hand-over', about: `${classId} ${today}`, studentId: null }
    const { className, rows, studentIds } = found
    return { key, facts: { ...head(key), of: 'hand-over', className, rows }, studentIds }
  }

  /** It leaves the desk: what is not in the log does not. */
  function note({ key: { paper, about, studentId } }: Gathered, form: 'print' | 'pdf'): void {
    parts.audit({ kind: 'paper-made', studentId, about: `${paper} ${form} ${about}`, reason: null })
  }

  const count = ({ key, facts }: Gathered): void =>
    countPrint(db(), key, windowTold(facts), clock.now())

  /** It is looked at. */
  function noteLook({ key: { paper, studentId }, studentIds }: Gathered): void {
    if (studentId !== null)
      return parts.audit({ kind: 'page-opened', studentId, about: null, reason: paper })
    const row = rowOfList(studentIds)
    if (row !== null) parts.audit({ ...row, reason: paper })
  }

  return {
    async preview({ language, ...wish }) {
      const gathered = gather(wish)
      if (gathered === null) return { kind: 'empty' }
      const { facts } = gathered
      noteLook(gathered)
      const pages = await hands.paperPictures(paperHtml(facts, language))
      const asPicture = (bytes: Uint8Array) => ({
        mime: 'image/png',
        bytes: Uint8Array.from(bytes),
      })
      return { kind: 'pages', pages: pages.map(asPicture), copy: facts.copy }
    },
    async print({ language, ...wish }) {
      const gathered = gather(wish)
      if (gathered === null) return { kind: 'empty' }
      // The printer's dialog stands over a locked screen too: whoever prints there, it was asked for here.
      note(gathered, 'print')
      const answer = await hands.paperPrint(paperHtml(gathered.facts, language))
      if (answer.kind === 'printed') count(gathered)
      return answer
    },
    async save({ language, ...wish }) {
      const token = parts.token()
      const gathered = gather(wish)
      if (gathered === null) return { kind: 'empty' }
      const { facts } = gathered
      const folder = await hands.chooseFolder()
      if (folder === null) return { kind: 'called-off' }
      const pdf = await hands.paperPdf(paperHtml(facts, language))
      parts.stillThere(token)
      note(gathered, 'pdf')
      count(gathered)
      const title = paperTitle(facts, language)
      const paths = await saveFiles(folder, title, { pdf }, 'The paper was not saved')
      return { kind: 'saved', names: paths.map((path) => basename(path)), folder: basename(folder) }
    },
  }
}

/** The last day of the fee window a slip tells; null: it tells none. */
function windowTold(facts: PaperFacts): CalendarDate | null {
  if (facts.of !== 'slip' || facts.fee.kind !== 'due') return null
  const { window } = facts.fee
  return window.kind === 'announced' ? null : window.last
}
