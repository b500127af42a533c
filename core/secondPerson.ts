import type { Role } from './staff.ts'

/**
 * What two people must do takes an administrator and a supervisor (domain.md 5.8).
 *
 * @returns the roles of which the second person must have one; none: nobody can be second to the first
 */
export function secondRoles(first: readonly Role[]): readonly Role[] {
  return [
    ...(first.includes('administrator') ? (['supervisor'] as const) : []),
    ...(first.includes('supervisor') ? (['administrator'] as const) : []),
  ]
}

export function canBeSecond(first: readonly Role[], second: readonly Role[]): boolean {
  return secondRoles(first).some((role) => second.includes(role))
}
