import type { CardRead } from '../../core/cardRead.ts'
import type { Transmit } from '../apdu.ts'
import { isStorageCard } from './atr.ts'
import { readBmac } from './bmac.ts'
import { storageCard } from './m1.ts'
import { otherCpuCard } from './otherCpu.ts'
import { phone } from './phone.ts'
import { readTUnion } from './tUnion.ts'
import { readUid } from './uid.ts'

/**
 * Reads one card, at most six short commands: UID, then BMAC before every application, because
 * selecting an application makes some BMAC cards deaf to what follows (cards.md 1.4).
 * Never a write, never the purse, never its log. Rejects with CardTrouble, or with whatever
 * `transmit` rejects with.
 */
export async function readCard(transmit: Transmit, atr: Uint8Array): Promise<CardRead> {
  const uid = await readUid(transmit, atr)
  if (isStorageCard(atr)) return storageCard(uid)

  const known = (await readBmac(transmit, uid)) ?? (await readTUnion(transmit, uid))
  if (known) return known
  return uid.kind === 'random' ? phone() : otherCpuCard(uid)
}
