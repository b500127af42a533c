import type { ReadFailure } from '../core/cardRead.ts'
import { CardTrouble } from './cardTrouble.ts'

/** What an error of ours, of nfc-pcsc or of the system says about the card in the field. */
export function readFailure(error: unknown): ReadFailure {
  if (error instanceof CardTrouble) return error.failure
  return BY_CODE[pcscCode(error)] ?? 'reader'
}

/**
 * Is a second, whole reading worth it? Yes where the connection broke (a reset by another program,
 * a card at the edge of the field); no where the card has answered, or is known to be gone.
 */
export function isWorthAnother(error: unknown): boolean {
  return error instanceof CardTrouble ? error.failure === 'removed' : readFailure(error) !== 'mute'
}

/**
 * Another program has taken the reader for itself: to be closed, not a fault of the reader.
 * @param error as a `card-failed` or `reader-error` carries it
 */
export function isTakenByAnother(error: unknown): boolean {
  return pcscCode(error) === 'SharingViolation'
}

/** nfc-pcsc wraps the system's error: the innermost code counts. */
function pcscCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('previous' in error && error.previous instanceof Error) return pcscCode(error.previous)
  return 'code' in error ? String(error.code) : ''
}

const BY_CODE: Readonly<Record<string, ReadFailure>> = {
  RemovedCard: 'removed',
  ResetCard: 'removed',
  NoSmartCard: 'removed',
  NotConnected: 'removed',
  // A contactless card that leaves in the middle of a command shows as one of these.
  NotTransacted: 'removed',
  CommError: 'removed',
  CommDataLost: 'removed',
  UnresponsiveCard: 'mute',
  UnpoweredCard: 'mute',
  ProtoMismatch: 'mute',
  Timeout: 'mute',
}
