import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Roll, RollClass } from '../../core/roll.ts'
import { searchWords } from '../../core/searchQuery.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { findPupils, pupilsNamed } from '../../db/search.ts'
import { aCard, aRoll, aStudent, CLASS_3_2, date, OTHER_SCHOOL } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const CLASS_7_1: RollClass = { ...CLASS_3_2, id: 'class-7-1', grade: 7, number: 1, name: '初一1班' }

function dbWith(roll: Partial<Roll>): Database {
  const db = testDb()
  expect(replaceRoll(db, aRoll({ cards: [], ...roll })).kind).toBe('taken')
  return db
}

const find = (db: Database, text: string, limit = 20) => findPupils(db, searchWords(text), limit)
const ids = (db: Database, text: string) => find(db, text).studentIds

let educationId = 0
function pupil(id: string, name: string, change: Partial<Parameters<typeof aStudent>[0]> = {}) {
  educationId += 1
  return aStudent({ id, name, educationId: String(30_000_000 + educationId), ...change })
}
const left = { kind: 'left', on: date('2026-07-01'), why: 'transferred', to: null } as const

describe('the index', () => {
  it('follows the roll: a new name is found, the old one no more', () => {
    const db = dbWith({ students: [pupil('a', '王小明')] })
    expect(ids(db, '小明')).toEqual(['a'])
    replaceRoll(db, aRoll({ version: 2, students: [pupil('a', '王晓明')], cards: [] }))
    expect(ids(db, '小明')).toEqual([])
    expect(ids(db, '晓明')).toEqual(['a'])
    expect(ids(db, 'wangxm')).toEqual(['a'])
  })

  it('finds nobody any more whom the roll does not name', () => {
    const db = dbWith({ students: [pupil('a', '王小明')] })
    replaceRoll(db, aRoll({ version: 2, students: [pupil('b', '李雷')], cards: [] }))
    expect(find(db, '王')).toEqual({ studentIds: [], total: 0 })
  })

  it('is as it was when a roll is refused', () => {
    const db = dbWith({ version: 5, students: [pupil('a', '王小明')] })
    expect(replaceRoll(db, aRoll({ version: 4, students: [pupil('a', '李雷')] })).kind).toBe(
      'refused',
    )
    const twice = [pupil('a', '李雷'), pupil('a', '李雷')]
    expect(replaceRoll(db, aRoll({ version: 6, students: twice })).kind).toBe('refused')
    expect(ids(db, '王小明')).toEqual(['a'])
    expect(ids(db, '李雷')).toEqual([])
  })

  it('holds who left, behind who is here', () => {
    const db = dbWith({
      students: [
        pupil('left', '王小明', { enrolment: left, classId: null }),
        pupil('here', '王小明'),
      ],
    })
    expect(ids(db, '王小明')).toEqual(['here', 'left'])
  })

  it('holds nobody of another school, by name, number or card', () => {
    const other = pupil('other', '赵一鸣', { schoolId: OTHER_SCHOOL.id, classId: null })
    const db = dbWith({ students: [other], cards: [aCard({ studentId: 'other' })] })
    for (const text of ['赵一鸣', '赵', 'zhao', 'zym', other.educationId ?? '', '1000751012345678'])
      expect([text, find(db, text)]).toEqual([text, { studentIds: [], total: 0 }])
    expect(pupilsNamed(db, '赵一鸣')).toEqual([])
  })

  it('keeps nothing of history: a number that was taken off a card finds nobody', () => {
    const db = dbWith({ students: [pupil('student-1', '王小明')], cards: [aCard()] })
    expect(ids(db, '1000751012345678')).toEqual(['student-1'])
    const cards = [aCard({ identifiers: [{ kind: 'uid', value: '04A1B2C3D4E5F6' }] })]
    replaceRoll(db, aRoll({ version: 2, students: [pupil('student-1', '王小明')], cards }))
    expect(ids(db, '1000751012345678')).toEqual([])
  })
})

describe('the nearest', () => {
  it('stand first: the name, its beginning, the rest; each by class', () => {
    const db = dbWith({
      classes: [CLASS_3_2, CLASS_7_1],
      students: [
        pupil('later', '李张伟'),
        pupil('begins', '张伟民'),
        pupil('exact-7', '张伟', { classId: CLASS_7_1.id }),
        pupil('exact-3', '张伟'),
      ],
    })
    const order = ['exact-3', 'exact-7', 'begins', 'later']
    expect(ids(db, '张伟')).toEqual(order)
    expect(ids(db, 'zhangwei')).toEqual(order)
    expect(ids(db, 'zw')).toEqual(['exact-3', 'begins', 'exact-7', 'later'])
  })

  it('is whose number it is, before whose number begins or ends so', () => {
    const db = dbWith({
      students: [
        aStudent({ id: 'ends', educationId: '30001234', name: '甲' }),
        aStudent({ id: 'begins', educationId: '12340000', name: '乙' }),
      ],
      cards: [],
    })
    expect(ids(db, '1234')).toEqual(['begins', 'ends'])
    expect(ids(db, '234')).toEqual(['ends'])
    expect(ids(db, '34')).toEqual([])
    expect(ids(db, '30001234')).toEqual(['ends'])
  })

  it('is z and hang of nobody when zhang is typed', () => {
    const db = dbWith({ students: [pupil('hang', '张航'), pupil('an', '张安')] })
    expect(ids(db, 'zhang')).toEqual(['an', 'hang'])
  })

  it('are as many as wanted, and all are counted', () => {
    const many = Array.from({ length: 30 }, (_, n) => pupil(`p${n}`, n < 3 ? '张伟' : `李张${n}`))
    const db = dbWith({ students: many, cards: [] })
    const { studentIds, total } = find(db, '张', 5)
    expect(total).toBe(30)
    expect(studentIds).toHaveLength(5)
    expect(studentIds.slice(0, 3).sort()).toEqual(['p0', 'p1', 'p2'])
    expect(new Set(find(db, '张', 100).studentIds).size).toBe(30)
  })
})

describe('what is typed', () => {
  const db = () =>
    dbWith({
      classes: [CLASS_3_2, CLASS_7_1],
      students: [
        aStudent({ id: 'wei', name: '张伟', educationId: '00071234' }),
        pupil('min', '古丽米热·艾尼', { classId: CLASS_7_1.id }),
        pupil('gao', '高一诺'),
      ],
      cards: [
        aCard({
          studentId: 'wei',
          identifiers: [
            { kind: 'bmac', value: '1000751012345678' },
            { kind: 'uid', value: '04A1B2C3D4E5F6' },
          ],
        }),
      ],
    })

  it.each([
    ['三2', ['wei', 'gao']],
    ['三2 张', ['wei']],
    ['张 三年级2班', ['wei']],
    ['2班张', ['wei']],
    ['三 2班', ['wei', 'gao']],
    ['三 2班张', ['wei']],
    ['3班张', []],
    ['三2张伟', ['wei']],
    ['初一', ['min']],
    ['七年级', ['min']],
    ['高一', ['gao']],
    ['三2 z', ['wei']],
    ['初一1班 米', ['min']],
    ['10007510123456781234', ['wei']],
    ['1000 7510 1234 5678', ['wei']],
    ['100075101', ['wei']],
    ['5678', ['wei']],
    ['678', []],
    ['0007', ['wei']],
    ['张 1234', ['wei']],
    ['李', []],
    ['三3', []],
    ['', []],
    ['04A1B2C3D4E5F6', []],
  ])('%j finds %j', (text, wanted) => {
    expect([...ids(db(), text)].sort()).toEqual([...wanted].sort())
  })

  it('never fails, and never means anything to FTS5', () => {
    const one = db()
    const signs = '"*^:+-(){}[]|&!~,.;\'\\/%_<>=?#$@ 「」←⇐№§\u0000\n'
    for (const text of [
      ...signs,
      'NEAR',
      'NEAR(张 伟)',
      'AND',
      'OR NOT',
      'words:张',
      '张" OR "x',
      "'; DROP TABLE student; --",
      '😀',
      '乱'.repeat(100),
      '9'.repeat(100),
      'z'.repeat(100),
      'x '.repeat(50),
      '张 '.repeat(50),
    ])
      expect([text, find(one, text).total]).toEqual([text, expect.any(Number)])
    expect(ids(one, '「张伟」')).toEqual(['wei'])
  })

  it('never fails, whatever it is', () => {
    const one = db()
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.string({ unit: fc.constantFrom(...'张伟三初高2.班年级zh 0-("*^·'), maxLength: 20 }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { studentIds, total } = find(one, text, 100)
        expect(studentIds.length).toBe(total)
      }),
      { numRuns: 500 },
    )
  })
})
