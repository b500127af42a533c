import type { CaseCommand } from '../../core/case/commands.ts'
import type { CaseDecision } from '../../core/case/decided.ts'
import { storeCaseAct } from '../../db/caseActs.ts'
import type { CityParts } from '../city/cityParts.ts'
import { BY_CITY } from '../city/takePayment.ts'
import type { ActToStore } from '../../db/acts.ts'

export type ArrivalParts = CityParts

/** Facts of this school: no window, no supervisor and no city is asked for. */
export function arrivalAct(
  parts: ArrivalParts,
  act: ActToStore,
  command: CaseCommand,
): CaseDecision {
  const { db } = parts.school().data
  return storeCaseAct(db, { ...act, command, conditions: BY_CITY, reason: reasonOf(command) })
}

const reasonOf = ({ type, payload }: CaseCommand): string | null =>
  type === 'card.returned' ? payload.reason : null
