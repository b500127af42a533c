import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { searchWords } from '../../core/searchQuery.ts'
import { auditOfStudent } from '../../db/audit.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { deletePupil, type PupilDeleted } from '../../db/deletePupil.ts'
import { recordPupilBasis, recordSchoolBasis } from '../../db/legalBasis.ts'
import { recordAnswers } from '../../db/outboxStatus.ts'
import { runOf } from '../../db/retentionRuns.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import {
  aLeaver,
  asDesk,
  at,
  daysAgo,
  NOW,
  rowsOf,
  run,
  sent,
  tapAt,
} from '../helpers/leaversDesk.ts'
import { aCard, aRoll, aRollOf, aStudent } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const MINE = { cardId: 'card-1', studentId: 'student-1' }
const WITHDRAWN = { kind: 'withdrawn', separate: false, rulesVersion: 1 } as const

/** One who left last week and holds a card, and one other. */
const ROLL = aRoll({
  students: [
    aLeaver('student-1', '2026-09-14', { educationId: '00123456' }),
    aStudent({ id: 'student-2', name: '李雷', educationId: '00123457' }),
  ],
  cards: [aCard(), aCard({ id: 'card-2', studentId: 'student-2', identifiers: [] })],
})

const aDesk = (): Database => asDesk(testDb(), ROLL)

function remove(db: Database, why: 'left' | 'withdrawn' = 'left', id = 'student-1'): PupilDeleted {
  return deletePupil(db, id, { why, runId: v7(), moment: at(NOW) })
}

describe('deleting one pupil', () => {
  it('takes every row that is theirs, and none of others', () => {
    const db = aDesk()
    tapAt(db, daysAgo(2), MINE)
    expect(remove(db)).toEqual({ kind: 'deleted', cards: 1, emptied: 0, held: 1 })
    expect([rowsOf(db, 'student'), rowsOf(db, 'card'), rowsOf(db, 'card_identifier')]).toEqual([
      1, 1, 0,
    ])
    expect(findPupils(db, searchWords('王小明'), 9).total).toBe(0)
    expect(findPupils(db, searchWords('李雷'), 9).studentIds).toEqual(['student-2'])
    fullCheck(db)
  })

  it('is in the log by id, with who and why, and in the proofs', () => {
    const db = aDesk()
    const runId = v7()
    deletePupil(db, 'student-1', { why: 'left', runId, moment: at(NOW, 'o-7') })
    expect(auditOfStudent(db, 'student-1', 1)).toMatchObject([
      { kind: 'deleted', about: 'pupil', reason: 'left', operatorId: 'o-7' },
    ])
    expect(runOf(db, runId, 'pupil')).toMatchObject({ deleted: 1, operatorId: 'o-7', cutoff: null })
  })

  it('takes the acts the city has; what it has not got, or has refused, stays', () => {
    const db = aDesk()
    const [one = '', two = '', three = ''] = [4, 3, 2].map((days) => tapAt(db, daysAgo(days), MINE))
    sent(db, one)
    recordAnswers(db, [{ cmdId: two, status: 'parked', refusal: 'GONE' }])
    expect(remove(db)).toMatchObject({ emptied: 1, held: 2 })
    const linked = db.prepare(
      'SELECT cmd_id AS id FROM tap WHERE student_id IS NOT NULL ORDER BY seq',
    )
    expect(linked.all()).toEqual([{ id: two }, { id: three }])
    expect(rowsOf(db, `outbox WHERE sealed <> ''`)).toBe(2)

    sent(db, three)
    run(db)
    expect(linked.all()).toEqual([{ id: two }])
    expect(rowsOf(db, `outbox WHERE sealed <> ''`)).toBe(1)
    expect([rowsOf(db, 'tap'), rowsOf(db, 'outbox')]).toEqual([1, 3])
    fullCheck(db)
  })

  it('takes also acts that name nobody and carry a number of theirs', () => {
    const db = aDesk()
    const identifiers = [{ kind: 'bmac', value: '1000751012345678' }] as const
    const id = tapAt(db, daysAgo(4), { cardId: null, studentId: null, identifiers })
    const other = tapAt(db, daysAgo(4), { cardId: null, studentId: null, identifiers: [] })
    sent(db, id, other)
    expect(remove(db)).toMatchObject({ emptied: 1, held: 0 })
  })

  it('is refused for who is unknown, still here, or whose basis remains', () => {
    const db = aDesk()
    expect(remove(db, 'left', 'nobody')).toEqual({ kind: 'refused', why: 'unknown' })
    expect(remove(db, 'left', 'student-2')).toEqual({ kind: 'refused', why: 'still-here' })
    const basisRemains = { kind: 'refused', why: 'basis-remains' }
    expect(remove(db, 'withdrawn', 'student-2')).toEqual(basisRemains)
    recordSchoolBasis(db, { ground: 'statutory-duty', rulesVersion: 1 }, at(NOW))
    recordPupilBasis(db, 'student-2', WITHDRAWN, at(NOW))
    expect(remove(db, 'withdrawn', 'student-2')).toEqual(basisRemains)
    expect(rowsOf(db, 'student')).toBe(2)
    expect(rowsOf(db, 'pupil_gone')).toBe(0)
  })

  it('is done for one whose consent was withdrawn where the school asks for it', () => {
    const db = aDesk()
    recordSchoolBasis(db, { ground: 'consent', rulesVersion: 1 }, at(NOW))
    recordPupilBasis(db, 'student-2', WITHDRAWN, at(NOW))
    expect(remove(db, 'withdrawn', 'student-2').kind).toBe('deleted')
  })
})

describe('a deleted pupil whom a newer roll names again', () => {
  const load = (db: Database, students: Parameters<typeof aRoll>[0]): void => {
    replaceRoll(db, { ...aRoll({ cards: [], ...students }), version: 9, asOf: daysAgo(10) })
  }

  it('goes again at the next run while still a leaver', () => {
    const db = aDesk()
    remove(db)
    load(db, { students: ROLL.students })
    run(db)
    expect(rowsOf(db, `student WHERE id = 'student-1'`)).toBe(0)
  })

  it('stays when a pupil again', () => {
    const db = aDesk()
    remove(db)
    load(db, { students: [aStudent()] })
    run(db)
    expect(rowsOf(db, `student WHERE id = 'student-1'`)).toBe(1)
  })

  it('goes again when the consent was withdrawn, until one is recorded anew', () => {
    const db = asDesk(testDb(), { ...aRollOf(2), cards: [] })
    recordSchoolBasis(db, { ground: 'consent', rulesVersion: 1 }, at(NOW))
    recordPupilBasis(db, 'student-2', WITHDRAWN, at(NOW))
    remove(db, 'withdrawn', 'student-2')
    const here = (): number => rowsOf(db, `student WHERE id = 'student-2'`)
    load(db, aRollOf(2))
    run(db)
    expect(here()).toBe(0)
    load(db, aRollOf(2))
    const consent = { kind: 'guardian-consent', separate: true, rulesVersion: 1 } as const
    recordPupilBasis(db, 'student-2', consent, at(NOW))
    run(db)
    expect(here()).toBe(1)
  })

  it('stays when the school rests on its duty by now', () => {
    const db = asDesk(testDb(), { ...aRollOf(2), cards: [] })
    recordPupilBasis(db, 'student-2', WITHDRAWN, at(NOW))
    remove(db, 'withdrawn', 'student-2')
    recordSchoolBasis(db, { ground: 'statutory-duty', rulesVersion: 1 }, at(NOW))
    load(db, aRollOf(2))
    run(db)
    expect(rowsOf(db, `student WHERE id = 'student-2'`)).toBe(1)
  })
})
