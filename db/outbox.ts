import { createHash } from 'node:crypto'
import {
  type CanonicalText,
  FIRST_PREV_HASH,
  seal,
  type Command,
  type Envelope,
  type RecordedMoment,
  type Recorder,
} from '../core/outbox.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** One act to be queued: what, by whom, when. */
export interface Append {
  /** a large payload may come as the text it would become */
  readonly command: Command | (Omit<Command, 'payload'> & { readonly payload: CanonicalText })
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
 * Seals a command as the next row of its device's chain. Inside the transaction of its act: an act and its
 * row stand or fall together.
 */
export function appendCommand(db: Database, append: Append): Envelope {
  const { envelope, sealed } = sealNext(append, headOf(db, append.recorder))
  storeRow(db, { ...envelope, sealed }, { status: 'waiting', refusal: null })
  return envelope
}

/** A row of the outbox as it is kept: its columns, and the very text that was hashed. */
export interface SealedRow extends ChainHead {
  readonly cmdId: string
  readonly type: string
  readonly sealed: string
  readonly prevHash: string
}

export interface RowStatus {
  readonly status: 'waiting' | 'sent' | 'parked'
  /** the city's code where it is parked */
  readonly refusal: string | null
}

/** Stores a row that follows the head of its chain, and makes it the head. */
export function storeRow(db: Database, row: SealedRow, { status, refusal }: RowStatus): void {
  const { deviceId, deviceEpoch, deviceSeq, hash } = row
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO outbox (device_id, device_epoch, device_seq, cmd_id, type, sealed, prev_hash, hash,
                         status, refusal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    deviceId,
    deviceEpoch,
    deviceSeq,
    row.cmdId,
    row.type,
    row.sealed,
    row.prevHash,
    hash,
    status,
    refusal,
  )
  prepared<[string, number, number, string]>(
    db,
    `INSERT INTO outbox_head (device_id, device_epoch, device_seq, hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (device_id, device_epoch)
     DO UPDATE SET device_seq = excluded.device_seq, hash = excluded.hash`,
  ).run(deviceId, deviceEpoch, deviceSeq, hash)
}

export type ChainEnd = Pick<ChainHead, 'deviceSeq' | 'hash'>

/** The last row of every chain, by the desk's own word. */
export function chainHeads(db: Database): readonly ChainHead[] {
  return prepared<[], ChainHead>(
    db,
    `SELECT device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, hash
     FROM outbox_head ORDER BY device_id, device_epoch`,
  ).all()
}

export type Chain = Pick<ChainHead, 'deviceId' | 'deviceEpoch'>

/** Where the next row of a chain goes on. */
export function headOf(db: Database, { deviceId, deviceEpoch }: Chain): ChainEnd {
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
      // What is sealed is text in the end.
      payload: command.payload as Command['payload'],
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
