import { canonical, type Envelope } from '../core/outbox.ts'
import { sha256, type RowStatus, type SealedRow } from './outbox.ts'

/** A row as it was found outside of the outbox it belongs to. */
export interface FoundRow extends SealedRow, RowStatus {}

/**
 * The text a row is told by outside of the database: what was sealed, or, where that was emptied
 * (db/emptying.ts), the place it keeps in the chain.
 */
export function textOfRow(row: SealedRow): string {
  if (row.sealed !== '') return row.sealed
  const { deviceId, deviceEpoch, deviceSeq, cmdId, type, prevHash, hash } = row
  return canonical({ deviceId, deviceEpoch, deviceSeq, cmdId, type, prevHash, hash })
}

/** Only the city's own rows are ever emptied; of the others nobody here knows what it answered. */
export function rowOfText(text: string): FoundRow | null {
  const found = placeIn(text)
  if (found === null) return null
  const { deviceId, deviceEpoch, deviceSeq, cmdId, type, prevHash } = found
  const place = { deviceId, deviceEpoch, deviceSeq, cmdId, type, prevHash }
  return found.hash === undefined
    ? { ...place, sealed: text, hash: sha256(text), status: 'waiting', refusal: null }
    : { ...place, sealed: '', hash: found.hash, status: 'sent', refusal: null }
}

/** Is the row what its own columns say? An emptied one only its neighbours can tell of. */
export function fitsItself(row: FoundRow): boolean {
  if (row.sealed === '') return row.status === 'sent' && /^[0-9a-f]{64}$/.test(row.hash)
  const told = rowOfText(row.sealed)
  return (
    told?.hash === row.hash &&
    told.cmdId === row.cmdId &&
    told.prevHash === row.prevHash &&
    told.deviceId === row.deviceId &&
    told.deviceEpoch === row.deviceEpoch &&
    told.deviceSeq === row.deviceSeq
  )
}

type Place = Omit<Envelope, 'hash'> & Partial<Pick<Envelope, 'hash'>>

function placeIn(text: string): Place | null {
  try {
    const found = JSON.parse(text) as Partial<Envelope> | null
    const { deviceId, deviceEpoch, deviceSeq, cmdId, type, prevHash } = found ?? {}
    const named = [deviceId, cmdId, type, prevHash].every((one) => typeof one === 'string')
    const numbered = Number.isInteger(deviceEpoch) && Number.isInteger(deviceSeq)
    return named && numbered ? (found as Place) : null
  } catch {
    return null
  }
}
