import { DeskError } from '../core/errors.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** What the city answered about one waiting row. A row is never deleted, whatever the answer. */
export type Answer =
  | { readonly cmdId: string; readonly status: 'sent' }
  /** refused: kept aside until somebody has looked at it */
  | { readonly cmdId: string; readonly status: 'parked'; readonly refusal: string }

/** All answers or none. Only a waiting row can be answered: a second answer is a defect. */
export function recordAnswers(db: Database, answers: readonly Answer[]): void {
  writing(db, `The city's answers were not stored`, () => {
    const update = prepared<[string, string | null, string]>(
      db,
      `UPDATE outbox SET status = ?, refusal = ? WHERE cmd_id = ? AND status = 'waiting'`,
    )
    for (const answer of answers) {
      const refusal = answer.status === 'parked' ? answer.refusal : null
      if (update.run(answer.status, refusal, answer.cmdId).changes !== 1)
        throw new DeskError('internal', 'An answer of the city fits no waiting row of the outbox.')
    }
  })
}

/** Refused rows that somebody must look at. */
export function countParked(db: Database): number {
  return reading('The refused acts were not counted', () => {
    const select = `SELECT count(*) AS n FROM outbox WHERE status = 'parked'`
    return prepared<[], { n: number }>(db, select).get()?.n ?? 0
  })
}
