import type { RecordedMoment } from '../core/outbox.ts'
import type { Clock } from './clock.ts'

/** The moment an act is recorded, as its envelope keeps it. */
export function recordedMoment(clock: Clock, bootId: string): RecordedMoment {
  return {
    recordedAt: clock.now(),
    bootId,
    uptimeMs: clock.uptimeMs(),
    // No city system has been reached yet: the offset is unknown, not zero.
    estServerOffsetMs: null,
    uncertaintyMs: null,
  }
}
