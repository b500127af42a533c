import { addDays, type CalendarDate } from '../../core/calendarDate.ts'
import type { Enrolment, Sex } from '../../core/student.ts'
import { HOLDINGS, type CardPlan } from './holding.ts'
import { pupilName } from './names/pupilName.ts'
import type { PersonPlan } from './person.ts'
import { leaverPlan } from './others.ts'
import { elsewhereFor } from './schools.ts'
import type { SchoolYear } from './schoolYear.ts'
import { weighted, type Dice } from './seeded.ts'

const sexByChance = (dice: Dice): Sex => (dice.chance(0.485) ? 'female' : 'male')

/** One of the many: nearly always a pupil with one good card. */
export function pupilByChance(dice: Dice, grade: number, year: SchoolYear): PersonPlan {
  const sex = sexByChance(dice)
  const name = pupilName(dice, sex)
  const states = weighted(dice, HOLDINGS)
  const transferredIn = dice.chance(0.012)
  const repeating = dice.chance(0.001) && [6, 9, 12].includes(grade)
  const former: Partial<CardPlan> = transferredIn ? { faceSchool: elsewhereFor(grade).name } : {}
  const expired: Partial<CardPlan> = repeating
    ? { faceValidTo: `${year.start}-08-31` as CalendarDate }
    : {}
  const cards = states.map((state) => ({
    state,
    ...kindByChance(dice, grade),
    ...former,
    ...expired,
  }))
  return { name, sex, enrolment: enrolmentByChance(dice, year), cards, photo: !dice.chance(0.012) }
}

/** M1 cards are the oldest: only the upper grades still carry them. */
function kindByChance(dice: Dice, grade: number): Omit<CardPlan, 'state'> {
  const kind = dice.roll()
  if (kind < 0.04) return { chip: 't-union', uidRecorded: dice.chance(0.6) }
  if (kind < 0.1 && grade >= 10) return { chip: 'm1' }
  const recorded = weighted(dice, [
    ['chip', 70],
    ['both', 20],
    ['printed', 10],
  ] as const)
  return { chip: 'bmac', recorded, uidRecorded: dice.chance(0.6) }
}

function enrolmentByChance(dice: Dice, year: SchoolYear): Enrolment {
  const kind = dice.roll()
  if (kind < 0.015) return { kind: 'temporary', until: `${year.start + 1}-08-31` as CalendarDate }
  if (kind < 0.018) return { kind: 'suspended', since: addDays(year.today, -20 - dice.below(200)) }
  return { kind: 'enrolled' }
}

export function leaverByChance(dice: Dice, year: SchoolYear): PersonPlan & { grade: number } {
  const sex = sexByChance(dice)
  const graduated = dice.chance(0.6)
  const grade = graduated ? 13 : 1 + dice.below(12)
  const state = graduated ? 'KEPT_BY_LEAVER' : dice.chance(0.9) ? 'LEFT' : 'ACTIVE'
  const why = graduated ? 'graduated' : 'transferred'
  const cards = [{ state, ...kindByChance(dice, grade) }] as const
  return { grade, ...leaverPlan([pupilName(dice, sex), sex], why, grade, cards, year) }
}

export function strangerByChance(dice: Dice): PersonPlan {
  const sex = sexByChance(dice)
  const state = weighted(dice, [
    ['ACTIVE', 95],
    ['LOST', 5],
  ] as const)
  const cards = [{ state, ...kindByChance(dice, 1) }]
  return { name: pupilName(dice, sex), sex, enrolment: { kind: 'enrolled' }, cards, photo: false }
}
