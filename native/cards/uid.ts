import { GET_UID, SW_OK, send, type Transmit } from '../apdu.ts'
import { hex } from '../hex.ts'
import { mayBeTypeB } from './atr.ts'

/**
 * - `lasting`   the same at every tap
 * - `random`    drawn anew for each tap (4 bytes, 08……): phones
 * - `doubtful`  perhaps of Type B, which may change it
 * - `none`      the reader gives none, or one that cannot be
 * Only the value of a lasting one goes further than this file.
 */
export type Uid =
  | { readonly kind: 'lasting'; readonly value: string }
  | { readonly kind: 'random' }
  | { readonly kind: 'doubtful' }
  | { readonly kind: 'none' }

export async function readUid(transmit: Transmit, atr: Uint8Array): Promise<Uid> {
  const { data, sw } = await send(transmit, GET_UID)
  if (sw !== SW_OK || !isPlausible(data)) return { kind: 'none' }
  if (isRandom(data)) return { kind: 'random' }
  if (data.length === 4 && mayBeTypeB(atr)) return { kind: 'doubtful' }
  return { kind: 'lasting', value: hex(data) }
}

/** @returns null for an UID that must not be kept */
export function lasting(uid: Uid): string | null {
  return uid.kind === 'lasting' ? uid.value : null
}

/** ISO 14443-3: a single-size UID that begins with 08 is drawn anew for each tap. */
function isRandom(uid: Uint8Array): boolean {
  return uid.length === 4 && uid[0] === 0x08
}

/** 4, 7, 10 bytes (14443) or 8 (FeliCa, 15693); not all alike (00…, FF…). */
function isPlausible(uid: Uint8Array): boolean {
  return [4, 7, 8, 10].includes(uid.length) && uid.some((byte) => byte !== uid[0])
}
