import type { StudentLine } from '../../../core/studentShown.ts'

/** The names more than one line has: those lines are told apart by face, class and tail. */
export function sharedNames(lines: readonly StudentLine[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of lines) (seen.has(name) ? shared : seen).add(name)
  return shared
}
