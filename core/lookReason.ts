/** Why a person looks at a pupil's full record: the usual four of a school's desk, one key each. */
export const LOOK_REASONS = [
  'parent-asks', // 家长来问
  'transfer', // 转学入学
  'exam', // 考试体检
  'card', // 办卡补卡
] as const

export type LookReason = (typeof LOOK_REASONS)[number]
