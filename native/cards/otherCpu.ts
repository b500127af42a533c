import type { CardRead } from '../../core/cardRead.ts'
import { lasting, type Uid } from './uid.ts'

/** A CPU card that is neither BMAC nor T-Union: bank card, access card, an applet not known here. */
export function otherCpuCard(uid: Uid): CardRead {
  return { family: 'other-cpu', uid: lasting(uid) }
}
