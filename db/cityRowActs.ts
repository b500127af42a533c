import type { KeepPayment, SettlePayment } from '../core/keptPayment.ts'
import { storeAct, type ActToStore, type ByAct } from './acts.ts'
import { keepCityRow, keptCityRow, rowIdOf, settleCityRow } from './cityRows.ts'
import type { Database } from './database.ts'
import { rememberNamed } from './namedInFiles.ts'

type RowDecision = { readonly kind: 'done' } | { readonly kind: 'refused' }
const DONE = { kind: 'done' } as const
const REFUSED = { kind: 'refused' } as const

/**
 * Keeps a payment nothing could be made of; one that is kept for this reason already, or was settled, is refused.
 *
 * @throws DeskError; then it is not kept
 */
export function keepPayment(
  db: Database,
  order: ActToStore & { readonly command: KeepPayment },
): RowDecision {
  const { command } = order
  const { row, why, studentId } = command
  const about = rowIdOf(row)
  return storeAct<RowDecision>(
    db,
    order,
    'The payment was not kept',
    () => {
      const kept = keptCityRow(db, about)
      return kept === 'settled' || kept?.why === why ? REFUSED : DONE
    },
    () => ({
      command: { type: 'payment.kept', payload: command },
      show: (act) => replayKept(db, command, act),
      audit: { kind: 'payment-kept', studentId, about, reason: null },
    }),
  )
}

/** It was taken after all, or nothing will become of it. Refused: nothing is waited for. @throws DeskError */
export function settlePayment(
  db: Database,
  order: ActToStore & { readonly command: SettlePayment },
): RowDecision {
  const { command } = order
  const { rowId: about, reason } = command
  return storeAct<RowDecision>(
    db,
    order,
    'The payment was not settled',
    () => {
      const kept = keptCityRow(db, about)
      return kept === null || kept === 'settled' ? REFUSED : DONE
    },
    () => ({
      command: { type: 'payment.settled', payload: command },
      show: (act) => replaySettled(db, command, act),
      audit: { kind: 'city-row-settled', studentId: null, about, reason },
    }),
  )
}

/** Found again after a loss, as the next. */
export function replayKept(db: Database, command: KeepPayment, act: ByAct): void {
  const { row, why, fileDigest, studentId } = command
  keepCityRow(db, row, { why, fileDigest, at: act.at })
  rememberNamed(db, act, { rowId: rowIdOf(row), studentId })
}

export function replaySettled(db: Database, { rowId, reason }: SettlePayment, act: ByAct): void {
  settleCityRow(db, rowId, { ...act, reason })
  // By its row, even where the pupil is known: the text of the reason may name one.
  rememberNamed(db, act, { rowId, studentId: null })
}
