import { assertNever } from '../core/assertNever.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Card, CardIdentifier } from '../core/card.ts'
import type { CardRead } from '../core/cardRead.ts'
import { inOrderOfCount } from '../core/cardThatCounts.ts'
import type { NamedPupil } from '../core/namesToCheck.ts'
import type { Personal } from '../core/personal.ts'
import type { Student } from '../core/student.ts'
import type { StudentLine } from '../core/studentShown.ts'
import type { PersonShown, TapShown } from '../core/tapShown.ts'
import { namesPerson } from '../core/verdict.ts'
import type { NamedStudent } from '../db/students.ts'
import type { Judged } from './judge.ts'

/** Numbers leave the main process as their last four digits (look.md 6). */
export function tail(number: string): string {
  return number.slice(-4)
}

/** Of a card. The chip's number first: it is what the verdict of a tap shows. null: nothing but a UID */
export function cardTail(identifiers: readonly CardIdentifier[]): string | null {
  const number =
    identifiers.find(({ kind }) => kind === 'bmac') ??
    identifiers.find(({ kind }) => kind !== 'uid')
  return number === undefined ? null : tail(number.value)
}

/** A person as a screen may show one: with the three below the only place that reveals a pupil. */
export function personShown(student: Student): PersonShown {
  return {
    studentId: student.id,
    name: student.name.reveal(),
    sex: student.sex,
    className: student.className,
    school: student.school,
    educationIdTail: student.educationId === null ? null : tail(student.educationId.reveal()),
    hasPhoto: student.hasPhoto,
  }
}

export function namedShown({ id, name, className, educationIdTail }: NamedStudent): NamedPupil {
  return { studentId: id, name: name.reveal(), className, educationIdTail }
}

/** As a list from outside says it: somebody has to tell whose it is. */
export const listedName = (name: Personal | null): string | null => name?.reveal() ?? null

/** For whoever gave a reason, and whose look is in the log. */
export function wholeEducationId(student: Student): string | null {
  return student.educationId?.reveal() ?? null
}

/** @param cards all of the pupil's */
export function studentLine(student: Student, cards: readonly Card[]): StudentLine {
  const { studentId, name, sex, className, educationIdTail, hasPhoto } = personShown(student)
  const [card] = inOrderOfCount(cards)
  return {
    studentId,
    name,
    sex,
    className,
    educationIdTail,
    hasPhoto,
    enrolment: student.enrolment.kind,
    card: card?.state ?? null,
  }
}

/** Of what was read; null where nothing lasting was, or it is not ours to keep. */
export function numberTail(read: CardRead | null): string | null {
  if (read === null) return null
  switch (read.family) {
    case 'bmac':
    case 't-union':
      return tail(read.number)
    case 'm1':
      return tail(read.uid)
    case 'other-cpu':
    case 'phone':
      return null
    default:
      return assertNever(read)
  }
}

export interface StoredTap {
  readonly tapId: string
  readonly at: EpochMs
  readonly placedAt: EpochMs
  readonly reader: string
  readonly dataAsOf: EpochMs | null
}

/** What the page gets of a judged and stored tap: enough for the screen, and no more. */
export function tapShown(stored: StoredTap, judged: Judged): TapShown {
  const { verdict, student, read } = judged
  return {
    ...stored,
    verdict,
    person: student !== null && namesPerson(verdict.kind) ? personShown(student) : null,
    family: read === null ? null : read.family,
    numberTail: numberTail(read),
    validities: judged.validities,
  }
}
