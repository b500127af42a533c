import { namesToCheck, type NamedPupil, type NameToCheck } from '../core/namesToCheck.ts'
import type { Database } from '../db/database.ts'
import { namesOnRoll } from '../db/students.ts'
import { nextTurn } from './nextTurn.ts'
import { namedShown } from './shown.ts'
import type { Within } from './within.ts'

/** So many pupils are looked at in one turn of main, and the rest of their class: some 7 ms, 20 at the first time. */
const AT_ONCE = 1_500

/**
 * Of everybody on the roll of the own school, and of those the person at the desk may know: whose name is
 * easily typed, read or printed wrongly. In slices of whole classes, because a name is held against its class.
 */
export async function namesOnRollToCheck(
  db: Database,
  mayKnow: Within,
): Promise<readonly NameToCheck[]> {
  const pupils = namesOnRoll(db).filter(mayKnow).map(namedShown)
  const found: NameToCheck[] = []
  for (const slice of slicesOf(pupils)) {
    await nextTurn()
    found.push(...namesToCheck(slice))
  }
  return found
}

function slicesOf(pupils: readonly NamedPupil[]): readonly (readonly NamedPupil[])[] {
  const slices: NamedPupil[][] = []
  for (const pupil of pupils) {
    const slice = slices.at(-1)
    const goesOn =
      slice !== undefined && (slice.length < AT_ONCE || slice.at(-1)?.className === pupil.className)
    if (goesOn) slice.push(pupil)
    else slices.push([pupil])
  }
  return slices
}
