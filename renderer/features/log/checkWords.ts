/** What a check can find (db/auditCheck.ts and the end that is written down outside of the log). */
export const CHECK_FOUND = [
  'altered',
  'deleted',
  'reordered',
  'truncated',
  'restamped',
  'added',
  'missing', // nothing is written down of where it ends
  'ruined', // what is written down was not written by this desk
  'other',
] as const

export type CheckFound = (typeof CHECK_FOUND)[number]

/** The word under `log.check.broken`; a finding that is new to this page still says where. */
export function checkFound(why: string): CheckFound {
  return CHECK_FOUND.find((one) => one === why) ?? 'other'
}
