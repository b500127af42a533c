import { assertNever } from '../../../core/assertNever.ts'
import type { NameToCheck } from '../../../core/namesToCheck.ts'
import type { WatchReason } from '../../../core/rareCharacters.ts'

/** Why a name is on the list, the gravest first. */
export const NAME_GROUPS = ['alike', 'odd', 'variant', 'four-byte', 'rare'] as const
export type NameGroup = (typeof NAME_GROUPS)[number]

export function groupOf(why: WatchReason): NameGroup {
  switch (why) {
    case 'invisible':
    case 'private-use':
    case 'compatibility':
    case 'odd-dot':
    case 'sign':
    case 'latin':
      return 'odd'
    case 'variant':
    case 'four-byte':
    case 'rare':
      return why
    default:
      return assertNever(why)
  }
}

/** What of a name belongs to a group: a name may stand in several. */
export function partOf(name: NameToCheck, group: NameGroup): NameToCheck {
  return {
    pupil: name.pupil,
    twins: group === 'alike' ? name.twins : [],
    watched: name.watched.filter(({ why }) => groupOf(why) === group),
  }
}

export function linesOf(names: readonly NameToCheck[], group: NameGroup): readonly NameToCheck[] {
  return names
    .map((name) => partOf(name, group))
    .filter(({ twins, watched }) => twins.length + watched.length > 0)
}
