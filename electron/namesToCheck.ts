import { namesToCheck, type NamedPupil, type NameToCheck } from '../core/namesToCheck.ts'
import type { Database } from '../db/database.ts'
import { pupilsOnRoll } from '../db/students.ts'
import { nextTurn } from './nextTurn.ts'
import { personShown } from './shown.ts'
import type { Within } from './within.ts'

/** So many pupils are looked at in one turn of main, and the rest of their class. */
const AT_ONCE = 500

/**
 * Of everybody on the roll of the own school, and of those the person at the desk may know: whose name is
 * easily typed, read or printed wrongly. In slices of whole classes, because a name is held against its class.
 */
export async function namesOnRollToCheck(
  db: Database,
  mayKnow: Within,
): Promise<readonly NameToCheck[]> {
  const pupils = pupilsOnRoll(db).filter(mayKnow).map(named)
  const found: NameToCheck[] = []
  for (const slice of slicesOf(pupils)) {
    await nextTurn()
    found.push(...namesToCheck(slice))
  }
  return found
}

const named = (student: Parameters<typeof personShown>[0]): NamedPupil => {
  const { studentId, name, className, educationIdTail } = personShown(student)
  return { studentId, name, className, educationIdTail }
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
