/** Where tests put their folders. */
import { statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'
/** More than all tests need at once; a container may have 64 MB there. */
const ENOUGH_BYTES = 4e9

/**
 * Folders in memory where there is room: most of the time of thousands of small databases goes into flushing
 * them to a disk that nobody will read again. What a full, read-only or failing disk does is tested on disks of
 * the tests' own.
 * @returns {NodeJS.ProcessEnv}
 */
export function scratchInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH_BYTES ? { TMPDIR: MEMORY } : {}
  } catch {
    return {}
  }
}
