import type { ApplicationState } from '../application.ts'

/** States in which an application is over: another may be opened (domain.md 5.3). */
export const OVER: readonly ApplicationState[] = [
  'HANDED_OVER',
  'CLOSED',
  'WITHDRAWN',
  'REJECTED',
  'EXPIRED_UNPAID',
  'TRANSFERRED',
]

/** Stored states and their exits (domain.md 5.3); a hold goes back to where it came from. */
const EXITS: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  // The city may make a card the desk has not heard of: it lies here, whatever a supervisor was to decide.
  DRAFT: ['SUBMITTED', 'ARRIVED', 'WITHDRAWN', 'TRANSFERRED'],
  SUBMITTED: [
    ...(['IN_PRODUCTION', 'SHIPPED_TO_DISTRICT', 'ARRIVED', 'CLOSED', 'WITHDRAWN'] as const),
    ...(['REJECTED', 'ON_HOLD', 'EXPIRED_UNPAID', 'TRANSFERRED'] as const),
  ],
  IN_PRODUCTION: ['SHIPPED_TO_DISTRICT', 'ARRIVED', 'REJECTED', 'ON_HOLD', 'TRANSFERRED'],
  SHIPPED_TO_DISTRICT: ['IN_PRODUCTION', 'ARRIVED', 'ON_HOLD', 'TRANSFERRED'],
  ARRIVED: ['IN_PRODUCTION', 'HANDED_OVER', 'ON_HOLD', 'TRANSFERRED', 'WITHDRAWN'],
  ON_HOLD: [
    ...(['SUBMITTED', 'IN_PRODUCTION', 'SHIPPED_TO_DISTRICT', 'ARRIVED'] as const),
    ...(['WITHDRAWN', 'REJECTED', 'TRANSFERRED'] as const),
  ],
  HANDED_OVER: ['CLOSED'],
  CLOSED: [],
  WITHDRAWN: [],
  REJECTED: [],
  EXPIRED_UNPAID: [],
  TRANSFERRED: [],
}

export function applicationMay(from: ApplicationState, to: ApplicationState): boolean {
  return EXITS[from].includes(to)
}

export const isOver = (state: ApplicationState): boolean => OVER.includes(state)
