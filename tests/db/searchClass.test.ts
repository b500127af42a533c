import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RollClass } from '../../core/roll.ts'
import { searchWords } from '../../core/searchQuery.ts'
import { nameKey } from '../../core/searchText.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils } from '../../db/search.ts'
import { aRoll, aStudent, CLASS_3_2 } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const ids = (db: Database, text: string) => findPupils(db, searchWords(text), 20).studentIds

/** Makes 王小明 the only pupil of a class of that name; 李雷 is in 三年级2班. */
function rename(db: Database, version: number, called: Partial<RollClass>): Database {
  const odd = { ...CLASS_3_2, id: 'odd', ...called }
  const students = [
    aStudent({ id: 'a', classId: odd.id }),
    aStudent({ id: 'b', name: '李雷', educationId: '30000001' }),
  ]
  const roll = aRoll({ version, classes: [CLASS_3_2, odd], students, cards: [] })
  expect(replaceRoll(db, roll).kind).toBe('taken')
  return db
}

describe('a class', () => {
  it('is found by a name that says no grade', () => {
    const db = rename(testDb(), 1, { grade: 7, number: 1, name: '国际部A班' })
    for (const text of ['国际', '国际部', '初一1', '7.1', '1班'])
      expect([text, ids(db, text)]).toEqual([text, ['a']])
  })

  it.each([
    ['国际部A班', '国际部A', '国际部a班', '国际部A班 王', '王 国际部A班'],
    ['国际部 A班', '国际部A班', 'A班'],
    ['2024级3班', '2024级', '2024级3', '2024级3班 王小明', '2024级3班 wxm'],
    ['三年级2班（实验）', '三年级2班实验', '三2实验'],
    ['初三2班', '初三(2)班', '九年级2班'], // the eighth year, where 初中 has four
    ['Grade 8 Class 1', 'grade 8', 'Class 1'],
    ['IB 8甲', 'ib'],
    ['甲'],
    ['801'],
  ])('called %j is found by its own name', (...texts) => {
    const db = rename(testDb(), 1, { grade: 8, number: 1, name: texts[0] })
    for (const text of texts) expect([text, ids(db, text)]).toEqual([text, ['a']])
  })

  it('is found by its full name, whatever it is called', () => {
    const db = testDb()
    const unit = fc.constantFrom(...'一三初高年级班甲国Ab1239.()')
    const part = fc.string({ unit, maxLength: 8 })
    let version = 0
    fc.assert(
      fc.property(part, part, (one, other) => {
        const name = `${one} ${other}`.trim()
        fc.pre(nameKey(name) !== '')
        rename(db, (version += 1), { name, number: 3 })
        expect([name, ids(db, name).includes('a')]).toEqual([name, true])
      }),
      { numRuns: 300 },
    )
  })
})
