import { canonical } from './outbox.ts'
import { photoPartsOf, type PhotoChange } from './photoChange.ts'
import { partsOf, type RollChange } from './rollChange.ts'
import { countsOf, type RollChangeLine, type RollCounts } from './rollShown.ts'

/** A change as it is decided: of the roll, or of the photos. */
export type SchoolChange =
  | { readonly of: 'roll'; readonly change: RollChange }
  | { readonly of: 'photos'; readonly change: PhotoChange }

/** A decided change as it goes from thread to thread and into the outbox: its parts are texts by then. */
export interface WrittenChange extends Pick<
  RollChangeLine,
  'changeId' | 'why' | 'undoes' | 'counts'
> {
  readonly of: SchoolChange['of']
  /** canonical texts of the payloads, in order */
  readonly parts: readonly string[]
}

export function written(school: SchoolChange): WrittenChange {
  const { changeId, undoes } = school.change
  const about = { changeId, undoes, counts: countsOfChange(school) }
  return school.of === 'roll'
    ? { ...about, of: 'roll', why: school.change.why, parts: partsOf(school.change).map(canonical) }
    : { ...about, of: 'photos', why: 'photos', parts: photoPartsOf(school.change).map(canonical) }
}

export function countsOfChange(school: SchoolChange): RollCounts {
  return school.of === 'roll'
    ? countsOf(school.change)
    : { ...NOTHING, photos: school.change.photos.length }
}

const NOTHING = { entered: 0, changed: 0, left: 0, withdrawn: 0, classes: 0, photos: 0 }

/** The same with the school it is the first roll of: only the first part names it. */
export function ofSchool(
  change: WrittenChange,
  school: NonNullable<RollChange['school']>,
): WrittenChange {
  const [first, ...others] = change.parts
  const named = { ...(JSON.parse(first ?? '{}') as object), school }
  return { ...change, parts: [canonical(named), ...others] }
}
