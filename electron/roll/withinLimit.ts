import { DeskError, errorCode } from '../../core/errors.ts'
import type { FileRefusal } from '../../core/rollRequests.ts'

/** No file of a school takes so long to read; one that does was made to (hardening.md A44). */
export const READ_LIMIT_MS = 60_000

/**
 * Has a file read by a thread that is ended when somebody ends it or its time is over. What the thread was
 * ended for is an answer, not an error.
 *
 * @throws DeskError `called-off` among others
 */
export async function withinLimit<T>(
  called: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | { readonly kind: 'refused'; readonly why: FileRefusal }> {
  const late = AbortSignal.timeout(READ_LIMIT_MS)
  try {
    return await work(AbortSignal.any([called, late]))
  } catch (thrown) {
    if (called.aborted)
      throw new DeskError('called-off', 'The reading was ended.', { cause: thrown })
    if (late.aborted) return { kind: 'refused', why: 'too-long' }
    if (errorCode(thrown) === 'file-too-large') return { kind: 'refused', why: 'too-large' }
    throw thrown
  }
}
