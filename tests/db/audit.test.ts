import { describe, expect, it } from 'vitest'
import type { AuditAct, AuditEntry, AuditHead, AuditMoment } from '../../core/audit.ts'
import { canonical } from '../../core/outbox.ts'
import { appendAudit, auditHead, auditOfStudent } from '../../db/audit.ts'
import { verifyAudit } from '../../db/auditCheck.ts'
import { fullCheck } from '../../db/check.ts'
import type { Database } from '../../db/database.ts'
import { sha256 } from '../../db/outbox.ts'
import { recordTap } from '../../db/taps.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const look = (studentId: string): AuditAct => ({
  kind: 'education-id-shown',
  studentId,
  about: null,
  reason: 'parent-asks',
})
const moment = (at: number): AuditMoment => ({
  at,
  bootId: 'boot-1',
  operatorId: 'o-1',
  purpose: 'desk',
})

const ROWS = 6

/** A log of six rows whose triggers a stranger has taken away, and its ends as they were at each row. */
function aLog(): { readonly db: Database; readonly ends: readonly AuditHead[] } {
  const db = testDb()
  const ends = Array.from({ length: ROWS }, (_, n) => appendAudit(db, look(`s-${n}`), moment(n)))
  db.exec('DROP TRIGGER audit_never_deleted; DROP TRIGGER audit_never_altered')
  return { db, ends }
}

const broken = (why: string, seq: number): object => ({ kind: 'broken', why, seq })

/** Writes rows anew from there on, every hash correct, the end too: only who keeps an anchor can tell. */
function rewriteFrom(db: Database, seq: number): void {
  const rows = db
    .prepare('SELECT sealed, prev_hash FROM audit WHERE seq >= ? ORDER BY seq')
    .all(seq)
  let [prevHash] = (rows as { prev_hash: string }[]).map((row) => row.prev_hash)
  for (const row of rows as { sealed: string }[]) {
    const entry = { ...(JSON.parse(row.sealed) as AuditEntry), prevHash, reason: 'card' }
    const sealed = canonical(entry)
    const hash = sha256(sealed)
    db.prepare('UPDATE audit SET sealed = ?, prev_hash = ?, hash = ? WHERE seq = ?').run(
      sealed,
      prevHash,
      hash,
      entry.seq,
    )
    prevHash = hash
  }
  db.prepare('UPDATE audit_head SET hash = ?').run(prevHash)
}

describe('the log of who did and looked at what', () => {
  it('numbers without a gap, chains each row to the one before, and is whole', () => {
    const { db, ends } = aLog()
    expect(ends.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(auditHead(db)).toEqual(ends.at(-1))
    expect(verifyAudit(db)).toEqual({ kind: 'ok', rows: ROWS })
    expect(verifyAudit(db, ends)).toEqual({ kind: 'ok', rows: ROWS })
    expect(verifyAudit(testDb())).toEqual({ kind: 'ok', rows: 0 })
  })

  it('says who looked at a pupil, when and why, newest first, and holds nothing more', () => {
    const db = testDb()
    appendAudit(db, look('s-1'), moment(1))
    appendAudit(db, look('s-2'), moment(2))
    appendAudit(db, { ...look('s-1'), reason: 'exam', ...{ name: '张伟' } }, moment(3))
    const [last, first] = auditOfStudent(db, 's-1', 10)
    expect(last).toEqual({
      ...{
        seq: 3,
        at: 3,
        bootId: 'boot-1',
        operatorId: 'o-1',
        purpose: 'desk',
        prevHash: last?.prevHash,
      },
      ...{ kind: 'education-id-shown', studentId: 's-1', about: null, reason: 'exam' },
    })
    expect(first).toMatchObject({ seq: 1, reason: 'parent-asks' })
  })

  it('takes a tap in the transaction of the tap: both or neither', () => {
    const db = testDb()
    recordTap(db, aTap({ tapId: 'tap-1' }))
    expect(auditOfStudent(db, 'student-1', 10)).toMatchObject([{ kind: 'tap', about: 'tap-1' }])
    expect(failureOf(() => recordTap(db, aTap({ tapId: 'tap-1' }))).code).toBe('internal')
    expect(auditHead(db).seq).toBe(1)
  })

  it('cannot be changed or shortened by the program', () => {
    const db = testDb()
    appendAudit(db, look('s-1'), moment(1))
    expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted')
    expect(() => db.exec(`UPDATE audit SET operator_id = 'o-2'`)).toThrow('sealed')
  })
})

describe('A16 a log that was tampered with', () => {
  it.each([
    `UPDATE audit SET sealed = replace(sealed, 's-2', 's-9') WHERE seq = 3`,
    `UPDATE audit SET operator_id = 'o-2' WHERE seq = 3`,
    `UPDATE audit SET student_id = NULL WHERE seq = 3`,
    `UPDATE audit SET at = at + 1 WHERE seq = 3`,
    `UPDATE audit SET hash = '${'7'.repeat(64)}' WHERE seq = 3`,
  ])('altered: %s', (sql) => {
    const { db } = aLog()
    db.exec(sql)
    expect(verifyAudit(db)).toEqual(broken('altered', 3))
    expect(failureOf(() => fullCheck(db)).code).toBe('db-chain-broken')
  })

  it('deleted in the middle', () => {
    const { db } = aLog()
    db.exec('DELETE FROM audit WHERE seq = 3')
    expect(verifyAudit(db)).toEqual(broken('deleted', 3))
  })

  it('reordered', () => {
    const { db } = aLog()
    db.exec(
      `UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;
       UPDATE audit SET seq = 3 WHERE seq = 99`,
    )
    expect(verifyAudit(db)).toEqual(broken('reordered', 2))
  })

  it('truncated, also where the end was written back too: by an anchor', () => {
    const { db, ends } = aLog()
    db.exec('DELETE FROM audit WHERE seq > 4')
    expect(verifyAudit(db)).toEqual(broken('truncated', 5))
    db.prepare('UPDATE audit_head SET seq = 4, hash = ?').run(ends[3]?.hash)
    expect(verifyAudit(db)).toEqual({ kind: 'ok', rows: 4 })
    expect(verifyAudit(db, ends.slice(5))).toEqual(broken('truncated', 5))
  })

  it('emptied: by an anchor', () => {
    const { db, ends } = aLog()
    db.exec('DELETE FROM audit; DELETE FROM audit_head')
    expect(verifyAudit(db, ends.slice(2, 3))).toEqual(broken('truncated', 1))
  })

  it('restamped: one row, or by an anchor all of them', () => {
    const { db, ends } = aLog()
    rewriteFrom(db, 3)
    expect(verifyAudit(db)).toEqual({ kind: 'ok', rows: ROWS })
    expect(verifyAudit(db, ends.slice(4, 5))).toEqual(broken('restamped', 5))
    db.prepare('UPDATE audit_head SET hash = ?').run(ends[5]?.hash)
    expect(verifyAudit(db)).toEqual(broken('restamped', 6))
  })

  it('lengthened behind its end', () => {
    const { db, ends } = aLog()
    db.prepare('UPDATE audit_head SET seq = 5, hash = ?').run(ends[4]?.hash)
    expect(verifyAudit(db)).toEqual(broken('added', 6))
  })
})
