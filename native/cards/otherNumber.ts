import type { CardRead } from '../../core/cardRead.ts'
import type { Transmit } from '../apdu.ts'
import { readTUnion } from './tUnion.ts'

/**
 * The other number of a card that was just read: a BMAC card may carry the T-Union application beside it,
 * whose number is another (cards.md 1.4, 1.6). Asked for behind everything else, because selecting an
 * application makes some BMAC cards deaf.
 *
 * @returns 19 digits; null: the card has no other number
 */
export async function readOtherNumber(transmit: Transmit, card: CardRead): Promise<string | null> {
  if (card.family !== 'bmac') return null
  const other = await readTUnion(transmit, { kind: 'none' })
  return other?.family === 't-union' ? other.number : null
}
