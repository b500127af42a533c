import type { CalendarDate } from '../calendarDate.ts'
import type { Enrolment } from '../student.ts'
import type { CaseState } from './caseState.ts'

/**
 * What the roll said when an act was decided that comes to something else by another roll, and is not refused by it.
 * It stands with the act: nobody who reads it later has the roll of that day.
 */
export interface RollOfItsDay {
  /** 制卡信息 was confirmed */
  readonly confirmed: boolean
  /** why the pupil had left; null: the pupil was here */
  readonly left: Extract<Enrolment, { readonly kind: 'left' }>['why'] | null
}

export function rollOfItsDay({ pupil, standing }: CaseState): RollOfItsDay {
  const enrolment = pupil?.enrolment
  return {
    confirmed: standing?.kind === 'confirmed',
    left: enrolment?.kind === 'left' ? enrolment.why : null,
  }
}

/** The case with the roll of that day, for an act that is found again. */
export function byRollOfItsDay(
  state: CaseState,
  { confirmed, left }: RollOfItsDay,
  on: CalendarDate,
): CaseState {
  return {
    ...state,
    pupil: {
      enrolment: left === null ? { kind: 'enrolled' } : { kind: 'left', on, why: left, to: null },
    },
    standing: confirmed ? { kind: 'confirmed', version: 1 } : null,
  }
}
