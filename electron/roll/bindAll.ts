import { v7 as uuidv7 } from 'uuid'
import type { AuditMoment } from '../../core/audit.ts'
import type { RecordedMoment, Recorder } from '../../core/outbox.ts'
import { bindCard } from '../../db/bindings.ts'
import type { Database } from '../../db/database.ts'
import { writing } from '../../db/writing.ts'
import { bindingOf, type CardOfFile } from './compareCards.ts'
import type { Pause } from './writingMuch.ts'

export interface BindAllParts {
  readonly recorder: Recorder
  readonly recorded: () => RecordedMoment
  readonly moment: () => AuditMoment
  readonly onDone: (done: number) => void
  /** the desk was locked */
  readonly over: () => boolean
  readonly pause: Pause
}

/** Each is an act of its own; so many are written at once, in some 6 ms. */
const AT_ONCE = 5

/**
 * Binds the cards of a file, each decided anew by what is here now. Stopped between two portions it has done
 * what it said; the same file again does the rest.
 *
 * @returns how many were bound
 */
export async function bindAll(
  db: Database,
  cards: readonly CardOfFile[],
  parts: BindAllParts,
): Promise<number> {
  let bound = 0
  for (let at = 0; at < cards.length && !parts.over(); at += AT_ONCE) {
    writing(db, 'The cards were not bound', () => {
      for (const card of cards.slice(at, at + AT_ONCE)) {
        const decision = bindCard(db, {
          cmdId: uuidv7(),
          command: bindingOf(card, uuidv7()),
          reason: null,
          recorder: parts.recorder,
          moment: parts.recorded(),
          audit: parts.moment(),
        })
        if (decision.kind === 'done') bound += 1
      }
    })
    parts.onDone(Math.min(cards.length, at + AT_ONCE))
    await parts.pause()
  }
  return bound
}
