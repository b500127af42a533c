import type { Envelope } from '../core/outbox.ts'
import { countsOfChange } from '../core/schoolChange.ts'
import type { Database } from './database.ts'
import { changeOf, listChange, waitForApplying } from './rollChanges.ts'
import { prepared } from './statements.ts'

interface Part {
  readonly changeId: string
  readonly undoes: string | null
  readonly part: number
  readonly parts: number
}

/**
 * A found part of a change of the roll or of photos: with the last one, where all are there, the change is
 * listed and waits to be applied; a change that is not whole shows nothing.
 */
export function replayPart(db: Database, envelope: Envelope & { readonly payload: Part }): void {
  const { deviceId, deviceEpoch, deviceSeq, operatorId, recordedAt, payload, type } = envelope
  if (payload.part < payload.parts) return
  // They were queued in one transaction, so their numbers follow each other.
  const cmdIds = prepared<(string | number)[], { cmdId: string }>(
    db,
    `SELECT cmd_id AS cmdId FROM outbox
     WHERE device_id = ? AND device_epoch = ? AND device_seq BETWEEN ? AND ? AND type = ?
     ORDER BY device_seq`,
  )
    .all(deviceId, deviceEpoch, deviceSeq - payload.parts + 1, deviceSeq, type)
    .map(({ cmdId }) => cmdId)
  if (cmdIds.length < payload.parts) return
  const { changeId, undoes } = payload
  const why = type === 'photos.set' ? 'photos' : 'import'
  listChange(db, { changeId, at: recordedAt, operatorId, why, undoes, cmdIds, counts: NOTHING })
  const school = changeOf(db, changeId)
  if (school === null) return
  prepared<(string | null)[]>(
    db,
    'UPDATE roll_change SET counts = ?, why = ? WHERE change_id = ?',
  ).run(
    JSON.stringify(countsOfChange(school)),
    school.of === 'photos' ? 'photos' : school.change.why,
    changeId,
  )
  for (const cmdId of cmdIds) waitForApplying(db, cmdId)
}

const NOTHING = { entered: 0, changed: 0, left: 0, withdrawn: 0, classes: 0, photos: 0 }
