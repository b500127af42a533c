import type { EpochMs } from '../core/calendarDate.ts'
import type { Presentation, ReadOutcome } from '../core/cardRead.ts'
import { DAMPING_MS, isSameTap, tapIdentity, type LastSeen } from '../core/damping.ts'
import type { OtherNumber, ReaderEvent } from '../native/reader.ts'

/** What becomes of presentations: `Tap` is whatever the desk makes of one. */
export interface TapTaker<Tap> {
  /** a new tap: judge it, store it. @returns null when it could not be stored */
  taken(presentation: Presentation, otherNumber: OtherNumber): Tap | null
  /** the same card again, at the edge of the field: one tap, shown again, stored once */
  repeated(tap: Tap): void
}

interface Remembered<Tap> extends LastSeen {
  readonly tap: Tap
}

/**
 * Turns what the readers tell into taps: one presentation, one tap, but for the card that bounces
 * (domain.md 5.7-5). Each reader has its own memory, two seconds long.
 */
export function tapsFrom<Tap>(taker: TapTaker<Tap>): (event: ReaderEvent) => void {
  const memories = new Map<string, Map<string, Remembered<Tap>>>()

  function presented(
    reader: string,
    outcome: ReadOutcome,
    presentedAt: EpochMs,
    otherNumber: OtherNumber = none,
  ): void {
    const memory = memories.get(reader) ?? new Map<string, Remembered<Tap>>()
    memories.set(reader, memory)
    forgetOld(memory, presentedAt)
    const identity = tapIdentity(outcome)
    const before = identity === null ? undefined : memory.get(identity)
    if (identity !== null && before && isSameTap(before, identity, presentedAt)) {
      memory.set(identity, { ...before, removedAt: null })
      taker.repeated(before.tap)
      return
    }
    const tap = taker.taken({ reader, outcome, presentedAt }, otherNumber)
    if (identity !== null && tap !== null) memory.set(identity, { identity, removedAt: null, tap })
  }

  function gone(reader: string, at: EpochMs): void {
    const memory = memories.get(reader)
    for (const [identity, one] of memory ?? [])
      if (one.removedAt === null) memory?.set(identity, { ...one, removedAt: at })
  }

  return (event) => {
    if (event.kind === 'card-read')
      presented(event.reader, { kind: 'card', card: event.card }, event.placedAt, event.otherNumber)
    else if (event.kind === 'card-failed')
      presented(event.reader, { kind: 'failed', failure: event.failure }, event.placedAt)
    else if (event.kind === 'card-gone') gone(event.reader, event.at)
    else if (event.kind === 'reader-removed') memories.delete(event.reader)
  }
}

const none: OtherNumber = () => Promise.resolve(null)

function forgetOld<Tap>(memory: Map<string, Remembered<Tap>>, now: EpochMs): void {
  for (const [identity, one] of memory)
    if (one.removedAt !== null && now - one.removedAt >= DAMPING_MS) memory.delete(identity)
}
