import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyCase } from '../../core/case/applyCase.ts'
import { openApplicationIn, type CaseState } from '../../core/case/caseState.ts'
import type { CaseCommand } from '../../core/case/commands.ts'
import { storeCaseAct } from '../../db/caseActs.ts'
import { caseOf } from '../../db/cases.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { replayOutbox } from '../../db/replay.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { PUPIL } from '../core/case/builders.ts'
import { denseStep, RECIPES, type Roll } from '../core/case/walk.ts'
import { at, foundRows, inOrder, MINUTE, MONDAY } from '../helpers/caseActs.ts'
import { rowsOf } from '../helpers/leaversDesk.ts'
import { givePhoto, say } from '../helpers/newCardActs.ts'
import { aCard, aRoll, aStudent } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

/** The pupil and the card of the walks, in the tables. */
function aDesk(): Database {
  const db = testDb()
  const cards = [aCard({ id: 'old', studentId: PUPIL })]
  replaceRoll(db, aRoll({ students: [aStudent({ id: PUPIL })], cards }))
  givePhoto(db, PUPIL)
  return db
}

/** Cards, applications and orders: the rest comes from elsewhere. */
const told = (state: CaseState) => {
  const { cards, applications, orders } = inOrder(state)
  return { cards, applications, orders }
}

const rows = (db: Database): readonly number[] => ['outbox', 'audit'].map((one) => rowsOf(db, one))

/** Leads a desk along a walk, and looks after each act whether what is stored is what was decided. */
function lead(db: Database, rolls: readonly Roll[]): number {
  let folded = caseOf(db, PUPIL)
  let last = 'none'
  let done = 0
  rolls.forEach((roll, n) => {
    const step = denseStep(folded, roll, n)
    const [queued = 0, logged = 0] = rows(db)
    if (step.kind === 'outside') {
      const open = openApplicationIn(folded)
      const act = at(MONDAY + n * MINUTE)
      if (open !== null) say(db, open.applicationId, undefined, act)
      folded = caseOf(db, PUPIL)
      return
    }
    const command: CaseCommand =
      roll.b % 8 === 7
        ? { type: 'case.undone', payload: { studentId: PUPIL, undoes: last } }
        : step.command
    const { context: conditions } = step
    const { at: ms, operatorId } = conditions
    const act = at(ms, operatorId ?? undefined)
    const decision = storeCaseAct(db, { ...act, command, conditions, reason: null })
    const more = decision.kind === 'done' ? 1 : 0
    expect(rows(db)).toEqual([queued + more, logged + more])
    if (decision.kind === 'done') {
      done += 1
      last = act.cmdId
      const by = { at: ms, operatorId }
      folded = decision.events.reduce((now, event) => applyCase(now, event, by), folded)
    }
    const now = caseOf(db, PUPIL)
    expect(told(now)).toEqual(told(folded))
    folded = now
  })
  return done
}

const TABLES = ['card', 'card_identifier', 'application', 'fee_order', 'collection', 'event']

/** All rows; of an event what it says, in whatever order it says it. */
const tables = (db: Database) =>
  TABLES.map((one) =>
    (db.prepare(`SELECT * FROM ${one} ORDER BY 1, 2, 3`).all() as Record<string, unknown>[]).map(
      ({ body, ...row }) => ({ ...row, body: JSON.parse(String(body ?? '{}')) as unknown }),
    ),
  )

const roll = fc.record({ what: fc.nat(RECIPES - 4), a: fc.nat(11), b: fc.nat(127) })
const walks = fc.array(roll, { minLength: 12, maxLength: 60, size: 'max' })

it('what is stored is what was decided, after each act of any sequence', () => {
  let done = 0
  fc.assert(
    fc.property(walks, (rolls) => {
      const db = aDesk()
      done += lead(db, rolls)
      fullCheck(db)
      db.close()
    }),
    { seed: 20_261_014, numRuns: 20 },
  )
  expect(done).toBeGreaterThan(100)
}, 120_000)

it('what was found again after a loss shows the same case, after any sequence', () => {
  fc.assert(
    fc.property(walks, (rolls) => {
      const lost = aDesk()
      lead(lost, rolls)
      const back = aDesk()
      replayOutbox(back, { rows: foundRows(lost), newEpoch: 'if-needed', epochSeen: 1 })
      expect(inOrder(caseOf(back, PUPIL))).toEqual(inOrder(caseOf(lost, PUPIL)))
      expect(tables(back)).toEqual(tables(lost))
      lost.close()
      back.close()
    }),
    { seed: 20_261_015, numRuns: 10 },
  )
}, 120_000)
