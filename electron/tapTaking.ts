import type { CardRead, Presentation } from '../core/cardRead.ts'
import { errorCode } from '../core/errors.ts'
import type { TapShown } from '../core/tapShown.ts'
import type { OtherNumber, ReaderEvent } from '../native/reader.ts'
import type { Clock } from './clock.ts'
import { keepTwice } from './keepTwice.ts'
import type { Log } from './log.ts'
import type { OpenSchool } from './school.ts'
import type { Session } from './session.ts'
import { takeTap } from './takeTap.ts'
import { tapsFrom } from './taps.ts'

export interface TapTakingParts {
  readonly clock: Clock
  readonly bootId: string
  /** null while nobody is at the desk who may take a tap: then a card is none */
  readonly desk: () => { readonly school: OpenSchool; readonly session: Session } | null
  /** of a new tap, while its card can still be asked */
  readonly onCard: (tap: TapShown, card: CardRead | null, otherNumber: OtherNumber) => void
  readonly onTap: (tap: TapShown) => void
  /** the tap could not be stored: there is no verdict */
  readonly onFailure: (thrown: unknown) => void
  readonly log: Log
}

/** What the desk makes of its readers' events: stored taps, and the last of them. */
export interface TapTaking {
  hear(event: ReaderEvent): void
  /** the tap that is not older than this; null: none is */
  current(atMostMs: number): TapShown | null
  /** the desk was locked: the next person does not get it */
  forget(): void
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
    const desk = parts.desk()
    if (desk === null) return null
    const { db, recorder, roll } = desk.school.data
    const { operator, purpose } = desk.session
    for (let trial = 1; ; trial++)
      try {
        const { clock, bootId } = parts
        const tap = takeTap(
          {
            db,
            clock,
            recorder: { ...recorder, operatorId: operator.id },
            bootId,
            data: roll,
            purpose,
          },
          presentation,
        )
        keepTwice(desk.school, parts.log)
        return tap
      } catch (thrown) {
        if (errorCode(thrown) === 'db-busy' && trial < TRIES_WHEN_BUSY) continue
        parts.onFailure(thrown)
        return null
      }
  }

  const listen = (): ((event: ReaderEvent) => void) =>
    tapsFrom<TapShown>({
      taken(presentation, otherNumber) {
        const tap = store(presentation)
        if (tap === null) return null
        const { outcome } = presentation
        parts.onCard(tap, outcome.kind === 'card' ? outcome.card : null, otherNumber)
        speak(tap)
        return tap
      },
      repeated: speak,
    })
  let heard = listen()

  return {
    hear: (event) => heard(event),
    current: (atMostMs) =>
      last !== null && parts.clock.uptimeMs() - last.at < atMostMs ? last.tap : null,
    forget() {
      last = null
      // A card that lay there before is a new tap of the next person.
      heard = listen()
    },
  }
}
