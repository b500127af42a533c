import { describe, expect, it } from 'vitest'
import type { RetentionClass } from '../../core/retention.ts'
import { searchWords } from '../../core/searchQuery.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { recordAnswers } from '../../db/outboxStatus.ts'
import { planRetention, type ClassReport, type RetentionReport } from '../../db/retention.ts'
import { lastRuns, nextDigest, runOf } from '../../db/retentionRuns.ts'
import { changeRetention, getRetention } from '../../db/retentionSettings.ts'
import { refreshSearchIndex } from '../../db/searchIndex.ts'
import { findPupils } from '../../db/search.ts'
import {
  asDesk,
  at,
  daysAgo,
  NOW,
  rollWithLeavers,
  rowsOf,
  run,
  sent,
  tapAt,
} from '../helpers/leaversDesk.ts'
import { date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

/** 45 who left two years ago, three pupils who did not. */
const aDesk = (): Database => asDesk(testDb(), rollWithLeavers(3, 45, date('2024-07-01')))

function lineOf(report: RetentionReport, of: RetentionClass): ClassReport | undefined {
  return report.kind === 'refused' ? undefined : report.classes.find((one) => one.of === of)
}

describe('a run of retention', () => {
  it('deletes leavers with all that is theirs, and nobody else', () => {
    const db = aDesk()
    expect(lineOf(planRetention(db, NOW), 'leavers')).toMatchObject({ rows: 45, remaining: 45 })
    const { report } = run(db)
    expect(lineOf(report, 'leavers')).toMatchObject({
      cutoff: '2025-09-21',
      rows: 45,
      remaining: 0,
    })
    expect([rowsOf(db, 'student'), rowsOf(db, 'card'), rowsOf(db, 'photo')]).toEqual([3, 3, 1])
    expect(rowsOf(db, 'search_pupil')).toBe(3)
    fullCheck(db)
  })

  it('deletes photos of leavers earlier than the leavers', () => {
    const db = asDesk(testDb(), rollWithLeavers(3, 2, date('2026-05-01')))
    run(db)
    expect([rowsOf(db, 'student'), rowsOf(db, 'photo')]).toEqual([5, 1])
  })

  it('goes on in portions, and can be left between two and taken up again', () => {
    const db = aDesk()
    const first = run(db)
    expect(first.portions).toBe(1 + 2) // photos at once, pupils by 25
    expect(run(db).portions).toBe(0)
  })

  it('says in the log and in its proof what went, portion by portion', () => {
    const db = aDesk()
    const { runId } = run(db)
    const told = db
      .prepare(`SELECT sealed ->> 'about' AS about FROM audit WHERE kind = 'deleted' ORDER BY seq`)
      .all() as { about: string }[]
    expect(told.map(({ about }) => about)).toEqual([
      ...['leaver-photos 45', 'leavers 25', 'leavers 20'],
    ])
    const photos = runOf(db, runId, 'leaver-photos')
    const ids = Array.from({ length: 45 }, (_, n) => `leaver-${n}`)
    expect(photos).toMatchObject({ deleted: 45, operatorId: null, cutoff: '2026-06-21' })
    expect(photos?.digest).toBe(nextDigest(photos?.salt ?? '', '', ids))
    expect(photos?.digest).not.toBe(nextDigest(photos?.salt ?? '', '', ids.slice(1)))
    expect(lastRuns(db, 9).map(({ of }) => of)).toEqual(['leaver-photos', 'leavers'])
  })

  it('takes leavers out of the search, also when it was cut off before the index was made anew', () => {
    const db = aDesk()
    const found = (): number => findPupils(db, searchWords('王小明'), 100).studentIds.length
    expect(found()).toBe(45)
    run(db)
    expect(found()).toBe(0)
    refreshSearchIndex(db)
    expect(findPupils(db, searchWords('学生'), 100).total).toBe(3)
  })

  it('empties what the city has, and keeps what it has not got or has refused', () => {
    const db = aDesk()
    const [old, waiting, parked, young] = [400, 400, 400, 30].map((days) =>
      tapAt(db, daysAgo(days)),
    )
    sent(db, old ?? '', young ?? '')
    recordAnswers(db, [{ cmdId: parked ?? '', status: 'parked', refusal: 'GONE' }])
    expect(lineOf(planRetention(db, NOW), 'acts')).toMatchObject({ rows: 1, held: 2 })
    run(db)
    const left = db.prepare(
      `SELECT cmd_id AS id FROM outbox WHERE sealed <> '' ORDER BY device_seq`,
    )
    expect(left.all()).toEqual([waiting, parked, young].map((id) => ({ id })))
    expect(rowsOf(db, 'tap')).toBe(3)
    expect(rowsOf(db, 'outbox')).toBe(4)
    fullCheck(db)
  })

  it('deletes old fare dates and counts of readers', () => {
    const db = aDesk()
    tapAt(db, daysAgo(1))
    db.exec(`INSERT INTO card_fare VALUES ('card-1', ${daysAgo(600)}, 1, 0, NULL, NULL)`)
    db.exec(`INSERT INTO card_fare VALUES ('card-2', ${daysAgo(500)}, 1, 0, NULL, NULL)`)
    db.exec(`INSERT INTO reader_day VALUES ('r', '2024-09-01', 'bmac', 1, 0, 0)`)
    const { report } = run(db)
    expect(lineOf(report, 'fares')).toMatchObject({ rows: 1, remaining: 1 })
    expect(lineOf(report, 'readers')).toMatchObject({ rows: 1, remaining: 1 })
  })

  it('deletes nobody by a clock that does not go with the roll', () => {
    const db = aDesk()
    for (const wrong of [daysAgo(21), NOW + 400 * 86_400_000]) {
      expect(planRetention(db, wrong)).toEqual({ kind: 'refused', why: 'clock' })
      expect(run(db, wrong).report).toEqual({ kind: 'refused', why: 'clock' })
    }
    expect(rowsOf(db, 'student')).toBe(48)
  })
})

describe('the times of keeping', () => {
  it('are the usual ones until they are changed, which is logged', () => {
    const db = aDesk()
    expect(getRetention(db)).toMatchObject({ leavers: 12, acts: 12, log: 36 })
    expect(changeRetention(db, { leavers: 36 }, at(NOW))).toMatchObject({ leavers: 36, acts: 12 })
    expect(lineOf(run(db).report, 'leavers')).toMatchObject({ months: 36, rows: 0, remaining: 45 })
    expect(rowsOf(db, `audit WHERE kind = 'settings-changed' AND operator_id = 'o-1'`)).toBe(1)
  })

  it('cannot be what they may not be: none is changed then', () => {
    const db = aDesk()
    const change = (): unknown => changeRetention(db, { leavers: 24, log: 12 }, at(NOW))
    expect(failureOf(change).code).toBe('ipc-arguments')
    expect(getRetention(db)).toMatchObject({ leavers: 12, log: 36 })
    db.exec(`INSERT INTO retention_setting VALUES ('log', 1)`)
    expect(getRetention(db).log).toBe(36)
  })
})
