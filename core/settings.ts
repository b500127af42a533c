export type Language = 'zh-CN' | 'en'

/** What a desk may set for itself. */
export interface Settings {
  readonly language: Language
  /** a verdict leaves the screen by itself after this many seconds, 5–120 */
  readonly clearAfterSeconds: number
  /** 0–100 */
  readonly volume: number
  readonly muted: boolean
  /** full screen, no way out by mouse; back in it after a crash */
  readonly kiosk: boolean
  /** names and numbers are masked on every screen: the public can see it */
  readonly privacyMode: boolean
  /** the desk locks itself after so many minutes without a hand at it, 1–30 */
  readonly lockAfterMinutes: number
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'zh-CN',
  clearAfterSeconds: 15,
  volume: 70,
  muted: false,
  kiosk: false,
  privacyMode: false,
  lockAfterMinutes: 5,
}

export const CLEAR_AFTER_SECONDS = { least: 5, most: 120 } as const
export const LOCK_AFTER_MINUTES = { least: 1, most: 30 } as const
