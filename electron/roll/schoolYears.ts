import { v7 as uuidv7 } from 'uuid'
import { beijingDate, type CalendarDate } from '../../core/calendarDate.ts'
import { pupilChange, type PupilWish } from '../../core/pupilChange.ts'
import { decideRollChange } from '../../core/rollChange.ts'
import { written } from '../../core/schoolChange.ts'
import { nextClass, schoolYearAhead, type MayGoOn } from '../../core/schoolYear.ts'
import type {
  PupilWishAnswer,
  SchoolYearAnswer,
  SchoolYearView,
} from '../../core/schoolYearRequests.ts'
import { startOf } from '../../core/term.ts'
import { classesAhead } from '../../db/classesAhead.ts'
import type { Database } from '../../db/database.ts'
import { getDataState } from '../../db/dataState.ts'
import { getOperator } from '../../db/operators.ts'
import { promotions } from '../../db/rollChanges.ts'
import { rollAround } from '../../db/rollNow.ts'
import { getTerms } from '../../db/terms.ts'
import { fileOf } from '../localData.ts'
import type { RollDesk } from './rollDesk.ts'
import type { RollParts } from './rollParts.ts'

/** 升级 and what is done about one pupil of the roll: 转入, 转出, 临时学籍, 更正. */
export interface SchoolYears {
  view(): SchoolYearView
  take(on: CalendarDate, goOn: readonly MayGoOn[], version: number): Promise<SchoolYearAnswer>
  classes(): readonly { readonly classId: string; readonly name: string }[]
  pupil(wish: PupilWish): Promise<PupilWishAnswer>
}

export function schoolYears(
  parts: Pick<RollParts, 'clock' | 'work' | 'school'>,
  roll: Pick<RollDesk, 'store' | 'settled'>,
): SchoolYears {
  const today = (): CalendarDate => beijingDate(parts.clock.now())

  /** The promotion into the school year ahead that stands. */
  function doneInto(db: Database): SchoolYearView['done'] {
    const ahead = schoolYearAhead(today())
    const found = promotions(db).find(({ at }) => schoolYearAhead(beijingDate(at)) === ahead)
    if (found === undefined) return null
    const { at, operatorId } = found
    return { at, by: operatorId === null ? null : (getOperator(db, operatorId)?.name ?? null) }
  }

  return {
    view() {
      const { db } = parts.school().data
      const ahead = schoolYearAhead(today())
      return {
        ahead,
        done: doneInto(db),
        leaveOn: lastDayBefore(db, ahead, today()),
        classes: classesAhead(db).map(({ number, ...one }) => ({
          ...one,
          next: one.grade === 12 ? null : nextClass({ ...one, number }).name,
        })),
        version: getDataState(db)?.version ?? 0,
      }
    },
    async take(on, goOn, version) {
      await roll.settled()
      const { place, dataKey, data } = parts.school()
      if (doneInto(data.db) !== null) return { kind: 'refused', why: 'year-done-already' }
      if (classesAhead(data.db).length === 0) return { kind: 'refused', why: 'nothing-to-do' }
      const job = { place: fileOf(place, dataKey), changeId: uuidv7(), on, goOn }
      const promotion = await parts.work.promote(job)
      if (promotion.kind === 'refused') return promotion
      const now = getDataState(data.db)?.version ?? 0
      if (now !== version || promotion.version !== version)
        return { kind: 'refused', why: 'changed-meanwhile' }
      await roll.store(promotion.change)
      return { kind: 'taken', changeId: promotion.change.changeId }
    },
    classes: () =>
      classesAhead(parts.school().data.db).map(({ classId, name }) => ({ classId, name })),
    async pupil(wish) {
      await roll.settled()
      const { db } = parts.school().data
      const around =
        wish.kind === 'transfer-in'
          ? rollAround(db, '', wish.entry.educationId)
          : rollAround(db, wish.studentId, educationIdIn(wish))
      const wished = pupilChange(around, wish, { changeId: uuidv7(), newId: uuidv7() })
      if (wished.kind === 'refused') return wished
      const decision = decideRollChange(around, wished.change)
      if (decision.kind === 'refused') return { kind: 'refused', why: decision.why }
      await roll.store(written({ of: 'roll', change: wished.change }))
      return { kind: 'done', studentId: wished.studentId }
    },
  }
}

function educationIdIn(wish: Exclude<PupilWish, { readonly kind: 'transfer-in' }>): string {
  return wish.kind === 'correct' ? (wish.to.educationId ?? '') : ''
}

/** The last day of the school year that ends, where it is entered and over; else today. */
function lastDayBefore(db: Database, ahead: string, today: CalendarDate): CalendarDate {
  const ended = Number(ahead.slice(0, 4)) - 1
  const last = getTerms(db)
    .filter((term) => startOf(term) === ended && term.half === 2)
    .map((term) => term.last)
    .toSorted()
    .at(-1)
  return last !== undefined && last < today ? last : today
}
