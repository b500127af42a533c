import type { EpochMs } from '../core/calendarDate.ts'

/** The only door to the time. The wall clock may jump; `uptimeMs` never does. */
export interface Clock {
  now(): EpochMs
  /** since the program started */
  uptimeMs(): number
  /** ms that never jump: to measure between two events, not to tell a time of day */
  steady(): number
  /** how far `now` is from the computer's own clock; 0 in a real school */
  offsetMs(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  uptimeMs: () => Math.round(performance.now()),
  steady: () => performance.timeOrigin + performance.now(),
  offsetMs: () => 0,
}

/** 演练时钟: runs like the real one, from a moment that was set. Never given to a real school. */
export interface RehearsalClock extends Clock {
  /** null: back to the real time */
  set(at: EpochMs | null): void
}

export function rehearsalClock(base: Clock): RehearsalClock {
  let offset = 0
  return {
    now: () => base.now() + offset,
    uptimeMs: base.uptimeMs,
    steady: base.steady,
    offsetMs: () => offset,
    set(at) {
      offset = at === null ? 0 : at - base.now()
    },
  }
}
