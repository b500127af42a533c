import { addDays, type CalendarDate } from '../../core/calendarDate.ts'
import type { RollSchool } from '../../core/roll.ts'
import type { Sex } from '../../core/student.ts'
import type { CardPlan } from './holding.ts'
import type { PersonPlan } from './person.ts'
import { elsewhereFor, OWN_SCHOOL, PRIMARY_ELSEWHERE, TWELVE_YEAR_ELSEWHERE } from './schools.ts'
import type { SchoolYear } from './schoolYear.ts'

/** People who are on no seat of the school and are in every rehearsal all the same. */
export interface Outsider {
  readonly id: string
  readonly school: RollSchool
  readonly grade: number
  readonly plan: (year: SchoolYear) => PersonPlan
}

export type Leaving = 'transferred' | 'graduated'

/** Left by transfer some weeks ago, or last summer with grade 12 or to another province. */
export function leaverPlan(
  [name, sex]: readonly [string, Sex],
  why: Leaving,
  grade: number,
  cards: readonly CardPlan[],
  year: SchoolYear,
): PersonPlan {
  const enrolment =
    why === 'transferred'
      ? { on: addDays(year.today, -40), to: elsewhereFor(grade).name }
      : { on: `${year.start}-07-10` as CalendarDate, to: null }
  return { name, sex, enrolment: { kind: 'left', why, ...enrolment }, cards, photo: true }
}

function leaver(
  id: string,
  who: readonly [string, Sex],
  [why, grade]: readonly [Leaving, number],
  card: CardPlan,
): Outsider {
  const plan = (year: SchoolYear): PersonPlan => leaverPlan(who, why, grade, [card], year)
  return { id, school: OWN_SCHOOL, grade, plan }
}

function stranger(id: string, school: RollSchool, grade: number, who: readonly [string, Sex]) {
  const [name, sex] = who
  const plan: PersonPlan = {
    name,
    sex,
    enrolment: { kind: 'enrolled' },
    cards: [{ state: 'ACTIVE' }],
    photo: false,
  }
  return { id, school, grade, plan: () => plan } satisfies Outsider
}

export const LEAVERS: readonly Outsider[] = [
  leaver('transferred', ['钱梓萱', 'female'], ['transferred', 5], { state: 'LEFT' }),
  leaver('graduated', ['秦景行', 'male'], ['graduated', 13], { state: 'KEPT_BY_LEAVER' }),
  // gone without 离校刷卡: the card still counts as 正常, the pupil does not
  leaver('left-with-card', ['贾思齐', 'male'], ['transferred', 8], { state: 'ACTIVE' }),
  // domain.md 5.7-10: it arrived too late and lies in custody
  leaver('arrived-too-late', ['汤若水', 'female'], ['graduated', 13], { state: 'RETURNED' }),
]

export const STRANGERS: readonly Outsider[] = [
  stranger('wrong-school', PRIMARY_ELSEWHERE, 4, ['吴嘉怡', 'female']),
  stranger('wrong-school-senior', TWELVE_YEAR_ELSEWHERE, 11, ['彭泽宇', 'male']),
]
