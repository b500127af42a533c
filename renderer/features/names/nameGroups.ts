import { groupOf, type NameGroup } from '../../../core/nameGroups.ts'
import type { NameToCheck } from '../../../core/namesToCheck.ts'

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
