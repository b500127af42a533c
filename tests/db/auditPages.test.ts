import { describe, expect, it } from 'vitest'
import type { AuditKind } from '../../core/audit.ts'
import { appendAudit } from '../../db/audit.ts'
import { AUDIT_PAGE_MOST, auditPage, auditYear, countEmptied } from '../../db/auditPages.ts'
import type { Database } from '../../db/database.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

const ALL = { before: null, operatorId: null, kinds: null, limit: 10 }

/** Rows at 1, 2, 3, …: two people by turns, three kinds by turns, four pupils by turns. */
function aLog(rows: number): Database {
  const db = testDb()
  const kinds: readonly AuditKind[] = ['tap', 'page-opened', 'signed-in']
  for (let n = 1; n <= rows; n += 1)
    appendAudit(
      db,
      { kind: kinds[n % 3] ?? 'tap', studentId: `s-${n % 4}`, about: null, reason: null },
      { at: n, bootId: 'boot-1', operatorId: `o-${n % 2}`, purpose: 'desk' },
    )
  return db
}

const seqs = (entries: Iterable<{ readonly seq: number }>) => [...entries].map(({ seq }) => seq)

describe('a page of the log', () => {
  it('is the newest first, and goes on where the one before ended', () => {
    const db = aLog(25)
    const first = seqs(auditPage(db, ALL))
    expect(first).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16])
    appendAudit(
      db,
      { kind: 'tap', studentId: null, about: null, reason: null },
      { at: 0, bootId: 'boot-1', operatorId: null, purpose: null },
    )
    expect(seqs(auditPage(db, { ...ALL, before: 16, limit: 3 }))).toEqual([15, 14, 13])
    expect(auditPage(db, { ...ALL, before: 1 })).toEqual([])
  })

  it.each([
    [{ operatorId: 'o-1' }, [11, 9, 7, 5, 3, 1]],
    [{ kinds: ['page-opened'] }, [10, 7, 4, 1]],
    [{ kinds: ['page-opened', 'tap'] }, [12, 10, 9, 7, 6, 4, 3, 1]],
    [{ kinds: [] }, []],
    [{ studentId: 's-0' }, [12, 8, 4]],
    [{ from: 5, to: 8 }, [7, 6, 5]],
    [{ operatorId: 'o-0', kinds: ['tap'], studentId: 's-0', from: 2, before: 12 }, []],
    [{ operatorId: 'o-0', kinds: ['tap'], studentId: 's-0', from: 2 }, [12]],
  ] as const)('holds what is asked: %j', (wish, expected) => {
    expect(seqs(auditPage(aLog(12), { ...ALL, ...wish }))).toEqual(expected)
  })

  it('holds one more than may be shown, and no more', () => {
    const entries = auditPage(aLog(AUDIT_PAGE_MOST + 50), { ...ALL, limit: 10_000 })
    expect(entries).toHaveLength(AUDIT_PAGE_MOST + 1)
  })

  it('finds rows of a person and of a pupil by an index', () => {
    const db = aLog(1)
    for (const [column, index] of [
      ['operator_id', 'audit_by_operator'],
      ['student_id', 'audit_by_student'],
    ]) {
      const plan = db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT sealed FROM audit
           WHERE sealed <> '' AND ${column} = ? ORDER BY seq DESC LIMIT 5`,
        )
        .all('x')
      expect(JSON.stringify(plan)).toContain(index)
    }
  })
})

describe('the log of a year', () => {
  it('comes row by row in the order of the log, whatever the clock said', () => {
    const db = aLog(9)
    expect(seqs(auditYear(db, 3, 6))).toEqual([3, 4, 5])
    const rows = auditYear(db, 0, 100)
    expect(rows.next().value).toMatchObject({ seq: 1, at: 1, operatorId: 'o-1' })
    // whoever stops early leaves the connection free
    rows.return(undefined)
    expect(seqs(auditPage(db, { ...ALL, limit: 1 }))).toEqual([9])
  })

  it('leaves out rows whose text has gone, and says how many', () => {
    const db = aLog(5)
    db.exec("UPDATE audit SET sealed = '', operator_id = NULL, student_id = NULL WHERE seq < 3")
    expect(seqs(auditYear(db, 0, 100))).toEqual([3, 4, 5])
    expect(seqs(auditPage(db, ALL))).toEqual([5, 4, 3])
    expect(countEmptied(db, 0, 100)).toBe(2)
    expect(countEmptied(db, 2, 100)).toBe(1)
  })

  it('that cannot be read fails by name', () => {
    const db = aLog(1)
    db.close()
    expect(failureOf(() => [...auditYear(db, 0, 9)]).code).toBe('internal')
    expect(failureOf(() => auditPage(db, ALL)).code).toBe('internal')
  })
})
