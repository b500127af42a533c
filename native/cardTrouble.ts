import type { ReadFailure } from '../core/cardRead.ts'

/**
 * Why a read came to nothing. The message says what was asked, never what was answered: bytes of
 * a card do not get into logs.
 */
export class CardTrouble extends Error {
  readonly failure: ReadFailure

  constructor(failure: ReadFailure, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'CardTrouble'
    this.failure = failure
  }
}
