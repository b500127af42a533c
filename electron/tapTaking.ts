import type { Presentation } from '../core/cardRead.ts'
import { errorCode } from '../core/errors.ts'
import type { TapShown } from '../core/tapShown.ts'
import type { ReaderEvent } from '../native/reader.ts'
import type { Clock } from './clock.ts'
import type { OpenSchool } from './school.ts'
import { takeTap } from './takeTap.ts'
import { tapsFrom } from './taps.ts'

export interface TapTakingParts {
  readonly clock: Clock
  readonly bootId: string
  /** null while no school is open: then a card is not a tap */
  readonly school: () => OpenSchool | null
  readonly onTap: (tap: TapShown) => void
  /** the tap could not be stored: there is no verdict */
  readonly onFailure: (thrown: unknown) => void
}

/** What the desk makes of its readers' events: stored taps, and the last of them. */
export interface TapTaking {
  hear(event: ReaderEvent): void
  /** the tap that is not older than this; null: none is */
  current(atMostMs: number): TapShown | null
}

/** Another program may hold the file for a moment; each try waits db/connect.ts's busy timeout. */
const TRIES_WHEN_BUSY = 3

export function tapTaking(parts: TapTakingParts): TapTaking {
  let last: { readonly tap: TapShown; readonly at: number } | null = null

  function speak(tap: TapShown): void {
    last = { tap, at: parts.clock.uptimeMs() }
    parts.onTap(tap)
  }

  function store(presentation: Presentation): TapShown | null {
    const school = parts.school()
    if (school === null) return null
    const { db, recorder, roll } = school.data
    for (let trial = 1; ; trial++)
      try {
        const { clock, bootId } = parts
        return takeTap({ db, clock, recorder, bootId, data: roll, purpose: null }, presentation)
      } catch (thrown) {
        if (errorCode(thrown) === 'db-busy' && trial < TRIES_WHEN_BUSY) continue
        parts.onFailure(thrown)
        return null
      }
  }

  return {
    hear: tapsFrom<TapShown>({
      taken(presentation) {
        const tap = store(presentation)
        if (tap !== null) speak(tap)
        return tap
      },
      repeated: speak,
    }),
    current: (atMostMs) =>
      last !== null && parts.clock.uptimeMs() - last.at < atMostMs ? last.tap : null,
  }
}
