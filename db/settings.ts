import { DeskError } from '../core/errors.ts'
import {
  CLEAR_AFTER_SECONDS,
  DEFAULT_SETTINGS,
  LOCK_AFTER_MINUTES,
  type Settings,
} from '../core/settings.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** What each setting may be. The compiler asks for a line here when a setting is added. */
const MAY_BE: Record<keyof Settings, (value: unknown) => boolean> = {
  language: (value) => value === 'zh-CN' || value === 'en',
  clearAfterSeconds: (value) => isWhole(value, CLEAR_AFTER_SECONDS.least, CLEAR_AFTER_SECONDS.most),
  volume: (value) => isWhole(value, 0, 100),
  muted: isBoolean,
  kiosk: isBoolean,
  privacyMode: isBoolean,
  lockAfterMinutes: (value) => isWhole(value, LOCK_AFTER_MINUTES.least, LOCK_AFTER_MINUTES.most),
}

const NAMES = Object.keys(MAY_BE) as readonly (keyof Settings)[]

/** A value that is missing or cannot be understood is its default: settings never stop a desk. */
export function getSettings(db: Database): Settings {
  const rows = reading('The settings were not read', () =>
    prepared<[], { name: string; value: string }>(db, 'SELECT name, value FROM setting').all(),
  )
  return understood(Object.fromEntries(rows.map((row) => [row.name, parsed(row.value)])))
}

/** Settings from wherever they were kept: each value that may be one, and the defaults for the rest. */
export function understood(kept: unknown): Settings {
  const stored = new Map(Object.entries(typeof kept === 'object' && kept !== null ? kept : {}))
  const good = NAMES.filter((name) => MAY_BE[name](stored.get(name)))
  return {
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(good.map((name) => [name, stored.get(name)])),
  }
}

/** @returns all settings as they are now */
export function changeSettings(db: Database, changes: Partial<Settings>): Settings {
  const given = NAMES.filter((name) => changes[name] !== undefined)
  const wrong = given.find((name) => !MAY_BE[name](changes[name]))
  if (wrong !== undefined)
    throw new DeskError('ipc-arguments', `The settings were not changed: ${wrong} cannot be that.`)
  writing(db, 'The settings were not changed', () => {
    for (const name of given)
      prepared<[string, string]>(
        db,
        `INSERT INTO setting (name, value) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      ).run(name, JSON.stringify(changes[name]))
  })
  return getSettings(db)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
