import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardServiceHere } from '../helpers/pcscd.ts'

/** libpcsclite looks for the card service here; there is none. */
const NO_SERVICE = join(tmpdir(), 'no-card-service')

/**
 * Where a desk of this test lives: on a display of its own, and without the card service that another test
 * running at the same time has started.
 */
export function surroundings(): Record<string, string> {
  const { TEST_PARALLEL_INDEX, DESK_DISPLAYS, ...env } = process.env
  const display = DESK_DISPLAYS?.split(' ')[Number(TEST_PARALLEL_INDEX ?? 0)]
  return {
    ...(env as Record<string, string>),
    ...(display !== undefined && { DISPLAY: display }),
    ...(!cardServiceHere() && { PCSCLITE_CSOCK_NAME: NO_SERVICE }),
  }
}
