import { beijingDate } from '../core/calendarDate.ts'
import { UNDO_WITHIN_MS } from '../core/ownAct.ts'
import type { Destination } from '../core/rollCards.ts'
import { schoolYearOf } from '../core/schoolYear.ts'
import type { StudentLine } from '../core/studentShown.ts'
import type { YearTapKind } from '../core/yearTap.ts'
import type { YearTapAnswer, YearTapsView, YearTapUndoAnswer } from '../core/yearTapShown.ts'
import { knownCard } from '../db/bindings.ts'
import { ownPupil } from '../db/students.ts'
import { cardOfTap } from '../db/taps.ts'
import { yearTapProgress, yearTapsMissing } from '../db/yearTapLists.ts'
import { annualTapOf, storeYearTap, undoYearTap } from '../db/yearTaps.ts'
import { actNow, type ActParts } from './actParts.ts'
import type { CardOnTable } from './cardOnTable.ts'
import type { Clock } from './clock.ts'
import { rowOfList } from './listShown.ts'
import { linesOf } from './search.ts'
import { personShown } from './shown.ts'

export interface YearTapParts extends ActParts {
  readonly clock: Clock
  readonly table: CardOnTable
}

/** 学年刷卡, 离校刷卡, 报到刷卡 (core/yearTap.ts). */
export interface YearTaps {
  view(of: YearTapKind): YearTapsView
  missing(of: YearTapKind, classId: string): readonly StudentLine[]
  tap(of: YearTapKind, tapId: string, destination: Destination): Promise<YearTapAnswer>
  undo(yearTapId: string): Promise<YearTapUndoAnswer>
}

type Refused = Extract<YearTapAnswer, { readonly kind: 'refused' }>

export function yearTaps(parts: YearTapParts): YearTaps {
  const schoolYear = (): string => schoolYearOf(beijingDate(parts.clock.now()))

  async function tap(
    of: YearTapKind,
    tapId: string,
    destination: Destination,
  ): Promise<YearTapAnswer> {
    const refused = (why: Refused['why'], more: Partial<Refused> = {}): Refused => ({
      ...{ kind: 'refused', of, why, person: null, cardState: null, annualAt: null },
      ...more,
    })
    await parts.settled()
    const laid = parts.table.laidBy(tapId)
    if (laid.kind === 'refused') return refused(laid.why)
    const { kind: verdict } = laid.tap.verdict
    // A number that does not last is as good as none.
    if (verdict === 'temporary-number') return refused('not-read')
    if (verdict === 'chip-mismatch') return refused('chip-mismatch')
    const school = parts.school()
    const { db } = school.data
    const card = cardOfTap(db, tapId)
    if (card === null) return refused('card-unknown')
    const student = ownPupil(db, card.studentId)
    if (student === null) return refused('card-unknown')
    const person = personShown(student)
    const act = actNow(parts)
    const command = { ...card, kind: of, tapId, schoolYear: schoolYear(), destination }
    const decision = storeYearTap(db, { ...act, command })
    const cardState = knownCard(db, card.cardId)?.state ?? null
    if (decision.kind === 'refused') {
      const annualAt = annualTapOf(db, card.studentId, command.schoolYear)?.at ?? null
      return refused(decision.why, { person, cardState, annualAt })
    }
    parts.onStored(school)
    const { cmdId: yearTapId, moment } = act
    const undoUntil = moment.recordedAt + UNDO_WITHIN_MS
    return { kind: 'done', of, yearTapId, person, cardState: cardState ?? 'ACTIVE', undoUntil }
  }

  return {
    view(of) {
      const year = schoolYear()
      return { schoolYear: year, classes: yearTapProgress(parts.school().data.db, of, year) }
    },
    missing(of, classId) {
      const { db } = parts.school().data
      const studentIds = yearTapsMissing(db, of, schoolYear(), classId)
      const row = rowOfList(studentIds)
      if (row !== null) parts.audit({ ...row, reason: 'year-taps' })
      return linesOf(db, studentIds)
    },
    tap,
    async undo(undoes) {
      await parts.settled()
      const school = parts.school()
      const decision = undoYearTap(school.data.db, { ...actNow(parts), undoes })
      if (decision.kind === 'refused') return decision
      parts.onStored(school)
      return { kind: 'undone' }
    },
  }
}
