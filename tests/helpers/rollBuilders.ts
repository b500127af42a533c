import type { CalendarDate } from '../../core/calendarDate.ts'
import type { Roll, RollCard, RollClass, RollSchool, RollStudent } from '../../core/roll.ts'

export const OWN_SCHOOL: RollSchool = { id: 'school-1', name: '北京市第一实验小学', own: true }
export const OTHER_SCHOOL: RollSchool = { id: 'school-2', name: '北京市第二实验小学', own: false }
export const CLASS_3_2: RollClass = {
  id: 'class-3-2',
  schoolId: OWN_SCHOOL.id,
  grade: 3,
  number: 2,
  name: '三年级2班',
}

export const date = (text: string): CalendarDate => text as CalendarDate

export function aStudent(given: Partial<RollStudent> = {}): RollStudent {
  return {
    id: 'student-1',
    schoolId: OWN_SCHOOL.id,
    classId: CLASS_3_2.id,
    educationId: '00123456',
    name: '王小明',
    sex: 'male',
    enrolment: { kind: 'enrolled' },
    ...given,
  }
}

export function aCard(given: Partial<RollCard> = {}): RollCard {
  return {
    id: 'card-1',
    studentId: 'student-1',
    state: 'ACTIVE',
    stateSince: 1_770_000_000_000,
    stateBy: null,
    faceValidTo: date('2029-07-31'),
    faceSchool: OWN_SCHOOL.name,
    identifiers: [
      { kind: 'bmac', value: '1000751012345678' },
      { kind: 'printed', value: '10007510123456789' },
      { kind: 'uid', value: '04A1B2C3D4E5F6' },
    ],
    ...given,
  }
}

export function aRoll(given: Partial<Roll> = {}): Roll {
  return {
    version: 1,
    asOf: 1_780_000_000_000,
    schools: [OWN_SCHOOL, OTHER_SCHOOL],
    classes: [CLASS_3_2],
    students: [aStudent()],
    cards: [aCard()],
    photos: [],
    ...given,
  }
}

/** A school of any size; every student holds one active card. */
export function aRollOf(students: number): Roll {
  const digits = (n: number, length: number): string => String(n).padStart(length, '0')
  function* range<T>(make: (n: number) => T): Generator<T> {
    for (let n = 1; n <= students; n += 1) yield make(n)
  }
  return aRoll({
    students: range((n) =>
      aStudent({ id: `student-${n}`, educationId: digits(n, 8), name: `学生${n}` }),
    ),
    cards: range((n) =>
      aCard({
        id: `card-${n}`,
        studentId: `student-${n}`,
        identifiers: [
          { kind: 'bmac', value: `1000${digits(n, 12)}` },
          { kind: 'printed', value: `1000${digits(n, 12)}7` },
          { kind: 'uid', value: digits(n, 14) },
        ],
      }),
    ),
  })
}
