import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import { changeSettings, getSettings } from '../../db/settings.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

describe('the settings', () => {
  it('are the defaults until something is set', () => {
    expect(getSettings(testDb())).toEqual(DEFAULT_SETTINGS)
  })

  it('keep what was set, and only that', () => {
    const db = testDb()
    changeSettings(db, { language: 'en', volume: 0 })
    const now: Settings = { ...DEFAULT_SETTINGS, language: 'en', volume: 0, muted: true }
    expect(changeSettings(db, { muted: true })).toEqual(now)
    expect(getSettings(db)).toEqual(now)
  })

  it.each([
    ['language', '"fr"'],
    ['volume', '"loud"'],
    ['volume', '101'],
    ['clearAfterSeconds', '4.5'],
    ['clearAfterSeconds', '100000'],
    ['muted', 'null'],
    ['kiosk', '{}'],
  ])('fall back to the default where %s cannot be understood: %s', (name, value) => {
    const db = testDb()
    changeSettings(db, { language: 'en' })
    db.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value)
    const language = name === 'language' ? 'zh-CN' : 'en'
    expect(getSettings(db)).toEqual({ ...DEFAULT_SETTINGS, language })
  })

  it('of a later version are left alone', () => {
    const db = testDb()
    db.exec(`INSERT INTO setting VALUES ('later', '1')`)
    expect(changeSettings(db, { volume: 1 })).toEqual({ ...DEFAULT_SETTINGS, volume: 1 })
  })

  it('refuse a value that cannot be, and then change nothing at all', () => {
    const db = testDb()
    const wrong = { language: 'en', volume: 101 } as const
    expect(failureOf(() => changeSettings(db, wrong)).code).toBe('ipc-arguments')
    expect(getSettings(db)).toEqual(DEFAULT_SETTINGS)
  })
})
