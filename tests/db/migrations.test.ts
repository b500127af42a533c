import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { tables, upTo } from '../helpers/testDbForms.ts'

const ROLL_TABLES = ['card', 'card_identifier', 'class', 'data_state', 'photo', 'school', 'student']

describe('migration', () => {
  it('10 makes the identity of the desk, one row at most', () => {
    const db = upTo(10)
    expect(tables(db)).toEqual(['desk'])
    const insert = db.prepare(`INSERT INTO desk VALUES (?, 'device', 1, 'school', 0)`)
    insert.run(1)
    expect(() => insert.run(2)).toThrow('CHECK')
  })

  it('20 makes the roll, which holds a 教育ID to eight digits', () => {
    const db = upTo(20)
    expect(tables(db)).toEqual([
      'card',
      'card_identifier',
      'class',
      'data_state',
      'desk',
      'photo',
      'school',
      'student',
    ])
    expect(ROLL_TABLES.every((one) => tables(db).includes(one))).toBe(true)
    db.exec(`INSERT INTO school VALUES ('school-1', '学校', 1, 1)`)
    const insert = db.prepare(
      `INSERT INTO student (id, school_id, education_id, name, sex, enrolment, load)
       VALUES (?, 'school-1', ?, '名', 'female', 'enrolled', 1)`,
    )
    insert.run('leading zeros', '00000001')
    insert.run('none', null)
    for (const wrong of ['', '1234567', '123456789', '1234567x', '１２３４５６７８', ' 1234567'])
      expect(() => insert.run(`id ${wrong}`, wrong)).toThrow('CHECK')
  })

  it('30 makes the outbox, whose rows cannot be deleted or altered', () => {
    const db = upTo(30)
    expect(tables(db)).toContain('outbox')
    db.exec(
      `INSERT INTO outbox VALUES ('d', 1, 1, '01890000-0000-7000-8000-000000000000', 't', '{}',
       '${'0'.repeat(64)}', '${'1'.repeat(64)}', 'waiting', NULL)`,
    )
    expect(() => db.exec('DELETE FROM outbox')).toThrow('never deleted')
    expect(() => db.exec(`UPDATE outbox SET sealed = '{ }'`)).toThrow('sealed')
    expect(() => db.exec(`UPDATE outbox SET device_seq = 2`)).toThrow('sealed')
    expect(() => db.exec(`UPDATE outbox SET status = 'parked'`)).toThrow('CHECK')
    db.exec(`UPDATE outbox SET status = 'sent'`)
  })

  it('40 makes the taps, each with its row in the outbox', () => {
    const db = upTo(40)
    expect(tables(db)).toContain('tap')
    const orphan = `INSERT INTO tap VALUES (1, 'tap', 'no such command', 0, 'r', NULL, NULL, NULL, 'lost', 0, 0)`
    expect(() => db.exec(orphan)).toThrow('FOREIGN KEY')
  })

  it('50 makes the settings', () => {
    expect(tables(upTo(50))).toContain('setting')
  })

  it('60 makes the search index, and fills nothing', () => {
    const db = upTo(60)
    expect(tables(db)).toEqual(expect.arrayContaining(['search_pupil', 'search_word']))
    expect(db.prepare('SELECT * FROM search_pupil').all()).toEqual([])
  })

  it('70 makes the counts of the readers, with what they have read until then', () => {
    const db = upTo(60)
    const command = db.prepare(
      `INSERT INTO outbox VALUES ('d', 1, ?, ?, 't', '{}', '${'0'.repeat(64)}', '${'1'.repeat(64)}', 'waiting', NULL)`,
    )
    const tap = db.prepare(`INSERT INTO tap VALUES (?, ?, ?, ?, 'r', ?, NULL, NULL, ?, 0, 0)`)
    const evening = Date.parse('2026-10-12T23:59:00+08:00')
    for (const [n, family, verdict] of [
      [1, 'bmac', 'valid'],
      [2, 'bmac', 'lost'],
      [3, null, 'unreadable'],
      [4, null, 'two-cards'],
    ] as const) {
      const id = `01890000-0000-7000-8000-00000000000${n}`
      command.run(n, id)
      tap.run(n, id, id, evening + n, family, verdict)
    }
    migrate(db)
    expect(db.prepare('SELECT * FROM reader_day').all()).toEqual([
      { reader: 'r', day: '2026-10-12', family: 'bmac', read: 2, failed: 0, last_at: evening + 2 },
      {
        reader: 'r',
        day: '2026-10-12',
        family: 'unknown',
        read: 0,
        failed: 1,
        last_at: evening + 4,
      },
    ])
    expect(() => db.exec(`INSERT INTO card_fare VALUES ('nobody', 0, 1, 0, NULL, NULL)`)).toThrow(
      'FOREIGN KEY',
    )
  })

  it('80 makes the form of the search index, one row at most', () => {
    const db = upTo(80)
    expect(tables(db)).toContain('search_form')
    expect(db.prepare('SELECT * FROM search_form').all()).toEqual([])
    expect(() => db.exec('INSERT INTO search_form VALUES (2, 1)')).toThrow('CHECK')
  })

  it('90 makes the log, whose rows cannot be deleted or altered', () => {
    const db = upTo(90)
    expect(tables(db)).toEqual(expect.arrayContaining(['audit', 'audit_head']))
    const zeros = '0'.repeat(64)
    db.exec(`INSERT INTO audit VALUES (1, 0, NULL, 'tap', NULL, '{}', '${zeros}', '${zeros}')`)
    expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted')
    expect(() => db.exec(`UPDATE audit SET sealed = '{ }'`)).toThrow('sealed')
    db.exec(`INSERT INTO audit_head VALUES (1, 1, '${zeros}')`)
    expect(() => db.exec(`INSERT INTO audit_head VALUES (2, 1, '${zeros}')`)).toThrow('CHECK')
  })

  it('110 makes basis and retention, without free text, and lets sealed rows be emptied, not altered', () => {
    const db = upTo(110)
    expect(tables(db)).toEqual(
      expect.arrayContaining([
        'pupil_basis',
        'pupil_gone',
        'retention_run',
        'retention_setting',
        'school_basis',
      ]),
    )
    db.exec(`INSERT INTO school VALUES ('school-1', '学校', 1, 1);
             INSERT INTO student (id, school_id, name, sex, enrolment, load)
             VALUES ('s', 'school-1', '名', 'female', 'enrolled', 1)`)
    const basis = db.prepare(`INSERT INTO pupil_basis VALUES ('s', ?, ?, 1, 0, NULL)`)
    expect(() => basis.run('a word of the parents', 0)).toThrow('CHECK')
    expect(() => basis.run('withdrawn', 1)).toThrow('CHECK')
    basis.run('guardian-consent', 1)
    db.exec(`DELETE FROM student`)
    expect(db.prepare('SELECT * FROM pupil_basis').all()).toEqual([])

    const [zeros, ones] = ['0'.repeat(64), '1'.repeat(64)]
    db.exec(`INSERT INTO outbox VALUES ('d', 1, 1, '01890000-0000-7000-8000-000000000000', 't', '{}',
             '${zeros}', '${ones}', 'sent', NULL)`)
    expect(() => db.exec(`UPDATE outbox SET sealed = '', hash = '${zeros}'`)).toThrow('sealed')
    db.exec(`UPDATE outbox SET sealed = ''`)
    db.exec(`INSERT INTO audit VALUES (1, 0, 'o', 'tap', 's', '{}', '${zeros}', '${ones}')`)
    expect(() => db.exec(`UPDATE audit SET sealed = '{ }'`)).toThrow('sealed')
    expect(() => db.exec('DELETE FROM audit')).toThrow('never deleted')
    db.exec(`UPDATE audit SET sealed = '', operator_id = NULL, student_id = NULL`)
  })
})
