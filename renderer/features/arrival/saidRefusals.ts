import type { ArrivalRefusal } from '../../../core/arrivalRequests.ts'
import type { CaseRefusal } from '../../../core/case/decided.ts'

/** Refusals that have words of their own; any other is `other`. */
const SAID = [
  ...(['nobody', 'several', 'number-differs', 'number-of-another', 'arrived-already'] as const),
  ...(['handed-over-already', 'pupil-unknown', 'nothing-in-it', 'tap-over', 'not-read'] as const),
  ...(['not-a-student-card', 'row-unknown', 'handed-on'] as const),
] as const satisfies readonly ArrivalRefusal[]
export type SaidRefusal = (typeof SAID)[number] | 'other'

export const saidRefusal = (why: ArrivalRefusal): SaidRefusal =>
  SAID.find((one) => one === why) ?? 'other'

const SAID_UNDO = ['somebody-elses', 'too-late', 'changed-meanwhile'] as const
export type SaidUndo = (typeof SAID_UNDO)[number] | 'other'

export const saidUndo = (why: CaseRefusal): SaidUndo =>
  SAID_UNDO.find((one) => one === why) ?? 'other'

const SAID_RETURN = ['card-not-returnable', 'card-unknown'] as const
export type SaidReturn = (typeof SAID_RETURN)[number] | 'other'

export const saidReturn = (why: CaseRefusal): SaidReturn =>
  SAID_RETURN.find((one) => one === why) ?? 'other'
