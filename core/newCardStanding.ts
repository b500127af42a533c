import type { Application } from './application.ts'
import { stageOf, type ApplicationStage } from './application.ts'
import type { CardData, ConfirmationStanding } from './confirmation.ts'

/**
 * How an open application stands, in one word with one next step.
 * - `reopened`       was confirmed, or its dispute is answered by the roll: shown and confirmed anew
 * - `photo-missing`  photos are imported first
 * - `disputed`       the roll is put right first
 * - `listed-changed` the city has other data than the roll by now (domain.md 5.7-16)
 */
export type NewCardStanding =
  | 'awaiting-info'
  | 'reopened'
  | 'photo-missing'
  | 'disputed'
  | 'to-be-listed'
  | 'listed'
  | 'listed-changed'

export function newCardStanding(
  application: Application,
  standing: ConfirmationStanding,
  { photo }: CardData,
): NewCardStanding {
  const stage: ApplicationStage = stageOf(application, standing)
  if (stage === 'listed') return standing.kind === 'confirmed' ? 'listed' : 'listed-changed'
  if (standing.kind === 'confirmed') return 'to-be-listed'
  if (standing.kind === 'disputed') return 'disputed'
  if (photo === null) return 'photo-missing'
  return standing.after === null ? 'awaiting-info' : 'reopened'
}
