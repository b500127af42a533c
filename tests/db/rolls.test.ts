import { describe, expect, it } from 'vitest'
import type { Roll } from '../../core/roll.ts'
import { countActiveCards, findCandidates, getCard } from '../../db/cards.ts'
import { getDataState } from '../../db/dataState.ts'
import type { Database } from '../../db/database.ts'
import { getPhoto } from '../../db/photos.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { countStudents, getStudent } from '../../db/students.ts'
import { recentTaps, recordTap } from '../../db/taps.ts'
import {
  aCard,
  aRoll,
  aRollOf,
  aStudent,
  OTHER_SCHOOL,
  OWN_SCHOOL,
} from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const photo = (text: string): Roll['photos'] => [
  { studentId: 'student-1', mime: 'image/png', bytes: new TextEncoder().encode(text) },
]

function dbWith(roll: Partial<Roll> = {}): Database {
  const db = testDb()
  expect(replaceRoll(db, aRoll(roll)).kind).toBe('taken')
  return db
}

const firstSeen = (db: Database): unknown =>
  db.prepare(`SELECT first_seen_at AS at FROM card_identifier WHERE kind = 'bmac'`).all()

describe('a roll', () => {
  it('is there, whole, with its version and its day', () => {
    const db = dbWith({ photos: photo('face') })
    expect(getDataState(db)).toEqual({ version: 1, asOf: 1_780_000_000_000 })
    expect(getOwnSchool(db)).toEqual({ id: OWN_SCHOOL.id, name: OWN_SCHOOL.name })
    expect(countStudents(db)).toBe(1)
    expect(countActiveCards(db, 'student-1')).toBe(1)
    expect(getStudent(db, 'student-1')?.hasPhoto).toBe(true)
  })

  it('takes away what it does not name any more', () => {
    const db = dbWith({ photos: photo('face') })
    const next = aRoll({
      version: 2,
      students: [aStudent({ id: 'student-2', educationId: '00000002' })],
      cards: [
        aCard({
          id: 'card-2',
          studentId: 'student-2',
          identifiers: [{ kind: 'uid', value: 'AA' }],
        }),
      ],
    })
    expect(replaceRoll(db, next)).toEqual({ kind: 'taken', students: 1, cards: 1 })
    expect(getStudent(db, 'student-1')).toBeNull()
    expect(getCard(db, 'card-1')).toBeNull()
    expect(getPhoto(db, 'student-1')).toBeNull()
    expect(findCandidates(db, aCard().identifiers)).toEqual([])
  })

  it('leaves the taps of students who have gone, with the ids they were recorded with', () => {
    const db = dbWith()
    recordTap(db, aTap({ tapId: 'tap-1' }))
    replaceRoll(db, aRoll({ version: 2, students: [], cards: [] }))
    expect(recentTaps(db, 1)).toMatchObject([{ tapId: 'tap-1', name: null, className: null }])
    const ids = db.prepare('SELECT student_id, card_id FROM tap').all()
    expect(ids).toEqual([{ student_id: 'student-1', card_id: 'card-1' }])
  })

  it('keeps when an identifier was first seen', () => {
    const db = dbWith()
    const before = firstSeen(db)
    replaceRoll(db, aRoll({ version: 2, asOf: 1_790_000_000_000 }))
    expect(firstSeen(db)).toEqual(before)
  })

  it("keeps the desk's own identifiers of a card that stays", () => {
    const db = dbWith()
    db.exec(`INSERT INTO card_identifier VALUES ('card-1', 'uid', 'BB', 'desk', 0, NULL, NULL, 1)`)
    replaceRoll(db, aRoll({ version: 2 }))
    expect(findCandidates(db, [{ kind: 'uid', value: 'BB' }])).toHaveLength(1)
    replaceRoll(db, aRoll({ version: 3, cards: [] }))
    expect(findCandidates(db, [{ kind: 'uid', value: 'BB' }])).toEqual([])
  })

  it('changes what has changed: name, enrolment, photo, the number of a card', () => {
    const db = dbWith({ photos: photo('old') })
    replaceRoll(
      db,
      aRoll({
        version: 2,
        students: [aStudent({ name: '王晓明', enrolment: { kind: 'temporary', until: null } })],
        cards: [aCard({ identifiers: [{ kind: 'bmac', value: '1000751000000000' }] })],
        photos: photo('new'),
      }),
    )
    const student = getStudent(db, 'student-1')
    expect(student?.name.reveal()).toBe('王晓明')
    expect(student?.enrolment).toEqual({ kind: 'temporary', until: null })
    expect(findCandidates(db, aCard().identifiers)).toEqual([])
    expect(new TextDecoder().decode(getPhoto(db, 'student-1')?.bytes)).toBe('new')
  })

  it('may be the same version again, and may swap two 教育ID', () => {
    const students = (first: string, second: string): Roll['students'] => [
      aStudent({ id: 'a', educationId: first }),
      aStudent({ id: 'b', educationId: second }),
    ]
    const db = dbWith({ students: students('00000001', '00000002'), cards: [] })
    const again = aRoll({ students: students('00000002', '00000001'), cards: [] })
    expect(replaceRoll(db, again).kind).toBe('taken')
    expect(getStudent(db, 'a')?.educationId?.reveal()).toBe('00000002')
  })

  it('of 3,000 students is taken over in well under two seconds', () => {
    const start = performance.now()
    expect(replaceRoll(testDb(), aRollOf(3000)).kind).toBe('taken')
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('a roll is refused, and the one in force stays whole,', () => {
  const student = aStudent()
  const card = aCard()
  const broken = new Error('the source broke off')
  function* breaksOff(): Generator<typeof card> {
    yield card
    throw broken
  }

  it.each<[string, Partial<Roll>, object]>([
    ['when it is older', { version: 4 }, { why: 'older', inForce: 5 }],
    ['without a school of its own', { schools: [OTHER_SCHOOL] }, { why: 'own-school' }],
    [
      'with two schools of its own',
      { schools: [OWN_SCHOOL, { ...OTHER_SCHOOL, own: true }] },
      { why: 'own-school' },
    ],
    ['with a student twice', { students: [student, student] }, { why: 'row-twice' }],
    ['with a card twice', { cards: [card, card] }, { why: 'row-twice' }],
    [
      'with one 教育ID for two',
      { students: [student, aStudent({ id: 'student-2' })] },
      { why: 'education-id-twice' },
    ],
    [
      'with a 教育ID of seven digits',
      { students: [aStudent({ educationId: '1234567' })] },
      { why: 'malformed' },
    ],
    [
      'with a card of a student it does not name',
      { cards: [aCard({ studentId: 'nobody' })] },
      { why: 'malformed' },
    ],
  ])('%s', (_, roll, refusal) => {
    const db = dbWith({ version: 5, photos: photo('face') })
    expect(replaceRoll(db, aRoll({ version: 6, students: [], cards: [], ...roll }))).toEqual({
      kind: 'refused',
      ...refusal,
    })
    expectWhole(db)
  })

  it('when its source breaks off', () => {
    const db = dbWith({ version: 5, photos: photo('face') })
    expect(() => replaceRoll(db, aRoll({ version: 6, cards: breaksOff() }))).toThrow(
      expect.objectContaining({ code: 'internal', cause: broken }),
    )
    expectWhole(db)
  })

  function expectWhole(db: Database): void {
    expect(getDataState(db)?.version).toBe(5)
    expect(getStudent(db, 'student-1')?.hasPhoto).toBe(true)
    expect(findCandidates(db, card.identifiers)).toHaveLength(3)
  }
})
