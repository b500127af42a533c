import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingDate } from '../../../core/calendarDate.ts'
import { anyDay, anySize, bookOf, type Book } from './book.ts'

const anySchool = fc
  .record({ seed: fc.integer(), students: anySize, today: anyDay })
  .map(({ seed, students, today }) => bookOf(students, seed, today))

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

const numbersOf = (book: Book): readonly string[] =>
  book.cards.flatMap(({ identifiers }) => identifiers.map(({ kind, value }) => `${kind} ${value}`))

describe('whatever the seed, the size and the day', () => {
  it('no two share an id, a 教育ID, a card number or a UID', () => {
    fc.assert(
      fc.property(anySchool, (book) => {
        expect(repeated(book.students.map(({ id }) => id))).toEqual([])
        expect(repeated(book.students.flatMap(({ educationId }) => educationId ?? []))).toEqual([])
        expect(repeated(book.cards.map(({ id }) => id))).toEqual([])
        expect(repeated(numbersOf(book))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('every number has the shape of its kind, and no UID is random', () => {
    const shapes = {
      bmac: /^1000751\d{9}$/,
      't-union': /^31051700\d{11}$/,
      printed: /^1000751\d{13}$/,
      uid: /^(?!08|88)([0-9A-F]{8}|04[0-9A-F]{12})$/,
    }
    fc.assert(
      fc.property(anySchool, (book) => {
        for (const { identifiers } of book.cards) {
          expect(identifiers.length).toBeGreaterThan(0)
          for (const { kind, value } of identifiers) expect(value).toMatch(shapes[kind])
        }
        for (const { educationId, schoolId } of book.students)
          expect(educationId ?? 'none').toMatch(schoolId === 'school-own' ? /^\d{8}$/ : /^none$/)
      }),
      { numRuns: 25 },
    )
  })

  it('a card came into its state on a working day before today, between eight and five', () => {
    fc.assert(
      fc.property(anySchool, ({ cards, today }) => {
        for (const { stateSince } of cards) {
          const beijing = new Date(stateSince + 8 * 3_600_000)
          expect(beijingDate(stateSince) < today).toBe(true)
          expect([1, 2, 3, 4, 5]).toContain(beijing.getUTCDay())
          expect(beijing.getUTCHours()).toBeGreaterThanOrEqual(8)
          expect(beijing.getUTCHours()).toBeLessThan(17)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('a leaver left before today, and every class and school exists', () => {
    fc.assert(
      fc.property(anySchool, ({ students, roll, today }) => {
        const classes = new Set(roll.classes.map(({ id }) => id))
        const schools = new Set(roll.schools.map(({ id }) => id))
        for (const { classId, schoolId, enrolment } of students) {
          expect(schools.has(schoolId)).toBe(true)
          expect(classId === null || classes.has(classId)).toBe(true)
          if (enrolment.kind === 'left') expect(enrolment.on < today).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
})
