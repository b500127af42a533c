import { v7 as uuidv7 } from 'uuid'
import type { DataState } from '../db/dataState.ts'
import type { Database } from '../db/database.ts'
import { recordTap } from '../db/taps.ts'
import type { Purpose } from '../core/audit.ts'
import type { Presentation } from '../core/cardRead.ts'
import { identifiersOf } from '../core/matching.ts'
import type { Recorder } from '../core/outbox.ts'
import type { TapShown } from '../core/tapShown.ts'
import { fareFacts } from '../core/validity.ts'
import type { Clock } from './clock.ts'
import { judge } from './judge.ts'
import { recordedMoment } from './recordedMoment.ts'
import { tapShown } from './shown.ts'

/** What a tap is judged and recorded with. */
export interface TapParts {
  readonly db: Database
  readonly clock: Clock
  readonly recorder: Recorder
  readonly bootId: string
  /** the roll a verdict is made by; null: none yet */
  readonly data: DataState | null
  readonly purpose: Purpose | null
}

/**
 * One tap: gather, decide, store, and only then speak. A verdict seen is a verdict stored.
 *
 * @throws DeskError when it could not be stored (`db-full`, `db-read-only`, …): then there is no
 *   verdict.
 */
export function takeTap(parts: TapParts, presentation: Presentation): TapShown {
  const { db, clock, recorder, data } = parts
  // When the card was laid down, by the wall clock; the readers' own clock only measures.
  const at = Math.round(clock.now() - (clock.steady() - presentation.presentedAt))
  const judged = judge(db, presentation.outcome, clock.now())
  const tapId = uuidv7()
  const dataVersion = data?.version ?? 0
  const dataAgeMs = data === null ? 0 : Math.max(0, at - data.asOf)
  recordTap(db, {
    at,
    fare: judged.read === null ? null : fareFacts(judged.read),
    purpose: parts.purpose,
    command: {
      cmdId: uuidv7(),
      type: 'tap.recorded',
      schemaVersion: 1,
      payload: {
        tapId,
        reader: presentation.reader,
        family: judged.read?.family ?? null,
        identifiers: judged.read === null ? [] : identifiersOf(judged.read),
        cardId: judged.card?.id ?? null,
        studentId: judged.student?.id ?? null,
        verdict: judged.verdict.kind,
        dataVersion,
        dataAgeMs,
      },
      basedOn: {},
    },
    recorder,
    moment: recordedMoment(clock, parts.bootId),
  })
  const { reader, presentedAt: placedAt } = presentation
  const stored = { tapId, at, placedAt, reader, dataAsOf: data?.asOf ?? null }
  return tapShown(stored, judged)
}
