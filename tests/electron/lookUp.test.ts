import { describe, expect, it } from 'vitest'
import type { StudentLine } from '../../core/studentShown.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { scan } from '../../electron/scan.ts'
import { search } from '../../electron/search.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import { aCard, aRoll, aStudent, OTHER_SCHOOL } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { MONDAY } from './builders.ts'
import { openDesk } from './openDesk.ts'

const TODAY = beijingDate(MONDAY)

/** 王小明 with two cards, 李雷 whose 教育ID reads as the UID of 王小明's old card, a pupil elsewhere. */
function aSchool(): Database {
  const db = testDb()
  const taken = replaceRoll(
    db,
    aRoll({
      students: [
        aStudent(),
        aStudent({ id: 'lei', name: '李雷', educationId: '12345678' }),
        aStudent({ id: 'wei-1', name: '张伟', educationId: '20131005' }),
        aStudent({ id: 'wei-2', name: '张伟', educationId: '30000002' }),
        aStudent({
          id: 'other',
          name: '赵一鸣',
          schoolId: OTHER_SCHOOL.id,
          educationId: null,
          classId: null,
        }),
      ],
      cards: [
        aCard(),
        aCard({ id: 'old', state: 'REPLACED', identifiers: [{ kind: 'uid', value: '12345678' }] }),
        aCard({ id: 'wei', studentId: 'wei-1', identifiers: [{ kind: 'uid', value: 'A3B4C5D6' }] }),
        aCard({
          id: 'other',
          studentId: 'other',
          identifiers: [{ kind: 'uid', value: '0411223344AABB' }],
        }),
        aCard({
          id: 'nobodys',
          studentId: null,
          faceSchool: null,
          identifiers: [{ kind: 'bmac', value: '1000759999999999' }],
        }),
        // begins as the number of somebody's identity card does
        aCard({ id: 'alike', identifiers: [{ kind: 'bmac', value: '1101012013100512' }] }),
      ],
    }),
  )
  expect(taken.kind).toBe('taken')
  return db
}

const names = (lines: readonly StudentLine[]) => lines.map(({ name }) => name)

describe('a typed search', () => {
  it('shows of a pupil what tells two apart, and the number as a tail', () => {
    const { lines, total, remark } = search(aSchool(), '王小明', 20, TODAY)
    expect({ total, remark }).toEqual({ total: 1, remark: null })
    expect(lines).toEqual([
      {
        studentId: 'student-1',
        name: '王小明',
        sex: 'male',
        className: '三年级2班',
        educationIdTail: '3456',
        enrolment: 'enrolled',
        card: 'ACTIVE',
        hasPhoto: false,
      },
    ])
  })

  it('shows no card where there is none', () => {
    expect(search(aSchool(), '李雷', 20, TODAY).lines[0]?.card).toBeNull()
  })

  it('of a date asks whether it is one, also when it is somebody’s 教育ID', () => {
    const db = aSchool()
    for (const [text, found] of [
      ['20131005', ['张伟']],
      ['2013-10-05', ['张伟']],
      ['20131006', []],
    ] as const) {
      const { lines, remark } = search(db, text, 20, TODAY)
      expect([text, names(lines), remark]).toEqual([text, found, 'looks-like-birth-date'])
    }
    expect(search(db, '12345678', 20, TODAY).remark).toBeNull()
    expect(search(db, '张伟 20131005', 20, TODAY).remark).toBeNull()
  })

  it('of nothing finds nobody', () => {
    expect(search(aSchool(), '  ', 20, TODAY)).toEqual({ lines: [], total: 0, remark: null })
  })
})

describe('a scanned code', () => {
  const look = (text: string) => scan(aSchool(), text, TODAY)

  it.each([
    ['00123456', 'student-1', 'education-id', null],
    ['https://bjt.example/q?id=00123456&v=2\r\n', 'student-1', 'education-id', null],
    ['王小明，00123456，北京市第一实验小学', 'student-1', 'education-id', null],
    ['1000751012345678', 'student-1', 'card-number', 'card-1'],
    ['10007510123456789', 'student-1', 'card-number', 'card-1'],
    ['10007510123456780000', 'student-1', 'card-number', 'card-1'],
    ['04A1B2C3D4E5F6', 'student-1', 'uid', 'card-1'],
    ['f6e5d4c3b2a104', 'student-1', 'uid', 'card-1'],
    ['A3B4C5D6', 'wei-1', 'uid', 'wei'],
    ['d6c5b4a3', 'wei-1', 'uid', 'wei'],
    ['2746533334', 'wei-1', 'uid', 'wei'],
    ['3603281059', 'wei-1', 'uid', 'wei'],
    ['张伟 20131005', 'wei-1', 'education-id', null],
    ['王小明', 'student-1', 'name', null],
  ])('%j is the pupil', (text, studentId, by, cardId) => {
    expect(look(text)).toMatchObject({ kind: 'student', student: { studentId }, by, cardId })
  })

  it('of a name that two have is shown to choose from', () => {
    const found = look('张伟')
    expect(found.kind === 'several' && found.students.map((one) => one.studentId).sort()).toEqual([
      'wei-1',
      'wei-2',
    ])
  })

  it('of eight digits that are one’s 教育ID and another’s UID is shown to choose from', () => {
    const found = look('12345678')
    expect(found.kind === 'several' && names(found.students).sort()).toEqual(['李雷', '王小明'])
  })

  it.each([
    ['0411223344AABB', { kind: 'other-school', school: OTHER_SCHOOL.name }],
    ['1000759999999999', { kind: 'other-school', school: null }],
    ['赵一鸣', { kind: 'none', why: 'nothing-in-it' }],
    ['20131006', { kind: 'none', why: 'looks-like-birth-date' }],
    ['99999999', { kind: 'none', why: 'unknown-number' }],
    ['08A1B2C3', { kind: 'none', why: 'unknown-number' }],
    ['110101201310051234', { kind: 'none', why: 'unknown-number' }],
    ['6901234567892', { kind: 'none', why: 'unknown-number' }],
    ['G110101201310051234', { kind: 'none', why: 'unknown-number' }],
    ['\r\n', { kind: 'none', why: 'nothing-in-it' }],
  ] as const)('%j opens nobody', (text, answer) => {
    expect(look(text)).toEqual(answer)
  })
})

describe('the desk of a rehearsal school', () => {
  it('finds and scans, and records no tap by it', async () => {
    const { desk, taps } = await openDesk()
    const { lookUp } = desk
    const { lines, total } = lookUp.find('张伟', 20)
    expect(total).toBeGreaterThan(1)
    expect(names(lines.slice(0, 2))).toEqual(['张伟', '张伟'])
    expect(lookUp.find('shanyq', 5).lines[0]?.name).toBe('单以晴')
    expect(lookUp.find('钱梓萱', 5).lines[0]?.enrolment).toBe('left')
    expect(lookUp.find('吴嘉怡', 5).lines.filter((one) => one.className === null)).toEqual([])
    expect(lookUp.scan('孟语彤 00071234\r')).toMatchObject({
      kind: 'student',
      by: 'education-id',
      student: { name: '孟语彤', educationIdTail: '1234' },
    })
    expect(lookUp.find('20120908', 5)).toMatchObject({
      lines: [{ name: '许星睿' }],
      remark: 'looks-like-birth-date',
    })
    expect(taps).toEqual([])
    expect(desk.taps.recent(5)).toEqual([])
    expect(desk.state()).toMatchObject({ kind: 'open', waiting: 0 })
  })

  it('shows no whole number of anybody', async () => {
    const { desk } = await openDesk()
    const shown = JSON.stringify([desk.lookUp.find('张', 100), desk.lookUp.scan('00071234')])
    expect(shown).not.toMatch(/\d{8}/)
  })

  it('whose real school is empty finds nobody', async () => {
    const { desk } = await openDesk(['--school'])
    expect(desk.lookUp.find('张伟', 20)).toEqual({ lines: [], total: 0, remark: null })
    expect(desk.lookUp.scan('00071234')).toEqual({ kind: 'none', why: 'unknown-number' })
  })
})
