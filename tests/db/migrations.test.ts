import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { createSearchBeside } from '../../db/migrations/0160-search-beside.ts'
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

  it('120 makes the calendar: days go with their year, a term is of one half and one stage', () => {
    const db = upTo(120)
    expect(tables(db)).toEqual(expect.arrayContaining(['calendar_day', 'calendar_year', 'term']))
    expect(db.prepare('SELECT * FROM calendar_year').all()).toEqual([])
    const orphan = `INSERT INTO calendar_day VALUES (2027, '2027-01-01', 'off', '元旦')`
    expect(() => db.exec(orphan)).toThrow('FOREIGN KEY')
    db.exec(`INSERT INTO calendar_year VALUES (2027, '通知', 0, NULL)`)
    db.exec(orphan)
    expect(() => db.exec(`UPDATE calendar_day SET kind = 'half'`)).toThrow('CHECK')
    db.exec('DELETE FROM calendar_year')
    expect(db.prepare('SELECT * FROM calendar_day').all()).toEqual([])
    const term = db.prepare(
      `INSERT INTO term VALUES ('2026-2027', ?, 'all', ?, ?, '校历', 0, NULL)`,
    )
    expect(() => term.run(3, '2026-09-01', '2027-01-22')).toThrow('CHECK')
    expect(() => term.run(1, '2027-01-22', '2026-09-01')).toThrow('CHECK')
    term.run(1, '2026-09-01', '2027-01-22')
    expect(() => term.run(1, '2026-09-02', '2027-01-22')).toThrow('UNIQUE')
  })

  it('130 makes what acts come to, and photos by their content', () => {
    const db = upTo(130)
    const made = ['event', 'file_mapping', 'part_waiting', 'photo_before', 'picture', 'roll_change']
    expect(tables(db)).toEqual(expect.arrayContaining(made))
    const event = `INSERT INTO event VALUES (1, 'no such command', 0, 'card-bound', 's', 'c', '{}')`
    expect(() => db.exec(event)).toThrow('FOREIGN KEY')
    const picture = db.prepare(`INSERT INTO picture VALUES (?, ?, 295, 413, x'00')`)
    expect(() => picture.run('short', 'image/png')).toThrow('CHECK')
    expect(() => picture.run('0'.repeat(64), 'text/html')).toThrow('CHECK')
  })

  it('150 makes 学年刷卡: one a pupil and school year', () => {
    const db = upTo(150)
    const tap = db.prepare(`INSERT INTO annual_tap VALUES (?, 's', 'c', 0, ?)`)
    expect(() => tap.run('2026', 'one')).toThrow('CHECK')
    tap.run('2026-2027', 'one')
    expect(() => tap.run('2026-2027', 'two')).toThrow('UNIQUE')
    tap.run('2027-2028', 'two')
  })

  it('160 makes a second table of words, and the first is asked until the other is said', () => {
    const db = upTo(150)
    db.exec('INSERT INTO search_form (one, form) VALUES (1, 1)')
    createSearchBeside(db)
    expect(tables(db)).toContain('search_word_beside')
    expect(db.prepare('SELECT words FROM search_form').get()).toEqual({ words: 'search_word' })
    expect(() => db.exec(`UPDATE search_form SET words = 'tap'`)).toThrow('CHECK')
  })

  it('180 makes announced fee days: one a stretch, which does not end before it begins', () => {
    const db = upTo(180)
    const days = db.prepare(`INSERT INTO fee_announcement VALUES (?, ?, '公告', 0, NULL)`)
    expect(() => days.run('2026-02-11', '2026-02-09')).toThrow('CHECK')
    days.run('2026-02-09', '2026-02-09')
    expect(() => days.run('2026-02-09', '2026-02-09')).toThrow('UNIQUE')
    days.run('2026-02-09', '2026-02-11')
  })

  it('140 makes applications: one open one a pupil, and what was said of their data goes with them', () => {
    const db = upTo(140)
    expect(tables(db)).toEqual(expect.arrayContaining(['application', 'card_list', 'confirmation']))
    const application = db.prepare(
      `INSERT INTO application VALUES (?, 's', 'new', ?, 0, 0, NULL, NULL, NULL, ?)`,
    )
    application.run('a-1', 'WITHDRAWN', 1)
    application.run('a-2', 'SUBMITTED', null)
    expect(() => application.run('a-3', 'SUBMITTED', null)).toThrow('UNIQUE')
    const said = `INSERT INTO confirmation VALUES (1, 'a-2', 1, 0, NULL, '{}', '{}', 0)`
    expect(() => db.exec(said.replace('a-2', 'a-9'))).toThrow('FOREIGN KEY')
    db.exec(said)
    db.exec('DELETE FROM application')
    expect(db.prepare('SELECT * FROM confirmation').all()).toEqual([])
    expect(() => db.exec(`INSERT INTO card_list VALUES ('l', 0, 0)`)).toThrow('CHECK')
  })

  it('170 makes orders and collections: one order a pupil money may come by', () => {
    const db = upTo(170)
    expect(tables(db)).toEqual(expect.arrayContaining(['fee_order', 'collection', 'paper_print']))
    db.exec(`INSERT INTO application (application_id, student_id, kind, state, state_at, opened_at)
             VALUES ('a-1', 's', 'reissue', 'SUBMITTED', 0, 0)`)
    const order = db.prepare(
      `INSERT INTO fee_order VALUES (?, 'a-1', 's', ?, 0, 1, ?, '', 'app', 0, NULL, NULL, NULL)`,
    )
    order.run('o-1', 'CANCELLED', 1_500)
    order.run('o-2', 'UNKNOWN', 1_500)
    expect(() => order.run('o-3', 'PENDING', 1_500)).toThrow('UNIQUE')
    expect(() => order.run('o-3', 'FAILED', 0)).toThrow('CHECK')
    db.exec('DELETE FROM application')
    expect(db.prepare('SELECT * FROM fee_order').all()).toEqual([])
  })

  it('190 makes what the city told: a payment once, and lists of cards with their rows', () => {
    const db = upTo(190)
    expect(tables(db)).toEqual(expect.arrayContaining(['city_row', 'delivery', 'delivery_row']))
    const row = db.prepare(
      `INSERT INTO city_row (row_id, of, content, readable, why, file_digest, line, at)
       VALUES (?, 'payment', ?, 1, 'nobody', '', 2, 0)`,
    )
    expect(() => row.run('short', '{}')).toThrow('CHECK')
    expect(() => row.run('0'.repeat(64), 'no JSON')).toThrow('CHECK')
    row.run('0'.repeat(64), '{}')
    expect(() => row.run('0'.repeat(64), '{}')).toThrow('UNIQUE')
    const card = `INSERT INTO delivery_row (row_id, delivery_id, line, expected) VALUES ('r', 'd', 2, 1)`
    expect(() => db.exec(card)).toThrow('FOREIGN KEY')
    db.exec(`INSERT INTO delivery VALUES ('d', 1, 'digest', 0, NULL)`)
    db.exec(card)
    expect(() => db.exec(`INSERT INTO delivery VALUES ('e', 1, 'digest', 0, NULL)`)).toThrow(
      'UNIQUE',
    )
    db.exec('DELETE FROM delivery')
    expect(db.prepare('SELECT * FROM delivery_row').all()).toEqual([])
  })
})
