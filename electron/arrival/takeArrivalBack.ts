import { v7 as uuidv7 } from 'uuid'
import { refused, type CaseDecision } from '../../core/case/decided.ts'
import { DeskError } from '../../core/errors.ts'
import { writing } from '../../db/writing.ts'
import { actNow } from '../actParts.ts'
import { arrivalAct, type ArrivalParts } from './arrivalParts.ts'

/** 撤销: what one answer said was done, the last of it first and in one moment. All of it or nothing. */
export function takeArrivalBack(
  parts: ArrivalParts,
  studentId: string,
  cmdIds: readonly string[],
): CaseDecision {
  const { db } = parts.school().data
  const now = actNow(parts)

  function back(undoes: string): CaseDecision {
    const act = { ...now, cmdId: uuidv7() }
    return arrivalAct(parts, act, { type: 'case.undone', payload: { studentId, undoes } })
  }

  return writing(db, 'The arrival was not taken back', () => {
    const [last, ...before] = cmdIds.toReversed()
    const decision = last === undefined ? refused('nothing-to-undo') : back(last)
    if (decision.kind === 'refused') return decision
    // What throws takes the first one along.
    if (before.some((undoes) => back(undoes).kind === 'refused'))
      throw new DeskError('internal', 'Of two acts of one moment one could not be taken back.')
    return decision
  })
}
