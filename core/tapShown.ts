import type { CardFamily } from './cardRead.ts'
import type { EpochMs } from './calendarDate.ts'
import type { Sex } from './student.ts'
import type { Validities } from './validity.ts'
import type { Verdict, VerdictKind } from './verdict.ts'

/** The person behind a card, as little as the screen needs: numbers are tails, no birth date. */
export interface PersonShown {
  readonly studentId: string
  readonly name: string
  readonly sex: Sex
  readonly className: string | null
  readonly school: string
  /** last four digits of the 教育ID */
  readonly educationIdTail: string | null
  readonly hasPhoto: boolean
}

/** One tap, judged and stored: what the verify screen shows. */
export interface TapShown {
  readonly tapId: string
  readonly at: EpochMs
  /** when the reader told of the card, by a clock that never jumps: to measure, not to tell the time */
  readonly placedAt: EpochMs
  readonly reader: string
  readonly verdict: Verdict
  /** null where the desk does not know, or must not say, whose card it is */
  readonly person: PersonShown | null
  readonly family: CardFamily | null
  /** last four of the number that was read */
  readonly numberTail: string | null
  /** null when nothing was read */
  readonly validities: Validities | null
  /** of the roll it was judged by; null: no roll yet */
  readonly dataAsOf: EpochMs | null
}

/** A line in the list of last taps. */
export interface TapLine {
  readonly tapId: string
  readonly at: EpochMs
  readonly reader: string
  readonly verdict: VerdictKind
  /** with the name, to open the page of the pupil; null where nobody is named */
  readonly studentId: string | null
  readonly name: string | null
  readonly className: string | null
  readonly educationIdTail: string | null
}
