import type { ReaderCondition } from '../core/readerAdvice.ts'
import { isTakenByAnother } from '../native/readFailure.ts'
import type { ReaderEvent } from '../native/reader.ts'

/** By reader; one without trouble is not in it. */
export type ReaderTroubles = ReadonlyMap<string, NonNullable<ReaderCondition['trouble']>>

/**
 * Folds what the readers report into what is wrong with each: from an error until a card is read
 * there again, or the reader is plugged in anew. Pure.
 */
export function troublesAfter(troubles: ReaderTroubles, event: ReaderEvent): ReaderTroubles {
  switch (event.kind) {
    case 'reader-error':
    case 'card-failed':
      if (event.kind === 'card-failed' && event.failure !== 'reader') return troubles
      return new Map([
        ...troubles,
        [event.reader, isTakenByAnother(event.cause) ? 'in-use' : 'driver-error'],
      ])
    case 'card-read':
    case 'reader-added':
    case 'reader-removed':
      return new Map([...troubles].filter(([reader]) => reader !== event.reader))
    default:
      return troubles
  }
}
