import { describe, expect, it } from 'vitest'
import { appendAudit, auditHead } from '../../db/audit.ts'
import { verifyAudit } from '../../db/auditCheck.ts'
import { verifyChain } from '../../db/chain.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { emptyActs, emptyLog, oldLog } from '../../db/emptying.ts'
import { asDesk, at, daysAgo, NOW, run, sent, tapAt } from '../helpers/leaversDesk.ts'
import { aRoll } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const FOUR_YEARS = 4 * 366

/** Five looks four years ago, two today. */
function aLog(): Database {
  const db = asDesk(testDb(), aRoll())
  const look = { kind: 'page-opened', studentId: 's-1', about: null, reason: null } as const
  for (let n = 0; n < 5; n += 1) appendAudit(db, look, at(daysAgo(FOUR_YEARS - n)))
  for (let n = 0; n < 2; n += 1) appendAudit(db, look, at(daysAgo(1)))
  return db
}

const texts = (db: Database): readonly unknown[] =>
  db.prepare(`SELECT sealed <> '' AS has, student_id AS of FROM audit ORDER BY seq`).all()

describe('the emptied log', () => {
  it('keeps its places, so its head and every anchor still fit', () => {
    const db = aLog()
    const anchor = auditHead(db)
    run(db)
    expect(texts(db).slice(0, 6)).toEqual([
      ...Array.from({ length: 5 }, () => ({ has: 0, of: null })),
      { has: 1, of: 's-1' },
    ])
    expect(verifyAudit(db, [anchor])).toMatchObject({ kind: 'ok' })
    fullCheck(db)
  })

  it('goes on where it was emptied before', () => {
    const db = aLog()
    expect(oldLog(db, NOW, 3)).toEqual({ rows: 3, to: 3 })
    emptyLog(db, 3, at(NOW))
    expect(oldLog(db, daysAgo(1100), 100)).toEqual({ rows: 2, to: 5 })
    emptyLog(db, 5, at(NOW))
    expect(oldLog(db, daysAgo(1100), 100)).toEqual({ rows: 0, to: 0 })
    expect(verifyAudit(db).kind).toBe('ok')
  })

  it('ends before a row that says it is younger, whatever stands behind it', () => {
    const db = aLog()
    expect(oldLog(db, daysAgo(FOUR_YEARS - 2), 100)).toEqual({ rows: 2, to: 2 })
  })

  it.each([
    ['without a word of it', 3, (db: Database) => db.exec(EMPTY('seq <= 3'))],
    [
      'further than its word',
      4,
      (db: Database) => {
        emptyLog(db, 3, at(NOW))
        db.exec(EMPTY('seq = 4'))
      },
    ],
    ['in the middle', 4, (db: Database) => db.exec(EMPTY('seq = 4'))],
    ['younger than three years', 6, (db: Database) => emptyLog(db, 6, at(NOW))],
  ])('is found altered when it was emptied %s', (_, seq, tamper) => {
    const db = aLog()
    tamper(db)
    expect(verifyAudit(db)).toEqual({ kind: 'broken', why: 'altered', seq })
  })

  it('cannot be emptied by halves', () => {
    const db = aLog()
    expect(() => db.exec(`UPDATE audit SET sealed = '' WHERE seq = 1`)).toThrow('sealed')
    expect(() => db.exec(`${EMPTY('seq = 1').replace('SET', "SET kind = 'tap',")}`)).toThrow(
      'sealed',
    )
  })
})

const EMPTY = (where: string): string =>
  `UPDATE audit SET sealed = '', student_id = NULL, operator_id = NULL WHERE ${where}`

describe('an emptied row of the outbox', () => {
  it('keeps its place and its hash, so the chain and the city’s word of it still fit', () => {
    const db = asDesk(testDb(), aRoll())
    const ids = [3, 2, 1].map((days) => tapAt(db, daysAgo(days)))
    sent(db, ids[1] ?? '')
    const witness = db
      .prepare(
        `SELECT device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, hash
         FROM outbox WHERE device_seq = 2`,
      )
      .get() as Parameters<typeof verifyChain>[1] extends readonly (infer T)[] | undefined
      ? T
      : never
    expect(emptyActs(db, ids)).toBe(1)
    expect(emptyActs(db, ids)).toBe(0)
    expect(verifyChain(db, [witness])).toEqual({ kind: 'ok', rows: 3 })
  })

  it('is refused while the city has not got it, and found when somebody did it anyway', () => {
    const db = asDesk(testDb(), aRoll())
    tapAt(db, NOW)
    expect(() => db.exec(`UPDATE outbox SET sealed = ''`)).toThrow('sealed')
    db.exec(`DROP TRIGGER outbox_never_altered; UPDATE outbox SET sealed = ''`)
    expect(verifyChain(db)).toMatchObject({ kind: 'broken', why: 'altered', deviceSeq: 1 })
  })

  it('cannot be filled again', () => {
    const db = asDesk(testDb(), aRoll())
    const id = tapAt(db, NOW)
    sent(db, id)
    emptyActs(db, [id])
    expect(() => db.exec(`UPDATE outbox SET sealed = '{}'`)).toThrow('sealed')
  })
})
