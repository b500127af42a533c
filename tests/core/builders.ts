import type { Card, CardState } from '../../core/card.ts'
import type { CardRead } from '../../core/cardRead.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { Personal } from '../../core/personal.ts'
import type { Student } from '../../core/student.ts'
import type { Found } from '../../core/verdict.ts'

export const day = (text: string): CalendarDate => text as CalendarDate

export const TODAY = day('2026-10-12')

export const aCard = (change: Partial<Card> = {}): Card => ({
  id: 'card-1',
  studentId: 'student-1',
  state: 'ACTIVE',
  stateSince: Date.UTC(2026, 8, 1),
  stateBy: '李老师',
  faceValidTo: day('2029-08-31'),
  faceSchool: '演练校',
  ...change,
})

export const aStudent = (change: Partial<Student> = {}): Student => ({
  id: 'student-1',
  educationId: new Personal('01234567'),
  name: new Personal('张伟'),
  sex: 'male',
  school: '演练校',
  ownSchool: true,
  className: '三年级2班',
  enrolment: { kind: 'enrolled' },
  hasPhoto: true,
  ...change,
})

export const bmac = (
  change: Partial<Extract<CardRead, { family: 'bmac' }>> = {},
): Extract<CardRead, { family: 'bmac' }> => ({
  family: 'bmac',
  number: '1000751136141285',
  uid: '0A1B2C3D',
  enabled: true,
  blacklisted: false,
  transit: { from: day('2024-09-01'), to: day('2027-09-30') },
  ...change,
})

export const found = (
  card: Partial<Card> = {},
  student: Student | null = aStudent(),
  activeCards = 1,
): Found => ({ kind: 'card', card: aCard(card), student, activeCards })

export const CARD_STATES: readonly CardState[] = [
  'ORDERED',
  'FAILED',
  'ARRIVED',
  'WITH_TEACHER',
  'ACTIVE',
  'LOST',
  'DAMAGED',
  'FOUND_HELD',
  'REPLACED',
  'RETURNED',
  'LEFT',
  'KEPT_BY_LEAVER',
  'VOID',
]
