import type { RollProgress } from '../../core/rollRequests.ts'
import { applyNextPart, partsWaiting } from '../../db/rollChanges.ts'
import {
  addToFreshIndex,
  beginFreshIndex,
  dropFormerIndex,
  useFreshIndex,
} from '../../db/searchFresh.ts'
import { isIndexOfRoll } from '../../db/searchIndex.ts'
import type { DeskWork } from '../deskWork.ts'
import { fileOf } from '../localData.ts'
import type { OpenSchool } from '../school.ts'
import type { Pause } from './writingMuch.ts'

export interface ApplyingParts {
  readonly work: Pick<DeskWork, 'indexLines'>
  readonly onProgress: (progress: RollProgress) => void
}

/**
 * Shows what was stored of the roll in the tables and in the search, slice by slice, so that taps go on
 * between them. A stop on the way loses nothing: the next start goes on (db/open.ts).
 *
 * @throws DeskError
 */
export async function applyRoll(
  { work, onProgress }: ApplyingParts,
  school: OpenSchool,
  pause: Pause,
): Promise<void> {
  const { db } = school.data
  const total = partsWaiting(db)
  for (let left = total; left > 0;) {
    onProgress({ at: 'storing', done: total - left, total, canCallOff: false })
    left = applyNextPart(db) ?? 0
    await pause()
  }
  school.data.reread()
  // Photos are not searched for.
  if (isIndexOfRoll(db)) return
  const pupils = school.data.students
  let done = 0
  beginFreshIndex(db)
  await pause()
  await work.indexLines(fileOf(school.place, school.dataKey), (lines) => {
    addToFreshIndex(db, lines)
    done += lines.length
    onProgress({ at: 'index', done, total: Math.max(pupils, done), canCallOff: false })
    return pause().then(() => true)
  })
  useFreshIndex(db)
  await pause()
  dropFormerIndex(db)
}
