import { cardAdvice, uidKind } from '../core/cardAdvice.ts'
import type { CardRead } from '../core/cardRead.ts'
import type { TestResult, TestTap } from '../core/devices.ts'
import type { ReaderEvent } from '../native/reader.ts'
import type { Clock } from './clock.ts'
import { numberTail } from './shown.ts'

/** Who asked for a test has laid a card down by then, or has gone away and forgotten it. */
export const TEST_LIMIT_MS = 60_000

/** The test tap: the next card laid down at any reader is tried, and is no tap. */
export interface TestTaps {
  begin(): void
  /** nobody watches any more: no card is tried, and one that was laid down for it is a tap after all */
  end(): void
  /** a card is waited for, or being tried */
  readonly waiting: boolean
  /** @returns true: the event is the outcome of a card on trial, and nobody else's */
  takes(event: ReaderEvent): boolean
}

export interface TestTapParts {
  readonly clock: Clock
  readonly onTested: (tap: TestTap) => void
  /** nobody laid a card down in time */
  readonly onOver: () => void
}

/**
 * A card is on trial from `card-placed` to its outcome, unless the test is ended in between: so no
 * presentation is both or neither, and a card that lay there before the wish is a tap.
 */
export function testTaps({ clock, onTested, onOver }: TestTapParts): TestTaps {
  let limit: NodeJS.Timeout | null = null
  let readerOnTrial: string | null = null

  function begin(): void {
    stopWaiting()
    limit = setTimeout(over, TEST_LIMIT_MS).unref()
  }

  function stopWaiting(): void {
    if (limit !== null) clearTimeout(limit)
    limit = null
  }

  function over(): void {
    limit = null
    onOver()
  }

  function tested(reader: string, placedAt: number, result: TestResult): boolean {
    if (reader !== readerOnTrial) return false
    readerOnTrial = null
    const tookMs = clock.steady() - placedAt
    onTested({ at: Math.round(clock.now() - tookMs), reader, tookMs, result })
    return true
  }

  return {
    begin,
    end() {
      stopWaiting()
      readerOnTrial = null
    },
    get waiting() {
      return limit !== null || readerOnTrial !== null
    },
    takes(event) {
      switch (event.kind) {
        case 'card-placed':
          if (limit !== null && readerOnTrial === null) {
            stopWaiting()
            readerOnTrial = event.reader
          }
          return false
        case 'card-read':
          return tested(event.reader, event.placedAt, cardResult(event.card))
        case 'card-failed':
          return tested(event.reader, event.placedAt, { kind: 'failed', failure: event.failure })
        default:
          return false
      }
    },
  }
}

function cardResult(card: CardRead): TestResult {
  return {
    kind: 'card',
    family: card.family,
    numberTail: numberTail(card),
    uid: uidKind(card),
    advice: cardAdvice(card),
  }
}
