import { writing } from '../../db/writing.ts'
import type { Database } from '../../db/database.ts'
import { nextTurn } from '../nextTurn.ts'

/** Each is an act of its own; so many are written at once, in some 6 ms. */
const AT_ONCE = 5

/**
 * One act after the other, a few a turn, so that a tap is answered in between. Stopped between two slices it has
 * done what it said.
 *
 * @param doing what was not done if it fails
 * @param over whoever asked is not at the desk any more
 */
export async function inSlices<T>(
  db: Database,
  doing: string,
  all: readonly T[],
  act: (one: T) => void,
  over: () => boolean,
): Promise<void> {
  for (let at = 0; at < all.length && !over(); at += AT_ONCE) {
    writing(db, doing, () => {
      for (const one of all.slice(at, at + AT_ONCE)) act(one)
    })
    await nextTurn()
  }
}
