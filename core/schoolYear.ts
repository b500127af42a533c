import type { CalendarDate } from './calendarDate.ts'
import { classNameOf } from './className.ts'
import { cardsOfLeavers, type Destination } from './rollCards.ts'
import type { ClassChange, ClassEntry, PupilChange, RollChange, RollNow } from './rollChange.ts'
import type { Enrolment } from './student.ts'
import { schoolYearFrom } from './term.ts'

/** 六年级, 初三, 高三: who is in one leaves in summer (domain.md 5.2, 5.6). */
export const LAST_GRADES = [6, 9, 12] as const

export type LastGrade = (typeof LAST_GRADES)[number]

/** Last grades that may stay in a school that has the next stage too: 直升. */
export const MAY_GO_ON = [6, 9] as const satisfies readonly LastGrade[]

export type MayGoOn = (typeof MAY_GO_ON)[number]

export function isLastGrade(grade: number): grade is LastGrade {
  return LAST_GRADES.some((one) => one === grade)
}

/** Classes that leave, rather than go up by a grade. */
export function leaves({ grade }: Pick<ClassEntry, 'grade'>, goOn: readonly MayGoOn[]): boolean {
  return isLastGrade(grade) && !goOn.some((one) => one === grade)
}

/** After grade 12 the card is a keepsake; from 6 and 9 the next school of the city takes it on. */
export function destinationAfter(grade: number): Destination {
  return grade === 12 ? 'elsewhere' : 'city'
}

/** The class a grade up, named as the desk names classes. */
export function nextClass({ grade, number }: ClassEntry): ClassEntry {
  return { grade: grade + 1, number, name: classNameOf(grade + 1, number) }
}

/**
 * The school year a promotion leads into: from June on the one that begins in autumn, before that the one
 * that is running, where somebody is late.
 *
 * @returns `2026-2027`
 */
export function schoolYearAhead(today: CalendarDate): string {
  return yearFrom(today, 6)
}

/** The school year of a day; it begins with August, when schools register their pupils. */
export function schoolYearOf(day: CalendarDate): string {
  return yearFrom(day, 8)
}

function yearFrom(day: CalendarDate, month: number): string {
  const year = Number(day.slice(0, 4))
  return schoolYearFrom(Number(day.slice(5, 7)) >= month ? year : year - 1)
}

export interface SchoolYearOrder {
  readonly roll: RollNow
  /** UUIDv7 */
  readonly changeId: string
  /** 离校日期 of who leaves */
  readonly on: CalendarDate
  /** 直升: last grades that stay */
  readonly goOn: readonly MayGoOn[]
}

/**
 * 升级: every class goes up by a grade, with its pupils; the classes of the last grades close, their pupils
 * have graduated, and their cards that are good are out of use or theirs to keep. Who is 休学 does not
 * graduate: they stay on the roll, in no class. Newcomers come with the roll of the new year.
 */
export function schoolYearChange({ roll, changeId, on, goOn }: SchoolYearOrder): RollChange {
  const leaving = new Map([...roll.classes].filter(([, entry]) => leaves(entry, goOn)))
  const classes = [...roll.classes].map(([classId, from]): ClassChange =>
    leaving.has(classId)
      ? { kind: 'closes', classId, from }
      : { kind: 'changes', classId, from, to: nextClass(from) },
  )
  const graduated: Enrolment = { kind: 'left', on, why: 'graduated', to: null }
  const leavers = new Map<string, Destination>()
  const pupils = [...roll.pupils].flatMap(([studentId, from]): readonly PupilChange[] => {
    const last = from.classId === null ? undefined : leaving.get(from.classId)
    if (last === undefined) return []
    const stays = from.enrolment.kind === 'suspended' || from.enrolment.kind === 'left'
    if (!stays) leavers.set(studentId, destinationAfter(last.grade))
    const enrolment = stays ? from.enrolment : graduated
    return [{ kind: 'changes', studentId, from, to: { ...from, classId: null, enrolment } }]
  })
  const cards = cardsOfLeavers(roll.cards, leavers)
  return { changeId, why: 'school-year', undoes: null, school: null, classes, pupils, cards }
}
