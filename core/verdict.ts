import { assertNever } from './assertNever.ts'
import type { Card } from './card.ts'
import type { CardRead, ReadFailure } from './cardRead.ts'
import type { CalendarDate, EpochMs } from './calendarDate.ts'
import type { Student } from './student.ts'

/**
 * What a tap means. One case, one answer on the screen: colour, icon, sound, words and next step
 * (core/presentation.ts, renderer/locales).
 */
export type Verdict =
  /** 有效 */
  | { readonly kind: 'valid'; readonly notes: readonly ValidNote[] }
  /** 已挂失; a claim until the city confirms it */
  | { readonly kind: 'lost'; readonly since: EpochMs; readonly by: string | null }
  /** 已补: a newer card took its place */
  | { readonly kind: 'replaced'; readonly since: EpochMs }
  /** 未领: made or arrived, but nobody was given it */
  | {
      readonly kind: 'not-handed-over'
      readonly state: 'ORDERED' | 'FAILED' | 'ARRIVED' | 'WITH_TEACHER'
    }
  /** 坏卡 or 作废, or on its way back */
  | { readonly kind: 'void'; readonly state: 'DAMAGED' | 'VOID' | 'RETURNED' }
  /** 拾获待认领: it lies in the found box, says the desk */
  | { readonly kind: 'found-held'; readonly since: EpochMs }
  /** 已离校 */
  | { readonly kind: 'left'; readonly on: CalendarDate | null; readonly to: string | null }
  /** 非本校; the name only where the data allow */
  | { readonly kind: 'wrong-school'; readonly school: string | null }
  /** 未登记: never "forged" (domain.md 5.7-7) */
  | { readonly kind: 'unknown-card' }
  /** 卡号不符: chip and record disagree */
  | { readonly kind: 'chip-mismatch' }
  /** 一人两卡: both are 正常 */
  | { readonly kind: 'holds-two' }
  /** 卡面过期, 学籍在读: a new card, not a refusal (domain.md 5.7-11) */
  | { readonly kind: 'face-expired'; readonly on: CalendarDate }
  /** 手机或临时号 */
  | { readonly kind: 'temporary-number' }
  /** 请取出一张 */
  | { readonly kind: 'two-cards' }
  /** 没读到 */
  | { readonly kind: 'unreadable'; readonly why: Exclude<ReadFailure, 'collision'> }

export type VerdictKind = Verdict['kind']

/** True beside 有效, worth a line, never a reason to refuse. */
export type ValidNote =
  /** 卡面学校为原校 (domain.md 5.7-8) */
  | { readonly kind: 'face-of-former-school'; readonly school: string }
  /** 临时学籍 (domain.md 5.7-26) */
  | { readonly kind: 'temporary-enrolment'; readonly until: CalendarDate | null }
  /** 休学 */
  | { readonly kind: 'suspended'; readonly since: CalendarDate }

/** What was gathered for one tap: facts, no opinions. */
export type Gathered =
  | { readonly kind: 'failed'; readonly failure: ReadFailure }
  | { readonly kind: 'read'; readonly read: CardRead; readonly found: Found }

/** What the desk knows of the card that was read. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'disagree' }
  | {
      readonly kind: 'card'
      readonly card: Card
      readonly student: Student | null
      /** cards of this student in state ACTIVE */
      readonly activeCards: number
    }

/** The rule of the desk: what one tap means today. Pure; the date is Beijing's. */
export function decideVerdict(gathered: Gathered, today: CalendarDate): Verdict {
  if (gathered.kind === 'failed') return failedVerdict(gathered.failure)
  if (gathered.read.family === 'phone') return { kind: 'temporary-number' }
  switch (gathered.found.kind) {
    case 'none':
      return lastingNumber(gathered.read) ? { kind: 'unknown-card' } : { kind: 'temporary-number' }
    case 'disagree':
      return { kind: 'chip-mismatch' }
    case 'card':
      return cardVerdict(gathered.found, today)
    default:
      return assertNever(gathered.found)
  }
}

function failedVerdict(failure: ReadFailure): Verdict {
  return failure === 'collision' ? { kind: 'two-cards' } : { kind: 'unreadable', why: failure }
}

/** A CPU card that gives no number at all may be anything, a phone included. */
function lastingNumber(read: CardRead): boolean {
  return read.family !== 'other-cpu' || read.uid !== null
}

type FoundCard = Extract<Found, { readonly kind: 'card' }>

/**
 * The order matters: another school's card is that school's affair, whatever its state; then the
 * card's own state, because a card that is lost, spent or not yet given proves nothing about the
 * person who holds it; only then the person.
 */
function cardVerdict(found: FoundCard, today: CalendarDate): Verdict {
  const { card, student } = found
  if (student === null) return { kind: 'wrong-school', school: card.faceSchool }
  if (!student.ownSchool) return { kind: 'wrong-school', school: student.school }
  switch (card.state) {
    case 'LOST':
      return { kind: 'lost', since: card.stateSince, by: card.stateBy }
    case 'REPLACED':
      return { kind: 'replaced', since: card.stateSince }
    case 'ORDERED':
    case 'FAILED':
    case 'ARRIVED':
    case 'WITH_TEACHER':
      return { kind: 'not-handed-over', state: card.state }
    case 'DAMAGED':
    case 'RETURNED':
    case 'VOID':
      return { kind: 'void', state: card.state }
    case 'FOUND_HELD':
      return { kind: 'found-held', since: card.stateSince }
    case 'LEFT':
    case 'KEPT_BY_LEAVER':
      return leftVerdict(student)
    case 'ACTIVE':
      return holderVerdict(found, student, today)
    default:
      return assertNever(card.state)
  }
}

function leftVerdict(student: Student): Verdict {
  return student.enrolment.kind === 'left'
    ? { kind: 'left', on: student.enrolment.on, to: student.enrolment.to }
    : { kind: 'left', on: null, to: null }
}

function holderVerdict(found: FoundCard, student: Student, today: CalendarDate): Verdict {
  const { card } = found
  if (student.enrolment.kind === 'left') return leftVerdict(student)
  if (found.activeCards > 1) return { kind: 'holds-two' }
  if (card.faceValidTo !== null && card.faceValidTo < today)
    return { kind: 'face-expired', on: card.faceValidTo }
  return { kind: 'valid', notes: validNotes(card, student) }
}

function validNotes(card: Card, student: Student): readonly ValidNote[] {
  const notes: ValidNote[] = []
  if (card.faceSchool !== null && card.faceSchool !== student.school)
    notes.push({ kind: 'face-of-former-school', school: card.faceSchool })
  const { enrolment } = student
  if (enrolment.kind === 'temporary')
    notes.push({ kind: 'temporary-enrolment', until: enrolment.until })
  if (enrolment.kind === 'suspended') notes.push({ kind: 'suspended', since: enrolment.since })
  return notes
}

/**
 * Whether a verdict names the person. Not where the desk cannot be sure whose card it is, and not
 * for a pupil of another school, whose data are not ours to show.
 */
export function namesPerson(kind: VerdictKind): boolean {
  switch (kind) {
    case 'valid':
    case 'lost':
    case 'replaced':
    case 'not-handed-over':
    case 'void':
    case 'found-held':
    case 'left':
    case 'holds-two':
    case 'face-expired':
      return true
    case 'wrong-school':
    case 'unknown-card':
    case 'chip-mismatch':
    case 'temporary-number':
    case 'two-cards':
    case 'unreadable':
      return false
    default:
      return assertNever(kind)
  }
}
