import { leaveCheckpoints } from '../../db/checkpoint.ts'
import type { DeskWork } from '../deskWork.ts'
import { fileOf } from '../localData.ts'
import { logged } from '../log.ts'
import type { OpenSchool } from '../school.ts'
import type { RollParts } from './rollParts.ts'

export interface WritingMuchParts extends Pick<RollParts, 'backedUp' | 'log'> {
  readonly work: Pick<DeskWork, 'checkpoint'>
}

/** At some 10 MB a second. */
const EVERY_MS = 500

/**
 * Work that writes tens of megabytes, slice by slice, behind a backup that is being made: a thread brings SQLite's
 * log into the file meanwhile. Done behind main's own commits that took 100 ms and more each.
 */
export async function writingMuch<T>(
  { work, log, backedUp }: WritingMuchParts,
  { place, dataKey, data }: OpenSchool,
  write: () => Promise<T>,
): Promise<T> {
  await backedUp()
  const takeThemBack = leaveCheckpoints(data.db)
  let running: Promise<void> = Promise.resolve()
  const bring = (): Promise<void> =>
    work.checkpoint(fileOf(place, dataKey)).catch((thrown: unknown) => {
      // The log grows until the next one, and nothing is lost.
      log('checkpoint-missed', logged(thrown))
    })
  let idle = true
  const timer = setInterval(() => {
    if (!idle) return
    idle = false
    running = bring().then(() => void (idle = true))
  }, EVERY_MS)
  try {
    return await write()
  } finally {
    clearInterval(timer)
    await running
    await bring()
    takeThemBack()
  }
}
