import { assertNever } from './assertNever.ts'
import type { WatchReason } from './rareCharacters.ts'

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
