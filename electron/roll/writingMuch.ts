import { leaveCheckpoints } from '../../db/checkpoint.ts'
import type { DeskWork } from '../deskWork.ts'
import { fileOf } from '../localData.ts'
import { logged } from '../log.ts'
import { nextTurn } from '../nextTurn.ts'
import type { OpenSchool } from '../school.ts'
import type { RollParts } from './rollParts.ts'

export interface WritingMuchParts extends Pick<RollParts, 'backedUp' | 'clock' | 'log'> {
  readonly work: Pick<DeskWork, 'checkpoint'>
}

/** Between two slices: main's loop has its turn, and now and then a thread brings SQLite's log into the file. */
export type Pause = () => Promise<void>

/** At some 10 MB a second. */
const EVERY_MS = 3_000

/**
 * Work that writes tens of megabytes, slice by slice, behind a backup that is being made. SQLite's log is brought into
 * the file by a thread while the work pauses: done behind main's own commits it took 100 ms and more each, and
 * beside them the disk now and then made one of them wait as long.
 */
export async function writingMuch<T>(
  { work, clock, log, backedUp }: WritingMuchParts,
  { place, dataKey, data }: OpenSchool,
  write: (pause: Pause) => Promise<T>,
): Promise<T> {
  await backedUp()
  const takeThemBack = leaveCheckpoints(data.db)
  const bring = (): Promise<void> =>
    work.checkpoint(fileOf(place, dataKey)).catch((thrown: unknown) => {
      // The log grows until the next one, and nothing is lost.
      log('checkpoint-missed', logged(thrown))
    })
  let last = clock.uptimeMs()
  try {
    return await write(async () => {
      await nextTurn()
      if (clock.uptimeMs() - last < EVERY_MS) return
      await bring()
      last = clock.uptimeMs()
    })
  } finally {
    await bring()
    takeThemBack()
  }
}
