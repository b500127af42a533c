import { describe, expect, it } from 'vitest'
import { canonical, FIRST_PREV_HASH, type Envelope } from '../../core/outbox.ts'
import { chainError, verifyChain, type ChainCheck } from '../../db/chain.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { appendCommand, countWaiting, sha256 } from '../../db/outbox.ts'
import { countParked, recordAnswers } from '../../db/outboxStatus.ts'
import { recordTap } from '../../db/taps.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap, RECORDER } from '../helpers/testDbTaps.ts'

const ROWS = 6

/** A chain of six rows, and the way to them that a stranger would have. */
function aChain(): { readonly db: Database; readonly envelopes: readonly Envelope[] } {
  const db = testDb()
  const envelopes = Array.from({ length: ROWS }, () => recordTap(db, aTap()))
  db.exec('DROP TRIGGER outbox_never_deleted; DROP TRIGGER outbox_never_altered')
  db.pragma('foreign_keys = OFF')
  return { db, envelopes }
}

const brokenAt = (deviceSeq: number, why: string): object => ({
  kind: 'broken',
  why,
  deviceSeq,
  deviceId: RECORDER.deviceId,
  deviceEpoch: 1,
})

/** Writes a row anew with another content, its own hash correct. */
function restamp(db: Database, seq: number, prevHash?: string): string {
  const row = db.prepare('SELECT sealed FROM outbox WHERE device_seq = ?').get(seq)
  const open = JSON.parse((row as { sealed: string }).sealed) as Envelope
  const sealed = canonical({
    ...open,
    prevHash: prevHash ?? open.prevHash,
    payload: { ...open.payload, verdict: 'valid', dataAgeMs: 1 },
  })
  const hash = sha256(sealed)
  db.prepare('UPDATE outbox SET sealed = ?, hash = ?, prev_hash = ? WHERE device_seq = ?').run(
    sealed,
    hash,
    prevHash ?? open.prevHash,
    seq,
  )
  return hash
}

describe('the outbox', () => {
  it('numbers without a gap and chains each row to the one before', () => {
    const { db, envelopes } = aChain()
    expect(envelopes.map((one) => one.deviceSeq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(envelopes[0]?.prevHash).toBe(FIRST_PREV_HASH)
    for (const [n, one] of envelopes.slice(1).entries())
      expect(one.prevHash).toBe(envelopes[n]?.hash)
    expect(verifyChain(db)).toEqual({ kind: 'ok', rows: ROWS })
  })

  it('keeps the very text that was hashed, and it is the envelope', () => {
    const db = testDb()
    const { hash, ...open } = recordTap(db, aTap({ reader: '读卡器 "一"\u2028' }))
    const row = db.prepare('SELECT sealed FROM outbox').get() as { sealed: string }
    expect(sha256(row.sealed)).toBe(hash)
    expect(row.sealed).toBe(canonical(open))
    expect(JSON.parse(row.sealed)).toEqual(open)
  })

  it('seals nothing a caller happens to carry along', () => {
    const desk = { ...RECORDER, madeAt: 1, secret: 'x' }
    const envelope = appendCommand(testDb(), { ...aTap(), recorder: desk })
    expect(Object.keys(envelope)).not.toContain('secret')
    expect(Object.keys(envelope)).not.toContain('madeAt')
  })

  it('begins at 1 again in a new epoch and on another device, each a chain of its own', () => {
    const db = testDb()
    const next = { ...RECORDER, deviceEpoch: 2 }
    const other = { ...RECORDER, deviceId: 'another device' }
    const seqs = [RECORDER, next, other, next].map(
      (recorder) => recordTap(db, { ...aTap(), recorder }).deviceSeq,
    )
    expect(seqs).toEqual([1, 1, 1, 2])
    expect(verifyChain(db)).toEqual({ kind: 'ok', rows: 4 })
  })

  it('refuses an id that is no UUIDv7', () => {
    const tap = aTap()
    const command = { ...tap.command, cmdId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }
    expect(failureOf(() => recordTap(testDb(), { ...tap, command })).code).toBe('internal')
  })

  it('that is empty is whole', () => {
    expect(verifyChain(testDb())).toEqual({ kind: 'ok', rows: 0 })
  })
})

describe('a broken chain is found:', () => {
  const check = (damage: (db: Database) => void): ChainCheck => {
    const { db } = aChain()
    damage(db)
    return verifyChain(db)
  }

  it('a row altered', () => {
    const found = check((db) => {
      db.exec(
        `UPDATE outbox SET sealed = replace(sealed, '"valid"', '"lost"') WHERE device_seq = 3`,
      )
    })
    expect(found).toEqual(brokenAt(3, 'altered'))
  })

  it('a column that does not say what was sealed', () => {
    const found = check((db) => db.exec(`UPDATE outbox SET type = 'other' WHERE device_seq = 2`))
    expect(found).toEqual(brokenAt(2, 'altered'))
  })

  it.each([1, 3, ROWS])('row %i dropped', (seq) => {
    const found = check((db) => db.exec(`DELETE FROM outbox WHERE device_seq = ${seq}`))
    expect(found).toEqual(brokenAt(seq, 'missing'))
  })

  it('all rows dropped', () => {
    expect(check((db) => db.exec('DELETE FROM outbox'))).toEqual(brokenAt(1, 'missing'))
  })

  it('a row dropped and the rest moved up', () => {
    const found = check((db) => {
      db.exec('DELETE FROM outbox WHERE device_seq = 3')
      for (const seq of [4, 5, 6])
        db.exec(`UPDATE outbox SET device_seq = ${seq - 1} WHERE device_seq = ${seq}`)
    })
    expect(found).toEqual(brokenAt(3, 'reordered'))
  })

  it('two rows exchanged', () => {
    const found = check((db) => {
      for (const [from, to] of [
        [2, 99],
        [4, 2],
        [99, 4],
      ])
        db.exec(`UPDATE outbox SET device_seq = ${to} WHERE device_seq = ${from}`)
    })
    expect(found).toEqual(brokenAt(2, 'reordered'))
  })

  it('a row restamped in the middle', () => {
    expect(check((db) => restamp(db, 3))).toEqual(brokenAt(3, 'restamped'))
  })

  it('the last row restamped', () => {
    expect(check((db) => restamp(db, ROWS))).toEqual(brokenAt(ROWS, 'restamped'))
  })

  it('a row added behind the end', () => {
    const found = check((db) => {
      db.exec(`UPDATE outbox_head SET device_seq = 5,
               hash = (SELECT hash FROM outbox WHERE device_seq = 5)`)
    })
    expect(found).toEqual(brokenAt(6, 'added'))
  })

  it('the whole chain restamped with its end, by a witness only', () => {
    const { db, envelopes } = aChain()
    let last: string | undefined
    for (let seq = 3; seq <= ROWS; seq += 1) last = restamp(db, seq, last)
    db.prepare('UPDATE outbox_head SET hash = ?').run(last)
    expect(verifyChain(db)).toEqual({ kind: 'ok', rows: ROWS })
    expect(verifyChain(db, envelopes.slice(4, 5))).toEqual(brokenAt(5, 'restamped'))
  })

  it('the tail dropped with its end, by a witness only', () => {
    const { db, envelopes } = aChain()
    db.exec(`DELETE FROM outbox WHERE device_seq > 4;
             UPDATE outbox_head SET device_seq = 4, hash = (SELECT hash FROM outbox WHERE device_seq = 4)`)
    expect(verifyChain(db)).toEqual({ kind: 'ok', rows: 4 })
    expect(verifyChain(db, envelopes.slice(5))).toEqual(brokenAt(6, 'missing'))
  })

  it('and said without a personal word', () => {
    const error = chainError(brokenAt(3, 'altered') as Parameters<typeof chainError>[0])
    expect(error.code).toBe('db-chain-broken')
    expect(error.message).toContain('row 3 is altered')
    const { db } = aChain()
    fullCheck(db)
    restamp(db, 3)
    expect(failureOf(() => fullCheck(db)).code).toBe('db-chain-broken')
  })
})

describe("the city's answer", () => {
  it('marks what was sent, parks what was refused, and deletes nothing', () => {
    const { db, envelopes } = aChain()
    const [first, second] = envelopes.map((one) => one.cmdId) as [string, string]
    recordAnswers(db, [
      { cmdId: first, status: 'sent' },
      { cmdId: second, status: 'parked', refusal: 'SCHOOL_UNKNOWN' },
    ])
    expect([countWaiting(db), countParked(db)]).toEqual([4, 1])
    expect(verifyChain(db)).toEqual({ kind: 'ok', rows: ROWS })
  })

  it('to a row that does not wait is a defect, and changes nothing', () => {
    const { db, envelopes } = aChain()
    const cmdId = envelopes[0]?.cmdId ?? ''
    const twice = [{ cmdId, status: 'sent' } as const, { cmdId, status: 'sent' } as const]
    expect(failureOf(() => recordAnswers(db, twice)).code).toBe('internal')
    expect(countWaiting(db)).toBe(ROWS)
  })
})
