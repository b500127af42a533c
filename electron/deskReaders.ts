import type { ReadersView } from '../core/deskState.ts'
import { createFakeReaders, type FakeReaders } from '../native/fake.ts'
import type { CardReaders, ReaderEvent } from '../native/reader.ts'
import { severalReaders } from '../native/several.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { NO_READERS, readersAfter } from './readersView.ts'
import { REHEARSAL_READER } from './rehearsalCards.ts'

export interface DeskReaderParts {
  readonly clock: Clock
  /** has the clickable reader beside the computer's own */
  readonly rehearsal: boolean
  readonly devices: CardReaders
  readonly log: Log
  readonly onEvent: (event: ReaderEvent) => void
  /** what the readers are doing is another now */
  readonly onChange: () => void
}

/** The readers of the desk, and what is known of them. */
export interface DeskReaders {
  readonly fake: FakeReaders
  view(): ReadersView
  isRehearsal(reader: string): boolean
  /** once; again is nothing */
  start(): void
  /** what was to be said a moment later is said with something else */
  said(): void
  stop(): Promise<void>
}

/**
 * What a reader is busy with is said a moment later, or not at all when it is over by then: a word
 * that flickers helps nobody, and every change on the screen makes the verdict after it late
 * (measured: 12 ms of 60).
 */
const SAID_AFTER_MS: Partial<Record<ReaderEvent['kind'], number>> = {
  'card-placed': 150,
  'card-read': 100,
  'card-failed': 100,
  'card-gone': 100,
}

export function deskReaders(parts: DeskReaderParts): DeskReaders {
  const fake = createFakeReaders({ now: parts.clock.steady })
  const readers = parts.rehearsal ? severalReaders([parts.devices, fake]) : parts.devices
  let view: ReadersView = NO_READERS
  let started = false
  let later: NodeJS.Timeout | undefined

  const isRehearsal = (reader: string): boolean => parts.rehearsal && reader === REHEARSAL_READER

  function hear(event: ReaderEvent): void {
    view = readersAfter(view, event, isRehearsal)
    parts.onEvent(event)
    if (event.kind === 'service') parts.log('readers', { reason: event.state })
    const after = SAID_AFTER_MS[event.kind]
    clearTimeout(later)
    if (after === undefined) parts.onChange()
    else later = setTimeout(parts.onChange, after)
  }

  return {
    fake,
    view: () => view,
    isRehearsal,
    start() {
      if (started) return
      started = true
      if (parts.rehearsal) fake.addReader(REHEARSAL_READER)
      readers.start(hear)
    },
    said: () => clearTimeout(later),
    stop: () => readers.stop(),
  }
}
