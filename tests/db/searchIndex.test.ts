import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { searchWords } from '../../core/searchQuery.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import { classForms, searchedName, searchForms } from '../../db/searchForms.ts'
import { INDEX_FORM } from '../../db/searchIndex.ts'
import { aRoll, aStudent } from '../helpers/rollBuilders.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

const students = [
  aStudent({ id: 'a', name: '单以晴' }),
  aStudent({ id: 'b', name: '李雷', educationId: '30000001' }),
]

/** A desk with a roll, left as `change` leaves it. */
function aDesk(change: (db: Database) => void): TestPlace {
  const place = testPlace()
  const db = openDatabase(place)
  expect(replaceRoll(db, aRoll({ students, cards: [] })).kind).toBe('taken')
  change(db)
  db.close()
  return place
}

const empty = (db: Database) =>
  db.exec(`DELETE FROM search_pupil; INSERT INTO search_word (search_word) VALUES ('delete-all')`)
const ids = (db: Database, text: string) => findPupils(db, searchWords(text), 20).studentIds
const one = (db: Database, sql: string): unknown =>
  (db.prepare(sql).get() as { it: unknown } | undefined)?.it
const form = (db: Database): unknown => one(db, 'SELECT form AS it FROM search_form')
/** Rows this connection has written since it was opened. */
const written = (db: Database): unknown => one(db, 'SELECT total_changes() AS it')

const PHOTO_OF_THEN = `CREATE TABLE photo (
  student_id TEXT PRIMARY KEY REFERENCES student (id), mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT`

describe('at a start, the index', () => {
  it.each([
    ['older', `UPDATE search_form SET form = ${INDEX_FORM - 1}`],
    ['missing', 'DELETE FROM search_form'],
    ['newer, of a program that was taken back', `UPDATE search_form SET form = ${INDEX_FORM + 1}`],
  ])('whose form is %s is filled anew, once', (_, sql) => {
    const place = aDesk((db) => {
      empty(db)
      db.exec(sql)
    })
    const first = openDatabase(place)
    expect([ids(first, 'shan'), form(first)]).toEqual([['a'], INDEX_FORM])
    first.close()
    expect(written(place.open())).toBe(0)
  })

  it('is filled for a roll that was there before there was one', () => {
    const place = aDesk((db) =>
      db.exec(`DROP TABLE search_word; DROP TABLE search_pupil; DROP TABLE search_form;
               DROP TABLE card_fare; DROP TABLE reader_day; DROP TABLE audit; DROP TABLE audit_head; DROP INDEX student_by_name;
               DROP TABLE operator; ALTER TABLE desk DROP COLUMN alone;
               DROP TABLE school_basis; DROP TABLE pupil_basis; DROP TABLE retention_setting;
               DROP TABLE retention_run; DROP TABLE pupil_gone;
               DROP TABLE calendar_day; DROP TABLE calendar_year; DROP TABLE term; DROP TABLE fee_announcement; ALTER TABLE card DROP COLUMN state_before;
               DROP TABLE confirmation; DROP TABLE fee_order; DROP TABLE collection; DROP TABLE paper_print; DROP TABLE city_row; DROP TABLE delivery_row; DROP TABLE delivery; DROP TABLE application; DROP TABLE card_list;
               DROP TABLE event; DROP TABLE roll_change; DROP TABLE part_waiting; DROP TABLE file_mapping;
               DROP TABLE annual_tap; DROP TABLE search_word_beside;
               DROP TABLE photo; DROP TABLE picture; DROP TABLE photo_before; ${PHOTO_OF_THEN};
               DROP INDEX outbox_to_empty; DROP INDEX student_by_left_on;
               PRAGMA user_version = 50`),
    )
    expect(ids(place.open(), 'shan')).toEqual(['a'])
  })

  it('of this form is left as it is', () => {
    const place = aDesk(empty)
    const db = place.open()
    expect([ids(db, 'shan'), written(db)]).toEqual([[], 0])
  })

  it('of a desk without a roll waits for one', () => {
    const place = testPlace()
    openDatabase(place).close()
    const db = place.open()
    expect([form(db), written(db)]).toEqual([undefined, 0])
  })

  it('is never touched by who only reads', () => {
    const place = aDesk((db) => {
      empty(db)
      db.exec('DELETE FROM search_form')
    })
    const reader = openDatabase({ ...place, readonly: true })
    expect([ids(reader, 'shan'), form(reader)]).toEqual([[], undefined])
    reader.close()
  })

  it('is filled whole or not at all', () => {
    const place = aDesk((db) =>
      db.exec(`UPDATE search_form SET form = 0;
               CREATE TRIGGER fails BEFORE INSERT ON search_pupil WHEN NEW.place = 2
               BEGIN SELECT RAISE (ABORT, 'half-way'); END`),
    )
    expect(failureOf(() => openDatabase(place)).message).toContain('search index')
    const reader = openDatabase({ ...place, readonly: true })
    expect([ids(reader, 'shan'), ids(reader, 'lilei'), form(reader)]).toEqual([['a'], ['b'], 0])
    reader.close()
  })
})

it('has this form: where it changes, INDEX_FORM is raised with it', () => {
  const names = [
    '张伟',
    '王𬭎',
    '单以晴',
    '曾令辉',
    '欧阳静姝',
    '阿卜杜·热合曼·吐尔逊',
    'Anna 李',
    '吕〇',
  ]
  const classes = ['三年级2班', '国际部A班', '2024级 3班', '三年级2班（实验）', '初三2班']
  const words = names.map((name) =>
    searchForms({
      name: searchedName(name),
      educationId: '00071234',
      classForms: classes.flatMap((called) => classForms(3, 2, called)),
      cardNumbers: ['1000751136141285', '3105170012345678901'],
    }),
  )
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
  expect({ form: INDEX_FORM, hash }).toEqual({ form: 1, hash: '9c117771e65edef1' })
})
