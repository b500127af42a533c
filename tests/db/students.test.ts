import { describe, expect, it } from 'vitest'
import { Personal } from '../../core/personal.ts'
import type { Enrolment } from '../../core/student.ts'
import type { RollStudent } from '../../core/roll.ts'
import type { Database } from '../../db/database.ts'
import { getPhoto } from '../../db/photos.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { countStudents, getStudent, ownPupil, studentsNamed } from '../../db/students.ts'
import {
  aRoll,
  aStudent,
  CLASS_3_2,
  date,
  OTHER_SCHOOL,
  OWN_SCHOOL,
} from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

function dbWith(...students: readonly RollStudent[]): Database {
  const db = testDb()
  expect(replaceRoll(db, aRoll({ students, cards: [] })).kind).toBe('taken')
  return db
}

const LEFT: Enrolment = { kind: 'left', on: date('2026-07-01'), why: 'graduated', to: null }

describe('a student', () => {
  it('is given with school and class by name', () => {
    const { educationId, name, ...plain } = getStudent(dbWith(aStudent()), 'student-1') ?? {}
    expect([educationId?.reveal(), name?.reveal()]).toEqual(['00123456', '王小明'])
    expect(plain).toEqual({
      id: 'student-1',
      sex: 'male',
      school: OWN_SCHOOL.name,
      ownSchool: true,
      className: CLASS_3_2.name,
      enrolment: { kind: 'enrolled' },
      hasPhoto: false,
    })
  })

  it('of another school has no 教育ID and no class here', () => {
    const db = dbWith(aStudent({ schoolId: OTHER_SCHOOL.id, classId: null, educationId: null }))
    expect(getStudent(db, 'student-1')).toMatchObject({
      school: OTHER_SCHOOL.name,
      ownSchool: false,
      className: null,
      educationId: null,
    })
  })

  it.each<Enrolment>([
    { kind: 'enrolled' },
    { kind: 'temporary', until: null },
    { kind: 'temporary', until: date('2027-01-31') },
    { kind: 'suspended', since: date('2026-03-01') },
    LEFT,
    { kind: 'left', on: date('2026-03-01'), why: 'transferred', to: '上海市第一小学' },
    { kind: 'left', on: date('2026-03-01'), why: 'other', to: null },
  ])('keeps an enrolment as it was given: %o', (enrolment) => {
    expect(getStudent(dbWith(aStudent({ enrolment })), 'student-1')?.enrolment).toEqual(enrolment)
  })

  it.each(['㛃𬭎', '阿卜杜热西提·麦麦提艾力', "O'Neil; DROP TABLE student --", '王\u200d明'])(
    'keeps any name as it was given: %s',
    (name) => {
      expect(getStudent(dbWith(aStudent({ name })), 'student-1')?.name.reveal()).toBe(name)
    },
  )

  it('is null when there is none', () => {
    expect(getStudent(testDb(), 'student-1')).toBeNull()
  })
})

it('an own pupil is nobody of another school, and nobody at all', () => {
  const db = dbWith(
    aStudent({ enrolment: LEFT }),
    aStudent({ id: 'elsewhere', schoolId: OTHER_SCHOOL.id, classId: null, educationId: null }),
  )
  expect(ownPupil(db, 'student-1')).toEqual(getStudent(db, 'student-1'))
  expect(['elsewhere', 'nobody', null].map((id) => ownPupil(db, id))).toEqual([null, null, null])
})

it('the students of a desk are those on the roll of its own school', () => {
  const db = dbWith(
    aStudent({ id: '1', educationId: '00000001' }),
    aStudent({ id: '2', educationId: '00000002', enrolment: LEFT }),
    aStudent({ id: '3', educationId: null, schoolId: OTHER_SCHOOL.id, classId: null }),
    aStudent({ id: '4', educationId: '00000004', enrolment: { kind: 'temporary', until: null } }),
  )
  expect(countStudents(db)).toBe(2)
  expect(countStudents(testDb())).toBe(0)
})

it('pupils of the very same name are those on the roll of the own school', () => {
  const db = dbWith(
    aStudent({ id: '1', educationId: '00000001' }),
    aStudent({ id: '2', educationId: '00000002', enrolment: LEFT }),
    aStudent({ id: '3', educationId: null, schoolId: OTHER_SCHOOL.id, classId: null }),
    aStudent({ id: '4', educationId: '00000004', name: '王小' }),
    aStudent({ id: '5', educationId: '00000005', enrolment: { kind: 'temporary', until: null } }),
  )
  expect(studentsNamed(db, new Personal('王小明')).map((one) => one.id)).toEqual(['1', '5'])
  expect(studentsNamed(db, new Personal('王'))).toEqual([])
})

it('a photo comes back byte for byte, and as its own copy', () => {
  const db = testDb()
  const bytes = Uint8Array.from({ length: 20_000 }, (_, n) => n % 251)
  replaceRoll(db, aRoll({ photos: [{ studentId: 'student-1', mime: 'image/webp', bytes }] }))
  const photo = getPhoto(db, 'student-1')
  expect(photo?.mime).toBe('image/webp')
  expect(photo?.bytes).toEqual(bytes)
  expect(photo?.bytes.buffer.byteLength).toBe(bytes.length)
  expect(getPhoto(db, 'student-2')).toBeNull()
})
