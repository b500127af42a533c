import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { UNDO_WITHIN_MS } from '../../core/ownAct.ts'
import type { YearTap } from '../../core/yearTap.ts'
import { getCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { openApplications } from '../../db/openApplications.ts'
import { eventsOfStudent } from '../../db/events.ts'
import { replayOutbox } from '../../db/replay.ts'
import { rowOfText, type FoundRow } from '../../db/sealedRow.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { yearTapProgress, yearTapsMissing } from '../../db/yearTapLists.ts'
import { annualTapOf, storeYearTap, undoYearTap } from '../../db/yearTaps.ts'
import { apply } from '../helpers/newCardActs.ts'
import { aCard, aRoll, aStudent } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { MOMENT, RECORDER } from '../helpers/testDbTaps.ts'

const CLERK = 'operator-1'
const YEAR = '2026-2027'

function school(): Database {
  const db = testDb()
  replaceRoll(
    db,
    aRoll({
      classes: [{ id: 'six', schoolId: 'school-1', grade: 6, number: 1, name: '六年级1班' }],
      students: [
        aStudent({ id: 'one', classId: 'six', educationId: '20000001' }),
        aStudent({ id: 'two', classId: 'six', educationId: '20000002' }),
        aStudent({ id: 'bare', classId: 'six', educationId: '20000003' }),
      ],
      cards: [
        aCard({ id: 'card-one', studentId: 'one' }),
        aCard({ id: 'card-two', studentId: 'two', identifiers: [] }),
      ],
    }),
  )
  return db
}

function tap(db: Database, given: Partial<YearTap> = {}, cmdId = uuidv7()) {
  const decision = storeYearTap(db, {
    cmdId,
    command: {
      ...{ kind: 'annual', cardId: 'card-one', studentId: 'one', tapId: 'tap' },
      ...{ schoolYear: YEAR, destination: 'city', ...given },
    },
    recorder: { ...RECORDER, operatorId: CLERK },
    moment: MOMENT,
    audit: { at: MOMENT.recordedAt, bootId: 'boot', operatorId: CLERK, purpose: 'desk' },
  })
  return decision.kind === 'done' ? 'done' : decision.why
}

function undo(db: Database, undoes: string, at = MOMENT.recordedAt, operatorId = CLERK) {
  const decision = undoYearTap(db, {
    ...{ cmdId: uuidv7(), undoes },
    recorder: { ...RECORDER, operatorId },
    moment: { ...MOMENT, recordedAt: at },
    audit: { at, bootId: 'boot', operatorId, purpose: 'desk' },
  })
  return decision.kind === 'done' ? 'done' : decision.why
}

const count = (db: Database, table: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

const outboxOf = (db: Database): readonly FoundRow[] =>
  (db.prepare('SELECT sealed FROM outbox ORDER BY device_seq').all() as { sealed: string }[])
    .map(({ sealed }) => rowOfText(sealed))
    .filter((row) => row !== null)

const written = (db: Database) => [count(db, 'outbox'), count(db, 'audit'), count(db, 'event')]

describe('学年刷卡', () => {
  it('leaves one claim, one event and one row in the log; a refusal leaves nothing', () => {
    const db = school()
    expect(tap(db)).toBe('done')
    expect(written(db)).toEqual([1, 1, 1])
    expect(annualTapOf(db, 'one', YEAR)).toMatchObject({ at: MOMENT.recordedAt })
    expect(tap(db)).toBe('tapped-already')
    expect(written(db)).toEqual([1, 1, 1])
  })

  it('is of its school year: the next one asks again', () => {
    const db = school()
    tap(db)
    expect(tap(db, { schoolYear: '2027-2028' })).toBe('done')
  })

  it('counts by class, and names who is missing', () => {
    const db = school()
    tap(db)
    const six = { classId: 'six', name: '六年级1班' }
    expect(yearTapProgress(db, 'annual', YEAR)).toEqual([{ ...six, pupils: 2, done: 1 }])
    expect(yearTapsMissing(db, 'annual', YEAR, 'six')).toEqual(['two'])
    expect(yearTapProgress(db, 'arrival', YEAR)).toEqual([])
  })

  it('is taken back within five minutes by whoever did it', () => {
    const db = school()
    const cmdId = uuidv7()
    tap(db, {}, cmdId)
    expect(undo(db, cmdId, MOMENT.recordedAt, 'operator-2')).toBe('somebody-elses')
    expect(undo(db, cmdId, MOMENT.recordedAt + UNDO_WITHIN_MS + 1)).toBe('too-late')
    expect(undo(db, cmdId)).toBe('done')
    expect(annualTapOf(db, 'one', YEAR)).toBeNull()
    expect(undo(db, cmdId)).toBe('changed-meanwhile')
    expect(tap(db)).toBe('done')
  })
})

describe('离校刷卡 and 报到刷卡', () => {
  it('take the card out of use and on again, with who did it', () => {
    const db = school()
    expect(tap(db, { kind: 'leaving' })).toBe('done')
    expect(getCard(db, 'card-one')).toMatchObject({ state: 'LEFT' })
    expect(yearTapProgress(db, 'leaving', YEAR)).toMatchObject([{ pupils: 2, done: 1 }])
    expect(yearTapsMissing(db, 'leaving', YEAR, 'six')).toEqual(['two'])
    expect(yearTapsMissing(db, 'arrival', YEAR, 'six')).toEqual(['one'])
    expect(tap(db, { kind: 'arrival' })).toBe('done')
    expect(getCard(db, 'card-one')).toMatchObject({ state: 'ACTIVE' })
    expect(eventsOfStudent(db, 'one', 9).map(({ event }) => event.type)).toEqual([
      'card-state-changed',
      'card-state-changed',
    ])
    expect(written(db)).toEqual([2, 2, 2])
  })
})

it('报到刷卡 closes the application for a new card, and its undoing opens it again', () => {
  const db = school()
  tap(db, { kind: 'leaving' })
  apply(db, 'one')
  const open = () => openApplications(db).length
  expect(open()).toBe(1)
  const cmdId = uuidv7()
  expect(tap(db, { kind: 'arrival' }, cmdId)).toBe('done')
  expect(open()).toBe(0)
  expect(undo(db, cmdId)).toBe('done')
  expect(open()).toBe(1)
})

describe('after a loss of the file', () => {
  it('taps and what took one back are put back in order', () => {
    const db = school()
    const cmdId = uuidv7()
    tap(db, {}, cmdId)
    undo(db, cmdId)
    tap(db, { kind: 'leaving', cardId: 'card-two', studentId: 'two' })
    const other = school()
    replayOutbox(other, { rows: outboxOf(db), newEpoch: 'if-needed', epochSeen: 0 })
    expect(annualTapOf(other, 'one', YEAR)).toBeNull()
    expect(getCard(other, 'card-two')).toMatchObject({ state: 'LEFT' })
  })
})
