import type { ReaderEvent } from '../../native/reader.ts'

/** Where one reader stands in the sentence of native/reader.ts. */
type Place = 'new' | 'free' | 'lying' | 'placed' | 'told'

export interface ReaderLaw {
  /** To be called with every event. */
  hear(event: ReaderEvent): void
  /** Breaches so far, in words; empty = the law was kept. */
  readonly breaches: readonly string[]
  /** Breaches including what is open now: a card without outcome, without removal. */
  atRest(): readonly string[]
}

/** The law of native/reader.ts as a machine over the events; every implementation runs under it. */
export function readerLaw(): ReaderLaw {
  const breaches: string[] = []
  const places = new Map<string, Place>()
  const placedAt = new Map<string, number>()
  let first = true
  let service: 'up' | 'down' | null = null

  const step = (
    event: { kind: string; reader: string },
    from: readonly Place[],
    to: Place,
  ): void => {
    const place = places.get(event.reader)
    if (place === undefined) breaches.push(`${event.kind} of a reader that was not added`)
    else if (!from.includes(place)) breaches.push(`${event.kind} while the card is ${place}`)
    places.set(event.reader, to)
  }

  const outcome = (event: Extract<ReaderEvent, { readonly placedAt: number }>): void => {
    step(event, ['placed'], 'told')
    if (event.placedAt !== placedAt.get(event.reader)) {
      breaches.push(`${event.kind} carries the time of another card-placed`)
    }
  }

  const hear = (event: ReaderEvent): void => {
    if (first && event.kind !== 'service') breaches.push(`${event.kind} before the service's state`)
    first = false
    switch (event.kind) {
      case 'service':
        if (service === event.state) breaches.push(`service ${event.state} told twice`)
        service = event.state
        break
      case 'reader-added':
        if (places.has(event.reader)) breaches.push('reader-added twice')
        places.set(event.reader, 'new')
        break
      case 'reader-removed':
        step(event, ['new', 'free'], 'free')
        places.delete(event.reader)
        break
      case 'reader-error':
        if (!places.has(event.reader)) breaches.push('reader-error of a reader that was not added')
        break
      case 'card-lying':
        step(event, ['new'], 'lying')
        break
      case 'card-placed':
        step(event, ['new', 'free'], 'placed')
        placedAt.set(event.reader, event.at)
        break
      case 'card-read':
      case 'card-failed':
        outcome(event)
        break
      case 'card-gone':
        step(event, ['lying', 'told'], 'free')
        break
    }
  }

  return {
    hear,
    breaches,
    atRest: () => [
      ...breaches,
      ...[...places]
        .filter(([, place]) => place !== 'free' && place !== 'new')
        .map(([, place]) => `left ${place}`),
    ],
  }
}
