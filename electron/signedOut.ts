import type { AuditAct } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import type { LockReason } from '../core/signIn.ts'

/** What is written of a lock. */
export const lockedAct = (why: LockReason): AuditAct => ({
  kind: 'locked',
  studentId: null,
  about: why,
  reason: null,
})

export function signedOut(): never {
  throw new DeskError('signed-out', 'Nobody is signed in at the desk.')
}
