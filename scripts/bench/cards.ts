import { join } from 'node:path'
import { tapIdentity } from '../../core/damping.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import type { RehearsalSample } from '../../electron/rehearsal/samples.ts'
import { samplesOf } from '../../tests/e2e/hand.ts'

/**
 * Sample cards with different lasting numbers, so that none is taken for another one that bounced
 * (core/damping.ts); laid down in turn, each comes back after more than two seconds.
 */
export function differentCards(folder: string): readonly SampleId[] {
  const cards = new Map<string, SampleId>()
  for (const { id, read } of deskSamples(folder).values()) {
    const identity = tapIdentity(read)
    if (identity !== null && !cards.has(identity)) cards.set(identity, id)
  }
  return [...cards.values()]
}

export function deskSamples(folder: string): ReadonlyMap<SampleId, RehearsalSample> {
  return samplesOf(join(folder, 'rehearsal'))
}

/** Endlessly the same cards, one after the other. */
export function inTurn<T>(cards: readonly T[], turn: number): T {
  const card = cards[turn % cards.length]
  if (card === undefined) throw new Error('There are no cards.')
  return card
}
