import { describe, expect, it } from 'vitest'
import type { AnnouncementDays, NewAnnouncement } from '../../core/announcement.ts'
import { dropAnnouncement, enterAnnouncement, getAnnouncements } from '../../db/announcements.ts'
import type { Database } from '../../db/database.ts'
import { everyRow, replayInto } from '../helpers/foundAgain.ts'
import { rowsOf } from '../helpers/leaversDesk.ts'
import { byClerk } from '../helpers/newCardActs.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

const by = (ms = 7) => byClerk('o-1', ms)

const enter = (db: Database, command: NewAnnouncement, ms?: number): void =>
  enterAnnouncement(db, { ...by(ms), command })

const SAID: NewAnnouncement = {
  ...{ from: date('2026-02-09'), to: date('2026-02-11') },
  source: '市卡管公告 2026-01-20',
}

const drop = (db: Database, { from, to }: AnnouncementDays): boolean =>
  dropAnnouncement(db, { ...by(), command: { from, to } })

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
    enter(db, SAID)
    expect(getAnnouncements(db)).toEqual([{ ...SAID, enteredAt: 7, enteredBy: 'o-1' }])
    expect(logged(db)).toEqual([
      ['calendar-changed', 'announcement 2026-02-09 2026-02-11', SAID.source, 'o-1'],
    ])
  })

  it('stand in order, and the same days once, with their newest source', () => {
    const db = testDb()
    enter(db, SAID)
    enter(db, { ...SAID, from: date('2026-02-02') })
    enter(db, { ...SAID, source: '更正公告' }, 9)
    expect(
      getAnnouncements(db).map(({ from, source, enteredAt }) => [from, source, enteredAt]),
    ).toEqual([
      ['2026-02-02', SAID.source, 7],
      ['2026-02-09', '更正公告', 9],
    ])
  })

  it('are taken away one by one; what is not there leaves no word', () => {
    const db = testDb()
    enter(db, SAID)
    expect(drop(db, { ...SAID, to: date('2026-02-10') })).toBe(false)
    expect(drop(db, SAID)).toBe(true)
    expect(getAnnouncements(db)).toEqual([])
    expect(logged(db).slice(1)).toEqual([
      ['calendar-changed', 'announcement 2026-02-09 2026-02-11 dropped', null, 'o-1'],
    ])
  })

  it('are one row of the outbox and one of the log, all or nothing', () => {
    const db = testDb()
    const stored = () => ['outbox', 'audit', 'fee_announcement'].map((of) => rowsOf(db, of))
    enter(db, SAID)
    expect(stored()).toEqual([1, 1, 1])
    db.exec(
      `CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no more'); END`,
    )
    expect(failureOf(() => enter(db, { ...SAID, from: date('2026-02-02') })).code).toBe('internal')
    expect(failureOf(() => drop(db, SAID)).code).toBe('internal')
    expect(stored()).toEqual([1, 1, 1])
    db.exec('DROP TRIGGER no_more')
    drop(db, SAID)
    drop(db, SAID)
    expect(stored()).toEqual([2, 2, 0])
  })

  it('are back after a loss, with who entered them and when', () => {
    const [lost, back] = [testDb(), testDb()]
    enter(lost, SAID)
    enter(lost, { ...SAID, from: date('2026-02-02') })
    enter(lost, { ...SAID, source: '更正公告' }, 9)
    enter(lost, { ...SAID, to: date('2026-02-10') })
    drop(lost, { ...SAID, to: date('2026-02-10') })
    expect(rowsOf(lost, 'fee_announcement')).toBe(2)
    replayInto(back, lost)
    const told = (db: Database) => ({ ...everyRow(db), desk: null })
    expect(told(back)).toEqual(told(lost))
  })
})
