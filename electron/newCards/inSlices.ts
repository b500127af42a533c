import { writing } from '../../db/writing.ts'
import type { Database } from '../../db/database.ts'
import { nextTurn } from '../nextTurn.ts'

/** Each is an act of its own: some 3 ms on a computer that has other work, 10 ms for so many. */
const AT_ONCE = 3

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
