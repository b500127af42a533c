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
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'zh-CN',
  clearAfterSeconds: 15,
  volume: 70,
  muted: false,
  kiosk: false,
}

export const CLEAR_AFTER_SECONDS = { least: 5, most: 120 } as const
