import { createHmac } from 'node:crypto'
import type { CardIdentifier } from '../../core/card.ts'

/** What a card is known by as somebody's staff card: no number of it is kept. */
export function staffCardMarks(
  identifiers: readonly CardIdentifier[],
  deviceSecret: Uint8Array,
): readonly string[] {
  return identifiers.map(({ kind, value }) =>
    createHmac('sha256', deviceSecret).update(`staff card ${kind} ${value}`).digest('hex'),
  )
}
