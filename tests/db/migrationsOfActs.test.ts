import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { handedOverOn } from '../../db/collections.ts'
import { migrate, MIGRATIONS } from '../../db/migrate.ts'
import { createSearchBeside } from '../../db/migrations/0160-search-beside.ts'
import { producedCards } from '../../db/openCases.ts'
import { anEmptyPlace, raw, tables, upTo } from '../helpers/testDbForms.ts'

/** How 今天 and every case page find what they count. */
function plansAt(version: number): readonly string[] {
  const ran: string[] = []
  const db = raw(anEmptyPlace(), (sql) => ran.push(sql))
  migrate(
    db,
    MIGRATIONS.filter(({ to }) => to <= version),
  )
  ran.length = 0
  handedOverOn(db, '2026-10-12' as CalendarDate)
  producedCards(db)
  return [...ran].flatMap((sql) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  )
}

describe('migration', () => {
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

  it('180 makes announced fee days: one a stretch, which does not end before it begins', () => {
    const db = upTo(180)
    const days = db.prepare(`INSERT INTO fee_announcement VALUES (?, ?, '公告', 0, NULL)`)
    expect(() => days.run('2026-02-11', '2026-02-09')).toThrow('CHECK')
    days.run('2026-02-09', '2026-02-09')
    expect(() => days.run('2026-02-09', '2026-02-09')).toThrow('UNIQUE')
    days.run('2026-02-09', '2026-02-11')
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

  it('210 gives an order the number of its refund, which none has until it is told', () => {
    const db = upTo(190)
    db.exec(`INSERT INTO application (application_id, student_id, kind, state, state_at, opened_at)
             VALUES ('a-1', 's', 'reissue', 'SUBMITTED', 0, 0);
             INSERT INTO fee_order VALUES ('o-1', 'a-1', 's', 'REFUNDED', 0, 1, 1500, '', 'app', 0,
                                           NULL, NULL, 'N-1')`)
    migrate(db)
    expect(db.prepare('SELECT city_no, refund_no FROM fee_order').all()).toEqual([
      { city_no: 'N-1', refund_no: null },
    ])
  })

  it('210 lets the cards of a day and those that were made be found without reading all', () => {
    const [before, now] = [plansAt(190), plansAt(210)]
    expect(before).toEqual([
      'SCAN collection USING INDEX collection_by_card',
      'SCAN application',
      'USE TEMP B-TREE FOR ORDER BY',
    ])
    expect(now).toEqual([
      'USE TEMP B-TREE FOR count(DISTINCT)', // of one day's
      'SEARCH collection USING INDEX collection_by_time (at>? AND at<?)',
      'SEARCH application USING COVERING INDEX application_by_arrival (arrived_at>?)',
    ])
  })

  it('200 keeps what a card was before, and takes it of found and broken ones from their events', () => {
    const db = upTo(190)
    db.pragma('foreign_keys = OFF')
    const card = db.prepare(`INSERT INTO card VALUES (?, 's', ?, 0, NULL, NULL, NULL, 0)`)
    card.run('found', 'FOUND_HELD')
    card.run('of-the-roll', 'FOUND_HELD')
    card.run('good', 'ACTIVE')
    const event = db.prepare(
      `INSERT INTO event VALUES (?, 'cmd', 0, 'card-state-changed', 's', 'found', ?)`,
    )
    event.run(1, '{"from":"ACTIVE","to":"FOUND_HELD"}')
    event.run(2, '{"from":"REPLACED","to":"FOUND_HELD"}')
    event.run(3, '{"from":"RETURNED","to":"FOUND_HELD","since":0}')
    migrate(db)
    expect(db.prepare('SELECT id, state_before AS was FROM card ORDER BY id').all()).toEqual([
      { id: 'found', was: 'REPLACED' },
      { id: 'good', was: null },
      { id: 'of-the-roll', was: null },
    ])
  })
})
