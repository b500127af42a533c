/** What a person at the desk may be (domain.md 5.8). One person may be several. */
export const ROLES = [
  'clerk', // 经办人
  'class-teacher', // 班主任
  'check-in-helper', // 考场签到
  'supervisor', // 卡管员
  'administrator', // 系统管理员: keeps the desk, sees no pupil
] as const

export type Role = (typeof ROLES)[number]

/** A named person with a PIN. Every act at the desk has one behind it. */
export interface Operator {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}
