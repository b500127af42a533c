import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOf, cardDataNow } from '../../db/cardData.ts'
import { cardLists, rowsOfCardList } from '../../db/cardLists.ts'
import { recordConfirmation } from '../../db/confirmations.ts'
import type { Database } from '../../db/database.ts'
import { deletePupilRows, actsOf } from '../../db/pupilRows.ts'
import { eventsOfStudent } from '../../db/events.ts'
import { openApplications } from '../../db/openApplications.ts'
import { rollNow } from '../../db/rollNow.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { pupilsWithoutCard } from '../../db/withoutCard.ts'
import {
  apply,
  bind,
  byClerk,
  givePhoto,
  list,
  openOf,
  rename,
  say,
  takeBack,
  unbind,
  withdraw,
  WRONG_NAME,
  YES,
} from '../helpers/newCardActs.ts'
import { aCard, aRoll, aStudent, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const NEW = ['new-1', 'new-2', 'new-3'] as const

function school(): Database {
  const db = testDb()
  replaceRoll(
    db,
    aRoll({
      students: [
        ...NEW.map((id, n) => aStudent({ id, educationId: `2000000${n}`, name: `新生${n}` })),
        aStudent({ id: 'holder', educationId: '20000005' }),
        aStudent({ id: 'loser', educationId: '20000006' }),
        aStudent({
          ...{ id: 'gone', educationId: '20000007' },
          enrolment: { kind: 'left', on: date('2026-07-10'), why: 'graduated', to: null },
        }),
      ],
      cards: [
        aCard({ id: 'held', studentId: 'holder' }),
        aCard({ id: 'lost', studentId: 'loser', state: 'LOST', identifiers: [] }),
      ],
    }),
  )
  for (const id of NEW) givePhoto(db, id)
  return db
}

const rows = (db: Database, table: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
const stored = (db: Database) => ['outbox', 'event', 'audit'].map((one) => rows(db, one))
const standing = (db: Database) => openApplications(db).map((one) => one.standing.kind)

describe('an application', () => {
  it('is one claim, one event, one row of the log; its pupil is a newcomer no longer', () => {
    const db = school()
    expect(pupilsWithoutCard(db).map(({ studentId }) => studentId)).toEqual([...NEW])
    expect(apply(db, 'new-1').decision.kind).toBe('done')
    expect(stored(db)).toEqual([1, 1, 1])
    expect(pupilsWithoutCard(db).map(({ studentId }) => studentId)).toEqual(['new-2', 'new-3'])
    expect(standing(db)).toEqual(['pending'])
  })

  it.each([
    ['nobody', 'pupil-unknown'],
    ['gone', 'pupil-left'],
    ['holder', 'pupil-holds-card'],
    ['loser', 'pupil-awaits-card'],
  ])('for %s is refused and leaves nothing', (studentId, why) => {
    const db = school()
    expect(apply(db, studentId).decision).toMatchObject({ kind: 'refused', why })
    expect(stored(db)).toEqual([0, 0, 0])
  })

  it('is made once, and again after it was withdrawn', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    expect(apply(db, 'new-1').decision).toMatchObject({ why: 'application-open' })
    expect(withdraw(db, applicationId).kind).toBe('done')
    expect(apply(db, 'new-1').decision.kind).toBe('done')
  })

  it('keeps its pupil on the roll when an import is taken back', () => {
    const db = school()
    apply(db, 'new-1')
    expect([...rollNow(db).rooted].sort()).toEqual(['holder', 'loser', 'new-1'])
  })

  it('closes with a card, and opens again when the binding is taken back', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    const { bindingId } = bind(db, 'new-1', '1000751099999999')
    expect([openOf(db, 'new-1'), openApplications(db)]).toEqual([null, []])
    unbind(db, bindingId)
    expect(openOf(db, 'new-1')?.applicationId).toBe(applicationId)
  })

  it('of a leaver rests: in no list, and there again when they come back', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    say(db, applicationId)
    db.exec(`UPDATE student SET enrolment = 'left', left_on = '2026-09-10', left_why = 'transferred'
             WHERE id = 'new-1'`)
    expect([openApplications(db), list(db)]).toEqual([[], 0])
    db.exec(`UPDATE student SET enrolment = 'enrolled', left_on = NULL, left_why = NULL
             WHERE id = 'new-1'`)
    expect(list(db)).toBe(1)
  })

  it('goes with its pupil, and what was said of their data too', () => {
    const db = school()
    say(db, apply(db, 'new-1').applicationId)
    deletePupilRows(db, ['new-1'], actsOf(db, ['new-1']))
    expect([rows(db, 'application'), rows(db, 'confirmation')]).toEqual([0, 0])
  })
})

describe('a confirmation', () => {
  it('is one fact, one event, one row of the log', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    expect(say(db, applicationId).kind).toBe('done')
    expect([stored(db), standing(db)]).toEqual([[2, 2, 2], ['confirmed']])
  })

  it('is refused without a photo, until photos are imported', () => {
    const db = school()
    db.exec(`DELETE FROM photo WHERE student_id = 'new-1'`)
    const { applicationId } = apply(db, 'new-1')
    expect(say(db, applicationId)).toMatchObject({ why: 'photo-missing' })
    givePhoto(db, 'new-1', 2)
    expect(say(db, applicationId).kind).toBe('done')
  })

  it('opens again with another name or photo, and no row is written for it', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    say(db, applicationId)
    const before = stored(db)
    rename(db, 'new-1', '新生甲')
    expect(openApplications(db)[0]?.standing).toMatchObject({
      ...{ kind: 'pending', version: 2, after: 'confirmed', changed: ['name'] },
    })
    expect([list(db), stored(db)]).toEqual([0, before])
    say(db, applicationId)
    givePhoto(db, 'new-1', 3)
    expect(openApplications(db)[0]?.standing).toMatchObject({ version: 3, changed: ['photo'] })
  })

  it('is of the data that stood on the screen', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    const now = cardDataNow(db, 'new-1')
    if (now === null) throw new Error('The pupil is there.')
    const seen = markOf(now.data)
    rename(db, 'new-1', '新生甲')
    const late = recordConfirmation(db, { ...byClerk(), applicationId, outcome: YES, seen })
    expect(late).toEqual({ kind: 'refused', why: 'changed-meanwhile' })
  })

  it('waits while something is wrong, until the roll is put right', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    say(db, applicationId, WRONG_NAME)
    expect(standing(db)).toEqual(['disputed'])
    expect(say(db, applicationId)).toMatchObject({ why: 'still-disputed' })
    rename(db, 'new-1', '王晓明')
    expect(openApplications(db)[0]?.standing).toMatchObject({ kind: 'pending', after: 'disputed' })
    expect(say(db, applicationId).kind).toBe('done')
  })

  it('is taken back as a slip, or with a reason that stands in the log', () => {
    const db = school()
    const { applicationId } = apply(db, 'new-1')
    say(db, applicationId, WRONG_NAME)
    expect(takeBack(db, applicationId, null, byClerk('other'))).toMatchObject({
      why: 'somebody-elses',
    })
    expect(takeBack(db, applicationId, '家长看错了', byClerk('other')).kind).toBe('done')
    expect(standing(db)).toEqual(['pending'])
    const last = db.prepare('SELECT sealed FROM audit ORDER BY seq DESC LIMIT 1').get()
    expect(JSON.parse((last as { sealed: string }).sealed)).toMatchObject({
      ...{ kind: 'card-data-reopened', about: applicationId, reason: '家长看错了' },
    })
  })
})

describe('a list for the city', () => {
  it('takes all that are confirmed, in one act', () => {
    const db = school()
    const [first, second] = NEW.map((id) => apply(db, id).applicationId)
    say(db, first ?? '')
    say(db, second ?? '')
    const [outbox = 0, , audit = 0] = stored(db)
    expect(list(db)).toBe(2)
    expect([rows(db, 'outbox') - outbox, rows(db, 'audit') - audit]).toEqual([1, 1])
    expect(cardLists(db)).toMatchObject([{ pupils: 2 }])
    expect(list(db)).toBe(0)
    expect(withdraw(db, first ?? '', '不要了')).toMatchObject({ why: 'listed' })
  })

  it('has the rows as they were confirmed, also when the roll says something else by now', () => {
    const db = school()
    say(db, apply(db, 'new-1').applicationId)
    list(db)
    rename(db, 'new-1', '新生甲')
    const [made] = cardLists(db)
    expect(rowsOfCardList(db, made?.listId ?? '')).toMatchObject([
      { studentId: 'new-1', name: '新生0', educationId: '20000000', className: '三年级2班' },
    ])
    expect(openApplications(db)[0]?.standing.kind).toBe('pending')
  })
})

describe('any sequence of acts', () => {
  const act = fc.record({
    what: fc.constantFrom(
      ...(['apply', 'withdraw', 'yes', 'no', 'back', 'list', 'bind', 'unbind', 'rename'] as const),
    ),
    who: fc.constantFrom(...NEW),
  })

  it('leaves at most one open application a pupil, and one queued and one logged row an act', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const db = school()
        const bindings = new Map<string, string>()
        let number = 0
        let done = 0
        for (const { what, who } of acts) {
          const open = openOf(db, who)?.applicationId ?? 'none'
          const kind = (() => {
            switch (what) {
              case 'apply':
                return apply(db, who).decision.kind
              case 'withdraw':
                return withdraw(db, open).kind
              case 'yes':
                return say(db, open).kind
              case 'no':
                return say(db, open, WRONG_NAME).kind
              case 'back':
                return takeBack(db, open).kind
              case 'list':
                return list(db) > 0 ? 'done' : 'refused'
              case 'bind': {
                const { bindingId, decision } = bind(
                  db,
                  who,
                  `10007510${(number += 1) + 10_000_000}`,
                )
                if (decision.kind === 'done') bindings.set(who, bindingId)
                return decision.kind
              }
              case 'unbind':
                return unbind(db, bindings.get(who) ?? 'none').kind
              case 'rename':
                rename(db, who, `改名${(number += 1)}`)
                return 'refused'
            }
          })()
          if (kind === 'done') done += 1
          expect([rows(db, 'outbox'), rows(db, 'audit')]).toEqual([done, done])
          for (const id of NEW) {
            const of = `application WHERE student_id = '${id}' AND state = 'SUBMITTED'`
            expect(rows(db, of)).toBeLessThanOrEqual(1)
            const held = rows(db, `card WHERE student_id = '${id}' AND state = 'ACTIVE'`)
            if (held > 0) expect(rows(db, of)).toBe(0)
          }
        }
        db.close()
      }),
      { seed: 20260902, numRuns: 25 },
    )
  }, 60_000)
})

it('what happened with an application is told of its pupil', () => {
  const db = school()
  const { applicationId } = apply(db, 'new-1')
  say(db, applicationId, WRONG_NAME)
  takeBack(db, applicationId)
  withdraw(db, applicationId)
  expect(eventsOfStudent(db, 'new-1', 9).map(({ event }) => event.type)).toEqual([
    'application-withdrawn',
    'card-data-withdrawn',
    'card-data-said',
    'application-opened',
  ])
})
