import { describe, expect, it } from 'vitest'
import type { NewAnnouncement } from '../../core/announcement.ts'
import type { AuditMoment } from '../../core/audit.ts'
import { dropAnnouncement, enterAnnouncement, getAnnouncements } from '../../db/announcements.ts'
import type { Database } from '../../db/database.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const moment: AuditMoment = { at: 7, bootId: 'boot-1', operatorId: 'o-1', purpose: 'desk' }

const SAID: NewAnnouncement = {
  ...{ from: date('2026-02-09'), to: date('2026-02-11') },
  source: '市卡管公告 2026-01-20',
}

const logged = (db: Database) =>
  db.prepare(`SELECT sealed FROM audit ORDER BY seq`).all().map(wordOf)

function wordOf(row: unknown) {
  const { kind, about, reason, operatorId } = JSON.parse((row as { sealed: string }).sealed)
  return [kind, about, reason, operatorId]
}

describe('announced fee days', () => {
  it('are stored with who entered them and from where, and the log has it', () => {
    const db = testDb()
    expect(getAnnouncements(db)).toEqual([])
    enterAnnouncement(db, SAID, moment)
    expect(getAnnouncements(db)).toEqual([{ ...SAID, enteredAt: 7, enteredBy: 'o-1' }])
    expect(logged(db)).toEqual([
      ['calendar-changed', 'announcement 2026-02-09 2026-02-11', SAID.source, 'o-1'],
    ])
  })

  it('stand in order, and the same days once, with their newest source', () => {
    const db = testDb()
    enterAnnouncement(db, SAID, moment)
    enterAnnouncement(db, { ...SAID, from: date('2026-02-02') }, moment)
    enterAnnouncement(db, { ...SAID, source: '更正公告' }, { ...moment, at: 9 })
    expect(
      getAnnouncements(db).map(({ from, source, enteredAt }) => [from, source, enteredAt]),
    ).toEqual([
      ['2026-02-02', SAID.source, 7],
      ['2026-02-09', '更正公告', 9],
    ])
  })

  it('are taken away one by one; what is not there leaves no word', () => {
    const db = testDb()
    enterAnnouncement(db, SAID, moment)
    expect(dropAnnouncement(db, { ...SAID, to: date('2026-02-10') }, moment)).toBe(false)
    expect(dropAnnouncement(db, SAID, moment)).toBe(true)
    expect(getAnnouncements(db)).toEqual([])
    expect(logged(db).slice(1)).toEqual([
      ['calendar-changed', 'announcement 2026-02-09 2026-02-11 dropped', null, 'o-1'],
    ])
  })
})
