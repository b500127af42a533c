import type { EpochMs } from '../../core/calendarDate.ts'
import { rehearsalClock, type RehearsalClock } from '../../electron/clock.ts'

/** 2026-10-12, a Monday, 08:02 in Beijing. */
export const MONDAY: EpochMs = Date.UTC(2026, 9, 12, 0, 2)

/** A clock that stands still until it is told to go on. */
export function stoppedClock(at: EpochMs = MONDAY): RehearsalClock & { pass(ms: number): void } {
  let passed = 0
  const clock = rehearsalClock({
    now: () => at + passed,
    uptimeMs: () => passed,
    steady: () => at + passed,
    offsetMs: () => 0,
  })
  return {
    ...clock,
    pass(ms) {
      passed += ms
    },
  }
}
