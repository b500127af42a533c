import { grantOf, type Act } from '../../core/rights.ts'
import type { Role } from '../../core/staff.ts'

/** The screens. A new one is a line here and one in DeskFrame.vue; `student` and `case` are reached by a pupil. */
export const SCREENS = {
  verify: ['tap'],
  rehearsal: ['tap'],
  today: ['report-loss'],
  cases: ['report-loss'],
  binding: ['bind-first-card'],
  yearTaps: ['tap-of-the-year'],
  arrival: ['receive-and-hand-over'],
  student: ['search'],
  case: ['report-loss'],
  staff: ['manage-staff', 'lift-tries'],
  log: ['read-log'],
  care: ['see-care'],
  privacy: ['see-care'],
  roll: ['import-roll', 'confirm-card-data'],
  calendar: [],
  start: [],
  devices: [],
  settings: [],
} as const satisfies Readonly<Record<string, readonly Act[]>>

export type Screen = keyof typeof SCREENS

export function isScreen(name: string): name is Screen {
  return Object.hasOwn(SCREENS, name)
}

/** One of a screen's acts is enough to need it; a screen without acts is everybody's. */
export function mayOpen(screen: Screen, roles: readonly Role[]): boolean {
  const acts: readonly Act[] = SCREENS[screen]
  return acts.length === 0 || acts.some((act) => grantOf(roles, act) !== null)
}

/** Where somebody's work begins. */
export function landingOf(roles: readonly Role[]): Screen {
  const first = (['verify', 'staff'] as const).find((screen) => mayOpen(screen, roles))
  return first ?? 'settings'
}
