import type { CardRead } from '../../core/cardRead.ts'
import { CardTrouble } from '../cardTrouble.ts'
import type { Uid } from './uid.ts'

/** A storage card: the first student cards (MIFARE Classic 4K) show nothing but their UID. */
export function storageCard(uid: Uid): CardRead {
  switch (uid.kind) {
    case 'lasting':
      return { family: 'm1', uid: uid.value }
    case 'random':
    case 'doubtful':
      return { family: 'phone' }
    case 'none':
      throw new CardTrouble('garbage', 'GET UID: a storage card without a usable UID')
  }
}
