import { addDays, type CalendarDate } from '../../core/calendarDate.ts'
import type { CardRead, ReadFailure, ReadOutcome } from '../../core/cardRead.ts'
import type { SampleCard, SampleId } from '../../core/sampleCard.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import { chipOf } from './chipOf.ts'
import { bmacNumber, fixedUid } from './numbers.ts'
import type { Population } from './population.ts'

/** A card to tap by clicking, with what its chip says. */
export interface RehearsalSample extends SampleCard {
  readonly read: ReadOutcome
}

interface Stage {
  readonly population: Population
  readonly seed: number
  readonly today: CalendarDate
}

/** How a sample is made: from the first card of somebody in the cast, out of nothing, or as a failed read. */
type Recipe =
  | {
      readonly of: string
      /** left out: as chipOf has it */
      readonly chip?: (read: CardRead, stage: Stage) => CardRead
    }
  | { readonly nobody: (stage: Stage) => CardRead }
  | { readonly failure: ReadFailure }

/** In the order of the panel. The compiler asks for every SampleId. */
const RECIPES: Readonly<Record<SampleId, readonly [VerdictKind, Recipe]>> = {
  valid: ['valid', { of: 'valid' }],
  'valid-rare-name': ['valid', { of: 'rare-four-byte' }],
  'valid-long-name': ['valid', { of: 'long-name' }],
  'valid-polyphone': ['valid', { of: 'polyphone-shan' }],
  'valid-t-union': ['valid', { of: 't-union' }],
  'valid-m1': ['valid', { of: 'm1' }],
  'valid-former-school': ['valid', { of: 'former-school' }],
  'valid-temporary': ['valid', { of: 'temporary' }],
  'valid-suspended': ['valid', { of: 'suspended' }],
  'valid-transit-expired': ['valid', { of: 'transit-expired', chip: fareExpired }],
  'same-name-1': ['valid', { of: 'same-name-1' }],
  'same-name-2': ['valid', { of: 'same-name-2' }],
  lost: ['lost', { of: 'lost' }],
  replaced: ['replaced', { of: 'replaced' }],
  ordered: ['not-handed-over', { of: 'ordered' }],
  arrived: ['not-handed-over', { of: 'arrived' }],
  'with-teacher': ['not-handed-over', { of: 'with-teacher' }],
  damaged: ['void', { of: 'damaged' }],
  void: ['void', { of: 'void' }],
  'found-held': ['found-held', { of: 'found-held' }],
  transferred: ['left', { of: 'transferred' }],
  graduated: ['left', { of: 'graduated' }],
  'wrong-school': ['wrong-school', { of: 'wrong-school' }],
  unknown: ['unknown-card', { nobody: cardOfNobody }],
  'chip-mismatch': ['chip-mismatch', { of: 'younger-sibling', chip: uidOfOlderSibling }],
  'holds-two': ['holds-two', { of: 'holds-two' }],
  'face-expired': ['face-expired', { of: 'face-expired' }],
  phone: ['temporary-number', { nobody: () => ({ family: 'phone' }) }],
  'other-cpu': ['unknown-card', { nobody: bankCard }],
  'two-cards': ['two-cards', { failure: 'collision' }],
  'pulled-away': ['unreadable', { failure: 'removed' }],
  garbage: ['unreadable', { failure: 'garbage' }],
}

export function samplesOf(stage: Stage): readonly RehearsalSample[] {
  return (Object.keys(RECIPES) as SampleId[]).map((id) => sample(id, ...RECIPES[id], stage))
}

function sample(id: SampleId, expect: VerdictKind, recipe: Recipe, stage: Stage): RehearsalSample {
  if ('failure' in recipe) {
    const read: ReadOutcome = { kind: 'failed', failure: recipe.failure }
    return { id, family: null, expect, name: null, className: null, read }
  }
  if ('nobody' in recipe) {
    const card = recipe.nobody(stage)
    const read: ReadOutcome = { kind: 'card', card }
    return { id, family: card.family, expect, name: null, className: null, read }
  }
  const { student, cards } = stage.population.known(recipe.of)
  const [held] = cards
  if (held === undefined) throw new RangeError(`${recipe.of} has no card.`)
  const plain = chipOf(held, stage.today)
  const card = recipe.chip?.(plain, stage) ?? plain
  const inClass = stage.population.seating.classes.find((one) => one.id === student.classId)
  return {
    id,
    family: card.family,
    expect,
    name: student.name,
    className: inClass?.name ?? null,
    read: { kind: 'card', card },
  }
}

/** Nobody extended it last October: the bus refuses it, the school does not. */
function fareExpired(read: CardRead, { today }: Stage): CardRead {
  if (read.family !== 'bmac') return read
  return { ...read, transit: { from: addDays(today, -800), to: addDays(today, -20) } }
}

/** domain.md 5.7-27: the chip of one, in the sleeve of the other. */
function uidOfOlderSibling(read: CardRead, { population, today }: Stage): CardRead {
  const [card] = population.known('older-sibling').cards
  const older = card === undefined ? null : chipOf(card, today)
  return read.family === 'bmac' && older?.family === 'bmac' ? { ...read, uid: older.uid } : read
}

function cardOfNobody({ population, seed, today }: Stage): CardRead {
  return {
    family: 'bmac',
    number: bmacNumber(population.spareCard, seed),
    uid: fixedUid(population.spareCard, seed, 7),
    enabled: true,
    blacklisted: false,
    transit: { from: addDays(today, -400), to: addDays(today, 300) },
  }
}

/** A CPU card with a fixed UID that is none of ours: a bank card, say. */
function bankCard({ population, seed }: Stage): CardRead {
  return { family: 'other-cpu', uid: fixedUid(population.spareCard + 1, seed, 7) }
}
