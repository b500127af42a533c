import { describe, expect, it } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { openDesk } from '../openDesk.ts'

const SIGNED = { teacher: '王芳', signature: '10,10 400,200' }

/** The class with most cards at the desk. */
const classIn = (db: Database): string =>
  (
    db
      .prepare(
        `SELECT class_id AS id FROM card JOIN student ON student.id = student_id
         WHERE state = 'ARRIVED' AND enrolment <> 'left' AND class_id IS NOT NULL
         GROUP BY class_id ORDER BY count(*) DESC LIMIT 1`,
      )
      .get() as { id: string }
  ).id

const rows = (db: Database, table: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

describe('a class pack', () => {
  it('goes into the teacher’s hands with one signature, and each card is closed by itself', async () => {
    const { desk, db } = await openDesk(['--students', '1000'])
    const { packs, cases } = desk.acts
    const classId = classIn(db())
    const before = packs.class(classId)
    const cards = before?.lines.filter(({ held }) => held === null) ?? []
    expect(cards.length).toBeGreaterThan(0)
    const logged = rows(db(), 'audit')

    const taken = await packs.take(
      classId,
      cards.map(({ cardId }) => cardId),
      SIGNED,
    )
    expect(taken.kind === 'taken' && [taken.cards, taken.pack.lines[0]?.state]).toEqual([
      ...[cards.length, 'WITH_TEACHER'],
    ])
    expect(rows(db(), 'audit') - logged).toBe(cards.length)
    expect(
      db().prepare('SELECT count(*) AS n FROM collection WHERE signature IS NOT NULL').get(),
    ).toEqual({ n: 1 })

    const [first] = cards
    const { studentId = '', cardId = '' } = first ?? {}
    const back = await cases.act({
      ...{ act: 'close-pack', studentId, cardId, how: 'back', tapId: null, oldCard: null },
    })
    expect(back.kind === 'done' && back.page.stage).toBe('arrived')
    await packs.take(classId, [cardId], SIGNED)
    const given = await cases.act({
      ...{ act: 'close-pack', studentId, cardId, how: 'tick', tapId: null, oldCard: null },
    })
    expect(given.kind === 'done' && given.page.cards[0]?.state).toBe('ACTIVE')
  })

  it('of nobody, or of another class, is none', async () => {
    const { desk, db } = await openDesk()
    const { packs } = desk.acts
    const outbox = rows(db(), 'outbox')
    expect(await packs.take('nowhere', ['x'], SIGNED)).toEqual({ kind: 'nothing' })
    expect(await packs.take(packs.classes()[0]?.classId ?? '', ['x'], SIGNED)).toEqual({
      kind: 'nothing',
    })
    expect(rows(db(), 'outbox')).toBe(outbox)
  })
})
