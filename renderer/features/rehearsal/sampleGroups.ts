import type { SampleCard, SampleId } from '../../../core/sampleCard.ts'

/** The sample cards by what they mean to the clerk; words under `rehearsal.group`. */
export const GROUPS = [
  'good',
  'explain',
  'stopped',
  'notYet',
  'elsewhere',
  'askFirst',
  'notRead',
] as const

export type SampleGroup = (typeof GROUPS)[number]

const GROUP_OF: Record<SampleId, SampleGroup> = {
  valid: 'good',
  'valid-rare-name': 'good',
  'valid-long-name': 'good',
  'valid-polyphone': 'good',
  'valid-t-union': 'good',
  'valid-m1': 'good',
  'same-name-1': 'good',
  'same-name-2': 'good',
  'valid-former-school': 'explain',
  'valid-temporary': 'explain',
  'valid-suspended': 'explain',
  'valid-transit-expired': 'explain',
  'face-expired': 'explain',
  lost: 'stopped',
  replaced: 'stopped',
  damaged: 'stopped',
  void: 'stopped',
  'found-held': 'stopped',
  ordered: 'notYet',
  arrived: 'notYet',
  'with-teacher': 'notYet',
  transferred: 'elsewhere',
  graduated: 'elsewhere',
  'wrong-school': 'elsewhere',
  'holds-two': 'askFirst',
  'chip-mismatch': 'askFirst',
  unknown: 'askFirst',
  phone: 'notRead',
  'other-cpu': 'notRead',
  'two-cards': 'notRead',
  'pulled-away': 'notRead',
  garbage: 'notRead',
}

export interface GroupOfSamples {
  readonly group: SampleGroup
  readonly samples: readonly SampleCard[]
}

/** In the order of GROUPS; groups without a card are left out. */
export function grouped(samples: readonly SampleCard[]): readonly GroupOfSamples[] {
  return GROUPS.map((group) => ({
    group,
    samples: samples.filter((sample) => GROUP_OF[sample.id] === group),
  })).filter((entry) => entry.samples.length > 0)
}
