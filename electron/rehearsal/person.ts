import type { RollCard, RollSchool, RollStudent } from '../../core/roll.ts'
import type { Enrolment, Sex } from '../../core/student.ts'
import { sinceOf, type CardPlan } from './holding.ts'
import { recordedIdentifiers } from './identifiers.ts'
import { faceValidTo, type SchoolYear } from './schoolYear.ts'
import type { Dice } from './seeded.ts'

/** A person of the rehearsal before places and numbers are given: drawn by chance or of the cast. */
export interface PersonPlan {
  readonly name: string
  readonly sex: Sex
  readonly enrolment: Enrolment
  readonly cards: readonly CardPlan[]
  /** left out: by the ordinal */
  readonly educationId?: string
  readonly photo: boolean
}

/** Where a person stands: `grade` 13 left school last summer. */
export interface Place {
  readonly ordinal: number
  readonly school: RollSchool
  readonly classId: string | null
  readonly grade: number
}

export interface Person {
  readonly student: RollStudent
  readonly cards: readonly RollCard[]
  readonly grade: number
  readonly photo: boolean
}

/** A student never has more than four cards here, so that card ordinals stay unique. */
export const CARDS_PER_PERSON = 4

export function person(
  plan: PersonPlan,
  place: Place,
  educationId: string | null,
  context: { readonly seed: number; readonly year: SchoolYear; readonly dice: Dice },
): Person {
  const { school, grade, ordinal } = place
  const studentId = `student-${ordinal}`
  const since = sinceOf(plan.cards, grade, context.year, context.dice)
  return {
    grade,
    photo: plan.photo,
    student: {
      id: studentId,
      schoolId: school.id,
      classId: place.classId,
      educationId,
      name: plan.name,
      sex: plan.sex,
      enrolment: plan.enrolment,
    },
    cards: plan.cards.map((card, at) => ({
      id: `card-${ordinal}-${at + 1}`,
      studentId,
      state: card.state,
      stateSince: since[at]?.at ?? 0,
      stateBy: since[at]?.by ?? null,
      faceValidTo: card.faceValidTo ?? faceValidTo(context.year, grade),
      faceSchool: card.faceSchool ?? school.name,
      identifiers: recordedIdentifiers(card, ordinal * CARDS_PER_PERSON + at, context.seed),
    })),
  }
}
