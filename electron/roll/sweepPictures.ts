import type { Database } from '../../db/database.ts'
import { dropPictures, nobodysPictures } from '../../db/photos.ts'
import { writingSlice } from '../../db/writing.ts'
import { nextTurn } from '../nextTurn.ts'
import type { Pause } from './writingMuch.ts'

const A_PORTION = 20

/** Takes away pictures that are nobody's, portion by portion: what an import left that came to nothing. */
export async function sweepPictures(
  db: Database,
  over: () => boolean,
  pause: Pause = nextTurn,
): Promise<void> {
  while (!over()) {
    const ids = nobodysPictures(db, A_PORTION)
    if (ids.length === 0) return
    writingSlice(db, 'Pictures of nobody were not taken away', () => dropPictures(db, ids))
    await pause()
  }
}
