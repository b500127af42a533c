import { lookAlike } from './lookAlike.ts'
import { charactersToWatch, type WatchedCharacter } from './rareCharacters.ts'
import { usualOf } from './usualCharacter.ts'
import { variantsOfEachOther } from './variants.ts'

/** A pupil in a list of names: no more than tells two apart. */
export interface NamedPupil {
  readonly studentId: string
  readonly name: string
  readonly className: string | null
  /** last four digits of the 教育ID */
  readonly educationIdTail: string | null
}

/** Somebody of the same class whose name is another in one character that is easily taken for it. */
export interface NameTwin {
  readonly pupil: NamedPupil
  /** 1… in both names */
  readonly place: number
  readonly own: string
  readonly theirs: string
}

/** A name somebody should look at; one of the lists holds something. */
export interface NameToCheck {
  readonly pupil: NamedPupil
  readonly watched: readonly WatchedCharacter[]
  readonly twins: readonly NameTwin[]
}

/** Of these pupils, those whose names are easily typed, read or printed wrongly; in the order given. */
export function namesToCheck(pupils: readonly NamedPupil[]): readonly NameToCheck[] {
  const twins = twinsAmong(pupils)
  return pupils.flatMap((pupil) => {
    const watched = charactersToWatch(pupil.name)
    const theirs = twins.get(pupil.studentId) ?? []
    return watched.length + theirs.length === 0 ? [] : [{ pupil, watched, twins: theirs }]
  })
}

interface Spelled {
  readonly pupil: NamedPupil
  readonly characters: readonly string[]
}

/** By the id of the pupil. Everybody of a class is held against everybody: 63,000 pairs in a large school. */
function twinsAmong(pupils: readonly NamedPupil[]): ReadonlyMap<string, readonly NameTwin[]> {
  const found = new Map<string, NameTwin[]>()
  const note = (of: NamedPupil, twin: NameTwin): void => {
    found.set(of.studentId, [...(found.get(of.studentId) ?? []), twin])
  }
  for (const classmates of classesOf(pupils))
    for (const [at, one] of classmates.entries())
      for (const other of classmates.slice(at + 1)) {
        const place = onlyDifference(one.characters, other.characters)
        if (place < 0) continue
        const [own = '', theirs = ''] = [one.characters[place], other.characters[place]]
        if (!easilyTaken(own, theirs)) continue
        note(one.pupil, { pupil: other.pupil, place: place + 1, own, theirs })
        note(other.pupil, { pupil: one.pupil, place: place + 1, own: theirs, theirs: own })
      }
  return found
}

function classesOf(pupils: readonly NamedPupil[]): Iterable<readonly Spelled[]> {
  const classes = new Map<string, Spelled[]>()
  for (const pupil of pupils) {
    if (pupil.className === null) continue
    const spelled = { pupil, characters: [...pupil.name] }
    const classmates = classes.get(pupil.className)
    if (classmates === undefined) classes.set(pupil.className, [spelled])
    else classmates.push(spelled)
  }
  return classes.values()
}

/** Where two names of one length differ, if only there; else -1. */
function onlyDifference(name: readonly string[], other: readonly string[]): number {
  if (name.length !== other.length) return -1
  let found = -1
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === other[at]) continue
    if (found >= 0) return -1
    found = at
  }
  return found
}

function easilyTaken(one: string, other: string): boolean {
  return (
    lookAlike(one, other) !== null ||
    variantsOfEachOther(one, other) !== null ||
    usualOf(one) === usualOf(other)
  )
}
