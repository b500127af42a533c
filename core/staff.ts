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
  /** whose class teacher they are, as the roll writes the class; empty: nobody's */
  readonly classes: readonly string[]
}

/** An operator as the administrator sees them. */
export interface StaffLine extends Operator {
  /** `no-pin`: added, and their PIN was never set or is of a key store this computer no longer has */
  readonly state: 'active' | 'no-pin' | 'ended'
  /** ten wrong PINs: somebody must lift it */
  readonly locked: boolean
  readonly hasCard: boolean
  /** the card must be tapped before the PIN */
  readonly needsCard: boolean
}

/** Somebody who may sign in, as the locked screen shows them. */
export interface StaffTile {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly needsCard: boolean
  /** shown on the screen, in the rehearsal school only */
  readonly rehearsalPin: string | null
}

/** Who is to be added, or made at the first run. */
export interface NewPerson {
  readonly name: string
  readonly roles: readonly Role[]
  readonly classes: readonly string[]
  readonly pin: string
}

/** A name as it may be stored: 1–40 characters, no line breaks. */
export const NAME_LENGTH = { least: 1, most: 40 } as const
