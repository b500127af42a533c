import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts'
import { understood } from '../db/settings.ts'
import { writeDurably } from '../db/durableFile.ts'

export const SCREEN_FILE = 'desk.screen'

/**
 * The settings as they last were, for the screens before anybody has signed in: language, kiosk, sound.
 * The database has the truth; what cannot be read here is its default.
 */
export function readLastSettings(folder: string): Settings {
  try {
    return understood(JSON.parse(readFileSync(join(folder, SCREEN_FILE), 'utf8')) as unknown)
  } catch {
    return DEFAULT_SETTINGS
  }
}

/** Throws what the disk throws. */
export function keepLastSettings(folder: string, settings: Settings): void {
  writeDurably(join(folder, SCREEN_FILE), JSON.stringify(settings))
}
