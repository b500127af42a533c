import { groupOf } from '../../core/nameGroups.ts'
import type { NameToCheck } from '../../core/namesToCheck.ts'
import type { ListAsk } from './listRows.ts'

/** Why a name is to be checked. Of a masked one only the kind: a character would tell what is masked. */
export function nameRemark(
  { watched, twins }: NameToCheck,
  { whole, words }: Pick<ListAsk, 'whole' | 'words'>,
): string {
  const kinds = [
    ...(twins.length > 0 ? (['alike'] as const) : []),
    ...watched.map(({ why }) => groupOf(why)),
  ]
  if (!whole) return words.listed([...new Set(kinds)].map((kind) => words.nameGroup[kind]))
  return words.listed([
    ...twins.map(({ pupil, place }) => words.twin(pupil.name, place)),
    ...watched.map(({ place, character, why }) =>
      words.character(place, character, words.nameGroup[groupOf(why)]),
    ),
  ])
}
