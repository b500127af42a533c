import type { CardIdentifier } from '../../core/card.ts'
import type { CardPlan } from './holding.ts'
import { bmacNumber, fixedUid, printedNumber, tUnionNumber } from './numbers.ts'

/** What the record holds of a card, by its ordinal. */
export function recordedIdentifiers(
  plan: CardPlan,
  card: number,
  seed: number,
): readonly CardIdentifier[] {
  const numbers = recordedNumbers(plan, card, seed)
  if (plan.uidRecorded === false && numbers.length > 0) return numbers
  const bytes = numbers.length === 0 || card % 7 === 0 ? 4 : 7
  return [...numbers, { kind: 'uid', value: fixedUid(card, seed, bytes) }]
}

function recordedNumbers(plan: CardPlan, card: number, seed: number): readonly CardIdentifier[] {
  if (plan.chip === 'm1') return []
  if (plan.chip === 't-union') return [{ kind: 't-union', value: tUnionNumber(card, seed) }]
  const value = bmacNumber(card, seed)
  const chip: CardIdentifier = { kind: 'bmac', value }
  const printed: CardIdentifier = { kind: 'printed', value: printedNumber(value, card, seed) }
  const recorded = plan.recorded ?? 'chip'
  return recorded === 'chip' ? [chip] : recorded === 'printed' ? [printed] : [chip, printed]
}
