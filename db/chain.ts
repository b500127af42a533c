import { DeskError } from '../core/errors.ts'
import { FIRST_PREV_HASH, type Envelope } from '../core/outbox.ts'
import type { Database } from './database.ts'
import { chainHeads, sha256, type Chain, type ChainHead, type SealedRow } from './outbox.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/**
 * - `altered`   the text of a row is not the text that was hashed
 * - `missing`   a number is not there, in the middle or at the end
 * - `reordered` a row stands under a number that is not its own
 * - `restamped` a row carries another hash than the one the chain, or a witness, knows it by
 * - `added`     a row behind the end the desk has written down
 */
export type ChainBreak = 'altered' | 'missing' | 'reordered' | 'restamped' | 'added'

export type ChainCheck =
  | { readonly kind: 'ok'; readonly rows: number }
  | {
      readonly kind: 'broken'
      readonly why: ChainBreak
      readonly deviceId: string
      readonly deviceEpoch: number
      readonly deviceSeq: number
    }

/** `sealed` is empty where its time was over or its pupil was deleted (db/emptying.ts). */
interface Row extends SealedRow {
  readonly status: string
}

type Place = Chain & Pick<ChainHead, 'deviceSeq'>

/**
 * Goes through every row of the outbox and says the first thing that is wrong.
 *
 * @param witnesses rows as somebody outside knows them (the city: hash of the last row it got).
 * Whoever can rewrite the whole file can rewrite the whole chain: only a witness finds that.
 */
export function verifyChain(db: Database, witnesses: readonly ChainHead[] = []): ChainCheck {
  return reading('The outbox was not checked', () => {
    const ends = new Map<string, ChainHead>()
    const unseen = new Map(witnesses.map((one) => [placeKey(one), one]))
    let rows = 0
    for (const row of allRows(db)) {
      const found = breakAt(row, ends.get(chainKey(row)))
      if (found !== null) return found
      const witness = unseen.get(placeKey(row))
      if (witness !== undefined && witness.hash !== row.hash) return broken(row, 'restamped')
      unseen.delete(placeKey(row))
      ends.set(chainKey(row), row)
      rows += 1
    }
    const [lost] = unseen.values()
    return (
      breakAtEnd(chainHeads(db), ends) ?? (lost ? broken(lost, 'missing') : { kind: 'ok', rows })
    )
  })
}

/** What is thrown or shown when the check fails. Rows are named by number: no personal data. */
export function chainError(found: Extract<ChainCheck, { readonly kind: 'broken' }>): DeskError {
  return new DeskError(
    'db-chain-broken',
    `The record of what this desk has done is not whole: row ${found.deviceSeq} is ${found.why}. ` +
      'Somebody or something has changed it outside this program. Nothing was sent or removed. ' +
      'Copy the data folder to a safe place and call the administrator.',
  )
}

/** Is this row what it says, and does it follow the one before? */
function breakAt(row: Row, before: ChainHead | undefined): ChainCheck | null {
  const found = row.sealed === '' ? breakOfEmptied(row) : breakOfText(row)
  if (found !== null) return found
  const expected = (before?.deviceSeq ?? 0) + 1
  if (row.deviceSeq !== expected) return broken({ ...row, deviceSeq: expected }, 'missing')
  if (row.prevHash === (before?.hash ?? FIRST_PREV_HASH)) return null
  return broken(before ?? row, 'restamped')
}

function breakOfText(row: Row): ChainCheck | null {
  if (sha256(row.sealed) !== row.hash) return broken(row, 'altered')
  const sealed = JSON.parse(row.sealed) as Envelope
  if (placeKey(sealed) !== placeKey(row)) return broken(row, 'reordered')
  const columnsAgree =
    sealed.cmdId === row.cmdId && sealed.type === row.type && sealed.prevHash === row.prevHash
  return columnsAgree ? null : broken(row, 'altered')
}

/** Only what the city has is ever emptied: whoever empties another row has altered it. */
function breakOfEmptied(row: Row): ChainCheck | null {
  return row.status === 'sent' ? null : broken(row, 'altered')
}

/** The rows end where the desk has written down that they end. */
function breakAtEnd(
  heads: readonly ChainHead[],
  ends: ReadonlyMap<string, ChainHead>,
): ChainCheck | null {
  const known = new Map(heads.map((head) => [chainKey(head), head]))
  for (const end of ends.values()) {
    const head = known.get(chainKey(end))
    const last = head?.deviceSeq ?? 0
    if (last < end.deviceSeq) return broken({ ...end, deviceSeq: last + 1 }, 'added')
  }
  for (const head of heads) {
    const end = ends.get(chainKey(head))
    const last = end?.deviceSeq ?? 0
    if (last < head.deviceSeq) return broken({ ...head, deviceSeq: last + 1 }, 'missing')
    if (end?.hash !== head.hash) return broken(head, 'restamped')
  }
  return null
}

function broken(at: Place, why: ChainBreak): ChainCheck {
  const { deviceId, deviceEpoch, deviceSeq } = at
  return { kind: 'broken', why, deviceId, deviceEpoch, deviceSeq }
}

function chainKey({ deviceId, deviceEpoch }: Chain): string {
  return `${deviceId} ${deviceEpoch}`
}

function placeKey(place: Place): string {
  return `${chainKey(place)} ${place.deviceSeq}`
}

function allRows(db: Database): Iterable<Row> {
  return prepared<[], Row>(
    db,
    `SELECT device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq,
            cmd_id AS cmdId, type, sealed, status, prev_hash AS prevHash, hash
     FROM outbox ORDER BY device_id, device_epoch, device_seq`,
  ).iterate()
}
