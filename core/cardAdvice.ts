import { assertNever } from './assertNever.ts'
import type { CardRead } from './cardRead.ts'
import type { CardAdvice } from './devices.ts'

/** What a card laid down for a trial means for the work. */
export function cardAdvice(read: CardRead): CardAdvice {
  switch (read.family) {
    case 'bmac':
    case 't-union':
      return 'good'
    case 'm1':
      return 'm1-uid-only'
    case 'phone':
      return 'temporary-number'
    case 'other-cpu':
      // A CPU card that gives no lasting number may be anything, a phone included.
      return read.uid === null ? 'temporary-number' : 'not-a-student-card'
    default:
      return assertNever(read)
  }
}

/** `random`: another at each tap, or none given. */
export function uidKind(read: CardRead): 'fixed' | 'random' {
  return read.family === 'phone' || read.uid === null ? 'random' : 'fixed'
}
