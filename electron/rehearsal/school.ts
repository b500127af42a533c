import type { CalendarDate } from '../../core/calendarDate.ts'
import type { Roll, RollCard, RollPhoto, RollStudent } from '../../core/roll.ts'
import type { Person } from './person.ts'
import { drawPortrait } from './portrait/portrait.ts'
import { LEAST_STUDENTS, populationOf } from './population.ts'
import { samplesOf, type RehearsalSample } from './samples.ts'
import { SCHOOLS } from './schools.ts'
import { schoolYearOf } from './schoolYear.ts'

export const MOST_STUDENTS = 100_000

export interface RehearsalOptions {
  readonly seed: number
  /**
   * Pupils in the classes of the own school; leavers and pupils of other schools come on top.
   * Fewer than LEAST_STUDENTS are raised to it, so that every hard case has its seat.
   */
  readonly students: number
  /** the day the rehearsal is played on: all dates of roll and chips are told from it */
  readonly today: CalendarDate
}

export interface RehearsalSchool {
  readonly roll: Roll
  readonly samples: readonly RehearsalSample[]
}

/**
 * A school that does not exist, the same one for the same options. Its lists are computed while
 * they are read and can be read as often as wanted.
 *
 * @throws RangeError when `students` is no whole number from 1 to MOST_STUDENTS.
 */
export function generateSchool({ seed, students, today }: RehearsalOptions): RehearsalSchool {
  if (!Number.isInteger(students) || students < 1 || students > MOST_STUDENTS)
    throw new RangeError(`students must be a whole number from 1 to ${MOST_STUDENTS}.`)
  const population = populationOf(seed, Math.max(students, LEAST_STUDENTS), schoolYearOf(today))

  function* everybody(): Generator<Person> {
    for (let ordinal = 0; ordinal < population.people; ordinal++) yield population.personAt(ordinal)
  }
  function* studentRows(): Generator<RollStudent> {
    for (const { student } of everybody()) yield student
  }
  function* cards(): Generator<RollCard> {
    for (const one of everybody()) yield* one.cards
    yield* population.ownerless()
  }
  function* photos(): Generator<RollPhoto> {
    const encoder = new TextEncoder()
    for (const { student, grade, photo } of everybody()) {
      if (!photo) continue
      const svg = drawPortrait({ studentId: student.id, sex: student.sex, grade })
      yield { studentId: student.id, mime: 'image/svg+xml', bytes: encoder.encode(svg) }
    }
  }

  return {
    roll: {
      version: 1,
      // midnight: never later than the moment anybody looks
      asOf: Date.parse(`${today}T00:00:00+08:00`),
      schools: SCHOOLS,
      classes: population.seating.classes,
      students: again(studentRows),
      cards: again(cards),
      photos: again(photos),
    },
    samples: samplesOf({ population, seed, today }),
  }
}

/** A list that is computed anew each time it is gone through. */
function again<T>(generate: () => Generator<T>): Iterable<T> {
  return { [Symbol.iterator]: generate }
}
