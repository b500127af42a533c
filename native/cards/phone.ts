import type { CardRead } from '../../core/cardRead.ts'

/**
 * A phone, or a card that draws a new number for each tap. A phone that carries a transit card
 * has been read as that card before; only its random UID is left out.
 */
export function phone(): CardRead {
  return { family: 'phone' }
}
