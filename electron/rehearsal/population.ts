import type { RollCard } from '../../core/roll.ts'
import { leaverByChance, pupilByChance, strangerByChance } from './byChance.ts'
import { CAST, type CastMember } from './cast.ts'
import { recordedIdentifiers } from './identifiers.ts'
import { educationId } from './numbers.ts'
import { LEAVERS, STRANGERS } from './others.ts'
import { CARDS_PER_PERSON, person, type Person, type PersonPlan, type Place } from './person.ts'
import { OWN_SCHOOL, SCHOOLS, seatingFor, TWELVE_YEAR_ELSEWHERE, type Seating } from './schools.ts'
import { faceValidTo, firstIssue, type SchoolYear } from './schoolYear.ts'
import { seeded } from './seeded.ts'

/** Seats a grade must have for the whole cast to sit down. */
const LEAST_SEATS = 5
export const LEAST_STUDENTS = 12 * LEAST_SEATS

/**
 * Everybody, by ordinal: first the pupils class by class, then leavers, then pupils of other
 * schools. Any one is computed alone and anew, so a school of 100,000 is never held in memory.
 */
export interface Population {
  readonly seating: Seating
  readonly people: number
  readonly personAt: (ordinal: number) => Person
  /** a member of the cast or an outsider, by id */
  readonly known: (id: string) => Person
  /** cards the city knows and the desk cannot give to anybody */
  readonly ownerless: () => Generator<RollCard>
  /** of no person and no card: for a card that nobody knows */
  readonly spareCard: number
}

export function populationOf(seed: number, pupils: number, year: SchoolYear): Population {
  const seating = seatingFor(pupils)
  const leavers = Math.max(LEAVERS.length, Math.round(pupils * 0.02))
  const strangers = Math.max(STRANGERS.length, Math.round(pupils * 0.015))
  const people = pupils + leavers + strangers
  const ownerlessCards = 2 + Math.round(pupils * 0.001)
  const cast = seatsOfCast(seating)

  const personAt = (ordinal: number): Person => {
    const dice = seeded(seed, ordinal)
    const make = (plan: PersonPlan, place: Omit<Place, 'ordinal'>): Person => {
      const id = place.school.own ? (plan.educationId ?? educationId(ordinal, seed)) : null
      return person(plan, { ordinal, ...place }, id, { seed, year, dice })
    }
    if (ordinal < pupils) {
      const { id: classId, grade } = seating.classOf(ordinal)
      const plan = cast.get(ordinal)?.plan(year) ?? pupilByChance(dice, grade, year)
      return make(plan, { school: OWN_SCHOOL, classId, grade })
    }
    if (ordinal < pupils + leavers) {
      const one = LEAVERS[ordinal - pupils]
      if (one) return make(one.plan(year), { school: one.school, classId: null, grade: one.grade })
      const { grade, ...plan } = leaverByChance(dice, year)
      return make(plan, { school: OWN_SCHOOL, classId: null, grade })
    }
    const one = STRANGERS[ordinal - pupils - leavers]
    if (one) return make(one.plan(year), { school: one.school, classId: null, grade: one.grade })
    const grade = 1 + dice.below(12)
    const school = dice.pick(SCHOOLS.filter((other) => !other.own))
    return make(strangerByChance(dice), { school, classId: null, grade })
  }

  const ordinals = new Map<string, number>([
    ...[...cast].map(([ordinal, { id }]) => [id, ordinal] as const),
    ...LEAVERS.map(({ id }, at) => [id, pupils + at] as const),
    ...STRANGERS.map(({ id }, at) => [id, pupils + leavers + at] as const),
  ])

  return {
    seating,
    people,
    personAt,
    known: (id) => {
      const ordinal = ordinals.get(id)
      if (ordinal === undefined) throw new RangeError(`Nobody in the cast is called ${id}.`)
      return personAt(ordinal)
    },
    ownerless: function* () {
      for (let nth = 0; nth < ownerlessCards; nth++) yield ownerlessCard(people + nth, seed, year)
    },
    spareCard: (people + ownerlessCards) * CARDS_PER_PERSON,
  }
}

/** The cast takes the first seats of its classes. */
function seatsOfCast(seating: Seating): ReadonlyMap<number, CastMember> {
  const seats = new Map<number, CastMember>()
  for (const one of CAST) {
    let seat = 0
    while (seats.has(seating.pupilAt(one.grade, one.inClass, seat))) seat++
    seats.set(seating.pupilAt(one.grade, one.inClass, seat), one)
  }
  return seats
}

function ownerlessCard(ordinal: number, seed: number, year: SchoolYear): RollCard {
  const dice = seeded(seed, ordinal)
  const grade = 1 + dice.below(12)
  return {
    id: `card-${ordinal}-1`,
    studentId: null,
    state: 'ACTIVE',
    stateSince: firstIssue(year, grade, dice),
    stateBy: null,
    faceValidTo: faceValidTo(year, grade),
    faceSchool: TWELVE_YEAR_ELSEWHERE.name,
    identifiers: recordedIdentifiers({ state: 'ACTIVE' }, ordinal * CARDS_PER_PERSON, seed),
  }
}
