import type { CardState } from '../../core/card.ts'
import type { CalendarDate, EpochMs } from '../../core/calendarDate.ts'
import { daysAgo, firstIssue, type SchoolYear } from './schoolYear.ts'
import type { Dice } from './seeded.ts'

/** A card before it has numbers. What is left out is as usual for the pupil's grade and school. */
export interface CardPlan {
  readonly state: CardState
  readonly chip?: 'bmac' | 't-union' | 'm1'
  /** which number of a BMAC card the record holds */
  readonly recorded?: 'chip' | 'printed' | 'both'
  /** false: the record holds no UID, as with cards nobody has tapped here yet */
  readonly uidRecorded?: boolean
  readonly faceSchool?: string
  readonly faceValidTo?: CalendarDate
}

/**
 * What pupils hold, oldest card first, and how many of ten thousand. Together these are the holder
 * states of domain.md 5.2, each with the cards that make it.
 */
export const HOLDINGS: readonly (readonly [readonly CardState[], number])[] = [
  [['ACTIVE'], 9300],
  [['LOST'], 70],
  [['LOST', 'ORDERED'], 60],
  [['LOST', 'ARRIVED'], 30],
  [['REPLACED', 'ACTIVE'], 220],
  [['REPLACED', 'REPLACED', 'ACTIVE'], 20],
  [['ORDERED'], 60],
  [['FAILED'], 15],
  [['ARRIVED'], 60],
  [['WITH_TEACHER'], 40],
  [['DAMAGED'], 15],
  [['DAMAGED', 'ORDERED'], 20],
  [['FOUND_HELD'], 30],
  [['RETURNED', 'ORDERED'], 10],
  [['VOID', 'ACTIVE'], 20],
  [['ACTIVE', 'ACTIVE'], 10],
  [[], 20],
]

/** Who stood at the desk, for what a desk did (domain.md 5.8). */
const CLERKS = ['李老师', '王老师', '赵老师', '周老师']
const SUPERVISOR = '陈老师'

export interface Since {
  readonly at: EpochMs
  readonly by: string | null
}

/** Since when, and by whom, each card of a pupil is in its state. */
export function sinceOf(
  plans: readonly CardPlan[],
  grade: number,
  year: SchoolYear,
  dice: Dice,
): readonly Since[] {
  const [only] = plans
  if (only?.state === 'ACTIVE' && plans.length === 1)
    return [{ at: firstIssue(year, grade, dice), by: null }]
  const step = 3 + dice.below(40)
  const moments = plans.map((_, at) => daysAgo(year, step * (plans.length - at), dice))
  return plans.map(({ state }, at) => {
    // An old card is REPLACED at the moment its successor becomes ACTIVE, not before.
    const next = plans[at + 1]?.state === 'ACTIVE' ? at + 1 : at
    return { at: moments[state === 'REPLACED' ? next : at] ?? 0, by: staffFor(state, dice) }
  })
}

function staffFor(state: CardState, dice: Dice): string | null {
  switch (state) {
    case 'ORDERED':
    case 'FAILED':
    case 'REPLACED':
      return null // the city's doing
    case 'LOST':
      return dice.chance(0.35) ? null : dice.pick(CLERKS) // some parents report in the app
    case 'VOID':
      return SUPERVISOR
    default:
      return dice.pick(CLERKS)
  }
}
