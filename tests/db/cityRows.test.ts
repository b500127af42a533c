import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import type { CalendarDate } from '../../core/calendarDate.ts'
import type { CityPayment, CityRow } from '../../core/cityLink.ts'
import { auditPage } from '../../db/auditPages.ts'
import { settlePayment } from '../../db/cityRowActs.ts'
import {
  countOpenCityRows,
  keepCityRow,
  openCityRows,
  rowIdOf,
  settleCityRow,
} from '../../db/cityRows.ts'
import { deletePupil } from '../../db/deletePupil.ts'
import { aLeaver, asDesk, at, NOW, rollWithLeavers, rowsOf, run } from '../helpers/leaversDesk.ts'
import { byClerk } from '../helpers/newCardActs.ts'
import { aRoll, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const TOLD: CityPayment = {
  ...{ educationId: '00000001', cityNo: 'N-1', on: '2026-10-12' as CalendarDate },
  ...{ fen: 1500, result: 'paid' },
}
const READ: CityRow<CityPayment> = { kind: 'read', line: 2, told: TOLD }
const ODD: CityRow<CityPayment> = {
  ...{ kind: 'unreadable', line: 3, why: 'date-unknown' },
  texts: { educationId: '00000002', paidOn: '2026-02-30' },
}
const KEPT = { why: 'no-application', fileDigest: 'f', at: NOW } as const

describe('a payment nothing could be made of', () => {
  it('is kept once, whatever file and line it comes in, with the newest reason', () => {
    const db = testDb()
    keepCityRow(db, READ, KEPT)
    keepCityRow(db, { ...READ, line: 9 }, { ...KEPT, why: 'amount-differs', fileDigest: 'g' })
    keepCityRow(db, ODD, { ...KEPT, why: 'date-unknown' })
    expect(openCityRows(db)).toEqual([
      { rowId: rowIdOf(READ), row: READ, ...KEPT, why: 'amount-differs' },
      { rowId: rowIdOf(ODD), row: ODD, ...KEPT, why: 'date-unknown' },
    ])
  })

  it('stays settled when it comes again, by hand with its reason in the log', () => {
    const db = testDb()
    keepCityRow(db, READ, KEPT)
    keepCityRow(db, ODD, { ...KEPT, why: 'date-unknown' })
    const settled = (reason: string) =>
      settlePayment(db, { ...byClerk('o-1', NOW), command: { rowId: rowIdOf(ODD), reason } })
    expect(settled('已退给家长')).toEqual({ kind: 'done' })
    expect(settled('又一次')).toEqual({ kind: 'refused' })
    settleCityRow(db, rowIdOf(READ), { at: NOW, operatorId: 'o-1', reason: null })
    keepCityRow(db, READ, KEPT)
    keepCityRow(db, ODD, KEPT)
    expect([countOpenCityRows(db), rowsOf(db, 'city_row')]).toEqual([0, 2])
    const [newest] = auditPage(db, {
      before: null,
      operatorId: null,
      kinds: null,
      limit: 1,
    })
    expect(newest).toMatchObject({
      ...{ kind: 'city-row-settled', about: rowIdOf(ODD), reason: '已退给家长' },
    })
  })

  it('goes when its time is over, once it is settled', () => {
    const db = asDesk(testDb(), rollWithLeavers(1, 0, date('2026-07-01')))
    const old = NOW - 400 * 86_400_000
    keepCityRow(db, READ, { ...KEPT, at: old })
    keepCityRow(db, ODD, { ...KEPT, at: old })
    settleCityRow(db, rowIdOf(READ), { at: old, operatorId: null, reason: null })
    db.exec(`INSERT INTO delivery VALUES ('d', 0, NULL, ${old}, NULL), ('e', 0, NULL, ${NOW}, NULL);
             INSERT INTO delivery_row (row_id, delivery_id, line, expected)
             VALUES ('r-1', 'd', 1, 1), ('r-2', 'd', 2, 1), ('r-3', 'e', 1, 1)`)
    run(db)
    expect(openCityRows(db).map(({ rowId }) => rowId)).toEqual([rowIdOf(ODD)])
    expect([rowsOf(db, 'city_row'), rowsOf(db, 'delivery_row'), rowsOf(db, 'delivery')]).toEqual([
      1, 1, 1,
    ])
  })

  it('goes with the pupil, and so does their card on a list', () => {
    const pupils = ['00000001', '00000002'].map((educationId, n) =>
      aLeaver(`student-${n + 1}`, '2026-09-14', { educationId }),
    )
    const db = asDesk(testDb(), aRoll({ students: pupils, cards: [], photos: [] }))
    keepCityRow(db, READ, KEPT)
    keepCityRow(db, ODD, KEPT)
    db.exec(`INSERT INTO delivery VALUES ('d', 0, NULL, 0, NULL);
             INSERT INTO delivery_row (row_id, delivery_id, line, expected, student_id, education_id)
             VALUES ('r-1', 'd', 1, 1, 'student-1', NULL), ('r-2', 'd', 2, 1, NULL, '00000001'),
                    ('r-3', 'd', 3, 1, 'student-2', '00000002')`)
    deletePupil(db, 'student-1', { why: 'left', runId: v7(), moment: at(NOW) })
    expect(openCityRows(db).map(({ rowId }) => rowId)).toEqual([rowIdOf(ODD)])
    expect(rowsOf(db, 'delivery_row')).toBe(1)
  })
})
