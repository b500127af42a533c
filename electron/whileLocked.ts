import type { Care } from './care.ts'
import { logged, type Log } from './log.ts'
import type { Privacy } from './privacy.ts'
import type { SchoolActs } from './schoolActs.ts'
import type { SchoolKeeping } from './schoolKeeping.ts'

export interface QuietParts {
  readonly keeping: SchoolKeeping
  readonly privacy: Privacy
  readonly acts: SchoolActs
  readonly care: Care
  readonly isLocked: () => boolean
  readonly log: Log
}

/** What takes its time is done while nobody waits for anything. */
export async function whileLocked(parts: QuietParts): Promise<void> {
  const { keeping, privacy, acts, care, isLocked, log } = parts
  if (keeping.standing().kind !== 'open') return
  try {
    await privacy.runDaily()
    await acts.tidy(() => !isLocked())
  } catch (thrown) {
    log('not-cleared', logged(thrown))
  }
  await keeping.aside(async () => {
    if (isLocked()) await care.whileLocked()
  })
}
