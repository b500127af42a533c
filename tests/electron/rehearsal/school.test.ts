import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import { LEAST_STUDENTS } from '../../../electron/rehearsal/population.ts'
import { generateSchool, MOST_STUDENTS } from '../../../electron/rehearsal/school.ts'
import { bookOf, grouped, TODAY } from './book.ts'
import { HARD_CASES } from './hardCases.ts'

const usual = bookOf(3000)
const smallest = bookOf(1)

function digest(students: number, seed: number, today: CalendarDate): string {
  const { roll, samples } = generateSchool({ seed, students, today })
  const hash = createHash('sha256')
  for (const part of [roll.classes, roll.students, roll.cards, samples])
    for (const row of part) hash.update(JSON.stringify(row))
  for (const photo of roll.photos) hash.update(photo.studentId).update(photo.bytes)
  return hash.digest('hex')
}

describe('the rehearsal school', () => {
  it('is the same school for the same seed, and another for another', () => {
    expect(digest(200, 7, TODAY)).toBe(digest(200, 7, TODAY))
    expect(digest(200, 8, TODAY)).not.toBe(digest(200, 7, TODAY))
  })

  it('has 3,000 pupils in 72 classes of 35 to 45', () => {
    expect(usual.ownPupils).toHaveLength(3000)
    expect(usual.roll.classes).toHaveLength(72)
    const sizes = [...grouped(usual.ownPupils, ({ classId }) => classId).values()].map(
      (pupils) => pupils.length,
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(35)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(45)
    expect(usual.roll.classes[0]?.name).toBe('一年级1班')
    expect(usual.roll.classes.at(-1)?.name).toBe('高三6班')
  })

  it('grows by classes, not by larger classes', () => {
    const { roll } = bookOf(20_000)
    expect(20_000 / roll.classes.length).toBeGreaterThan(35)
    expect(20_000 / roll.classes.length).toBeLessThan(45)
  })

  it('has one own school, 演练校, and says of the others that they are rehearsed', () => {
    const { schools } = usual.roll
    expect(schools.filter(({ own }) => own).map(({ name }) => name)).toEqual(['演练校'])
    for (const { name, own } of schools) if (!own) expect(name).toContain('演练')
  })

  it('is mostly good cards, with some tens of lost and of replaced ones', () => {
    const count = (state: string) => usual.cards.filter((card) => card.state === state).length
    expect(count('ACTIVE')).toBeGreaterThan(2700)
    for (const state of ['LOST', 'REPLACED']) {
      expect(count(state)).toBeGreaterThan(20)
      expect(count(state)).toBeLessThan(150)
    }
  })

  it.each(Object.keys(HARD_CASES))('holds %s, at any size', (name) => {
    expect(HARD_CASES[name]?.(usual).length).toBeGreaterThan(0)
    expect(HARD_CASES[name]?.(smallest).length).toBeGreaterThan(0)
  })

  it('holds a card the city knows and nobody owns', () => {
    expect(smallest.cards.some(({ studentId }) => studentId === null)).toBe(true)
  })

  it('is raised to the least size that seats every hard case', () => {
    expect(bookOf(1).ownPupils).toHaveLength(LEAST_STUDENTS)
    expect(bookOf(LEAST_STUDENTS + 1).ownPupils).toHaveLength(LEAST_STUDENTS + 1)
  })

  it.each([0, -1, 1.5, Number.NaN, MOST_STUDENTS + 1])('refuses %d students', (students) => {
    expect(() => generateSchool({ seed: 1, students, today: TODAY })).toThrow(RangeError)
  })

  it('can be gone through twice, and half', () => {
    const { roll } = generateSchool({ seed: 1, students: 100, today: TODAY })
    for (const { id } of roll.students) if (id === 'student-10') break
    expect([...roll.students]).toEqual([...roll.students])
    expect([...roll.cards]).toEqual([...roll.cards])
  })

  it('makes 3,000 pupils with photographs fast enough for a first start', () => {
    const begin = performance.now()
    const { roll } = generateSchool({ seed: 3, students: 3000, today: TODAY })
    const rows = [...roll.students].length + [...roll.cards].length + [...roll.photos].length
    expect(rows).toBeGreaterThan(9000)
    expect(performance.now() - begin).toBeLessThan(1500)
  })
})
