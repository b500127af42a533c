import { expect, it } from 'vitest'
import { searchWords } from '../../core/searchQuery.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import { addToFreshIndex, beginFreshIndex, useFreshIndex } from '../../db/searchFresh.ts'
import { fillSearchIndex, indexLines } from '../../db/searchIndex.ts'
import { withPupilFound } from '../../db/searchPupil.ts'
import { aRollOf } from '../helpers/rollBuilders.ts'
import { testDb, testPlace } from '../helpers/testDb.ts'

const found = (db: Database, text: string): readonly string[] =>
  findPupils(db, searchWords(text), 5).studentIds

function freshOf(db: Database): void {
  beginFreshIndex(db)
  const lines = [...indexLines(db)]
  for (let at = 0; at < lines.length; at += 100) addToFreshIndex(db, lines.slice(at, at + 100))
  useFreshIndex(db)
}

it('an index made beside the one in use finds the same', () => {
  const db = testDb()
  replaceRoll(db, aRollOf(300))
  const asked = ['学生17', 'xuesheng', '00000123', '1000000000000042']
  const before = asked.map((text) => found(db, text))
  freshOf(db)
  expect(asked.map((text) => found(db, text))).toEqual(before)
  freshOf(db) // once more, over what is there
  expect(asked.map((text) => found(db, text))).toEqual(before)
})

it('one that was cut off is not asked, and the next one begins anew', () => {
  const place = testPlace()
  const db = place.open()
  replaceRoll(db, aRollOf(10))
  beginFreshIndex(db)
  addToFreshIndex(db, [{ place: 1, studentId: 'student-1', words: '「学生1」' }])
  db.close()
  const again = place.open()
  expect(found(again, '学生9')).toEqual(['student-9'])
  const left = again.prepare(
    `SELECT count(*) AS n FROM search_word_beside WHERE search_word_beside MATCH '「学生1」'`,
  )
  expect(left.get()).toEqual({ n: 1 })
  fillSearchIndex(again)
  expect(left.get()).toEqual({ n: 0 })
  freshOf(again)
  expect(found(again, '学生9')).toEqual(['student-9'])
})

it('a pupil changed in it is found by the new and no longer by the old, as if all were made anew', () => {
  const db = testDb()
  replaceRoll(db, aRollOf(50))
  const number = '1000999999999999'
  db.transaction(() =>
    withPupilFound(db, ['student-7'], () =>
      db.exec(
        `UPDATE card_identifier SET value = '${number}' WHERE card_id = 'card-7' AND kind = 'bmac'`,
      ),
    ),
  ).immediate()
  const asked = [number, '1000000000000007', '学生7', '00000007']
  const now = asked.map((text) => found(db, text))
  expect(now[0]).toEqual(['student-7'])
  fillSearchIndex(db)
  expect(asked.map((text) => found(db, text))).toEqual(now)
})
