import { createHash } from 'node:crypto'
import {
  FIRST_PREV_HASH,
  seal,
  type Command,
  type Envelope,
  type RecordedMoment,
  type Recorder,
} from '../core/outbox.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** One act to be queued: what, by whom, when. */
export interface Append {
  readonly command: Command
  readonly recorder: Recorder
  readonly moment: RecordedMoment
}

/** The end of one device's chain. */
export interface ChainHead {
  readonly deviceId: string
  readonly deviceEpoch: number
  readonly deviceSeq: number
  readonly hash: string
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Seals a command as the next row of its device's chain. Called inside another act's transaction
 * it becomes part of it: an act and its row stand or fall together.
 */
export function appendCommand(db: Database, append: Append): Envelope {
  return writing(db, 'The act was not stored', () => {
    const { envelope, sealed } = sealNext(append, headOf(db, append.recorder))
    prepared<[string, number, number, string, string, string, string, string]>(
      db,
      `INSERT INTO outbox (device_id, device_epoch, device_seq, cmd_id, type, sealed, prev_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      envelope.deviceId,
      envelope.deviceEpoch,
      envelope.deviceSeq,
      envelope.cmdId,
      envelope.type,
      sealed,
      envelope.prevHash,
      envelope.hash,
    )
    prepared<[string, number, number, string]>(
      db,
      `INSERT INTO outbox_head (device_id, device_epoch, device_seq, hash) VALUES (?, ?, ?, ?)
       ON CONFLICT (device_id, device_epoch)
       DO UPDATE SET device_seq = excluded.device_seq, hash = excluded.hash`,
    ).run(envelope.deviceId, envelope.deviceEpoch, envelope.deviceSeq, envelope.hash)
    return envelope
  })
}

type ChainEnd = Pick<ChainHead, 'deviceSeq' | 'hash'>

function headOf(db: Database, { deviceId, deviceEpoch }: Recorder): ChainEnd {
  const head = prepared<[string, number], ChainEnd>(
    db,
    `SELECT device_seq AS deviceSeq, hash FROM outbox_head WHERE device_id = ? AND device_epoch = ?`,
  ).get(deviceId, deviceEpoch)
  return head ?? { deviceSeq: 0, hash: FIRST_PREV_HASH }
}

/** Field by field: what else a caller's objects carry must not get into the hash. */
function sealNext(
  { command, recorder, moment }: Append,
  head: ChainEnd,
): { readonly envelope: Envelope; readonly sealed: string } {
  let sealed = ''
  const envelope = seal(
    {
      cmdId: command.cmdId,
      deviceId: recorder.deviceId,
      deviceEpoch: recorder.deviceEpoch,
      deviceSeq: head.deviceSeq + 1,
      prevHash: head.hash,
      schoolId: recorder.schoolId,
      operatorId: recorder.operatorId,
      leaseId: recorder.leaseId,
      type: command.type,
      schemaVersion: command.schemaVersion,
      payload: command.payload,
      basedOn: command.basedOn,
      recordedAt: moment.recordedAt,
      bootId: moment.bootId,
      uptimeMs: moment.uptimeMs,
      estServerOffsetMs: moment.estServerOffsetMs,
      uncertaintyMs: moment.uncertaintyMs,
    },
    (text) => {
      sealed = text
      return sha256(text)
    },
  )
  return { envelope, sealed }
}

/** Rows the city has not got yet. */
export function countWaiting(db: Database): number {
  return reading('The waiting acts were not counted', () => {
    const select = `SELECT count(*) AS n FROM outbox WHERE status = 'waiting'`
    return prepared<[], { n: number }>(db, select).get()?.n ?? 0
  })
}
