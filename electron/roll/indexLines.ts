import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { indexLines, type IndexLine } from '../../db/searchIndex.ts'
import type { Tell } from '../tell.ts'

/** So many are written in some 5 ms. */
const A_PORTION = 50

/** Makes every pupil's words by a connection that only reads, and hands them over in the order of lists. */
export async function tellIndexLines(
  place: LookOptions,
  tell: Tell<readonly IndexLine[]>,
): Promise<number> {
  const db = openDatabase({ ...place, readonly: true })
  try {
    let told = 0
    let portion: IndexLine[] = []
    for (const line of indexLines(db)) {
      portion.push(line)
      if (portion.length < A_PORTION) continue
      if (!(await tell(portion))) return told
      told += portion.length
      portion = []
    }
    if (portion.length > 0) await tell(portion)
    return told + portion.length
  } finally {
    db.close()
  }
}
