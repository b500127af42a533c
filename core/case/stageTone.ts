import type { CaseStage } from './caseStage.ts'

/**
 * How a stage is marked, beside its word. calm: it takes its usual way; look: somebody has to look first; stop:
 * it does not go on by itself.
 */
export type StageTone = 'calm' | 'look' | 'stop'

const TONE_OF: Readonly<Record<CaseStage, StageTone>> = {
  lost: 'calm',
  damaged: 'calm',
  'found-held': 'look',
  draft: 'look',
  'awaiting-info': 'calm',
  disputed: 'look',
  'to-order': 'calm',
  'to-notify': 'calm',
  'awaiting-window': 'calm',
  payable: 'calm',
  paying: 'calm',
  'paid-claimed': 'calm',
  'payment-unknown': 'look',
  'paid-confirmed': 'look',
  'to-be-listed': 'calm',
  listed: 'calm',
  'in-production': 'calm',
  'card-failed': 'stop',
  shipped: 'calm',
  arrived: 'calm',
  'with-teacher': 'calm',
  'on-hold': 'look',
  left: 'stop',
}

export function stageTone(stage: CaseStage): StageTone {
  return TONE_OF[stage]
}
