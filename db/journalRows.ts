import type { Database } from './database.ts'
import { chainHeads, type Chain, type ChainHead, type SealedRow } from './outbox.ts'
import { prepared } from './statements.ts'

/** What the journal must hold: rows the city has not got, and rows that some kept backup lacks. */
export function neededRows(db: Database, covered: readonly ChainHead[]): readonly SealedRow[] {
  return chainHeads(db).flatMap((head) => {
    const seq = coveredOf(covered, head)?.deviceSeq ?? 0
    return [...waitingUpTo(db, head, seq), ...rowsAfter(db, head, seq)]
  })
}

export const coveredOf = (covered: readonly ChainHead[], chain: Chain): ChainHead | undefined =>
  covered.find((one) => chainKey(one) === chainKey(chain))

export const chainKey = ({ deviceId, deviceEpoch }: Chain): string => `${deviceId} ${deviceEpoch}`

const COLUMNS = `
  device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, cmd_id AS cmdId, type,
  sealed, prev_hash AS prevHash, hash`

export function rowsAfter(db: Database, chain: Chain, seq: number): readonly SealedRow[] {
  return prepared<[string, number, number], SealedRow>(
    db,
    `SELECT ${COLUMNS} FROM outbox
     WHERE device_id = ? AND device_epoch = ? AND device_seq > ? ORDER BY device_seq`,
  ).all(chain.deviceId, chain.deviceEpoch, seq)
}

function waitingUpTo(db: Database, chain: Chain, seq: number): readonly SealedRow[] {
  return prepared<[string, number, number], SealedRow>(
    db,
    `SELECT ${COLUMNS} FROM outbox
     WHERE device_id = ? AND device_epoch = ? AND device_seq <= ? AND status = 'waiting'
     ORDER BY device_seq`,
  ).all(chain.deviceId, chain.deviceEpoch, seq)
}

export function hasRow(
  db: Database,
  { deviceId, deviceEpoch, deviceSeq, hash }: ChainHead,
): boolean {
  const found = prepared<[string, number, number], { readonly hash: string }>(
    db,
    'SELECT hash FROM outbox WHERE device_id = ? AND device_epoch = ? AND device_seq = ?',
  ).get(deviceId, deviceEpoch, deviceSeq)
  return found?.hash === hash
}
