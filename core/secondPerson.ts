import type { Role } from './staff.ts'

/**
 * What two people must do takes an administrator and a supervisor; what a clerk proposes, a supervisor
 * agrees to (domain.md 5.8).
 *
 * @returns the roles of which the second person must have one
 */
export function secondRoles(first: readonly Role[]): readonly Role[] {
  const beside: readonly Role[] = [
    ...(first.includes('administrator') ? (['supervisor'] as const) : []),
    ...(first.includes('supervisor') ? (['administrator'] as const) : []),
  ]
  return beside.length === 0 ? ['supervisor'] : beside
}

/** Where one person is administrator and supervisor, that one's own PIN stands for both. */
export function standsAlone(alone: boolean, roles: readonly Role[]): boolean {
  return alone && (roles.includes('supervisor') || roles.includes('administrator'))
}

export function canBeSecond(first: readonly Role[], second: readonly Role[]): boolean {
  return secondRoles(first).some((role) => second.includes(role))
}
