import fc from 'fast-check'
import type { CardState } from '../../../core/card.ts'
import { parseCalendarDate, type CalendarDate } from '../../../core/calendarDate.ts'
import type { CardRead, ReadOutcome } from '../../../core/cardRead.ts'
import { identifiersOf, matchCard, type Candidate } from '../../../core/matching.ts'
import { Personal } from '../../../core/personal.ts'
import type { RollCard, RollStudent } from '../../../core/roll.ts'
import { decideVerdict, type Found, type Verdict } from '../../../core/verdict.ts'
import { generateSchool, type RehearsalSchool } from '../../../electron/rehearsal/school.ts'

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new Error(`${text} is no day`)
  return date
}

export const TODAY = day('2026-10-12')

/** The days on which the school year turns among them. */
export const anyDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-02', '2028-02-29', '2027-01-01').map(day),
  fc
    .date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10))),
)

export const anySize: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 40, 500),
  fc.integer({ min: 1, max: 900 }),
)

/** A rehearsal school read into memory, with the questions a test asks of it. */
export interface Book extends RehearsalSchool {
  readonly today: CalendarDate
  readonly students: readonly RollStudent[]
  readonly cards: readonly RollCard[]
  readonly ownPupils: readonly RollStudent[]
  cardsOf(student: RollStudent): readonly RollCard[]
  statesOf(student: RollStudent): readonly CardState[]
  verdictOn(outcome: ReadOutcome): Verdict
}

export function bookOf(students: number, seed = 20_260_901, today = TODAY): Book {
  const school = generateSchool({ seed, students, today })
  const [all, cards] = [[...school.roll.students], [...school.roll.cards]]
  const byOwner = grouped(cards, (card) => card.studentId)
  const byId = new Map(all.map((student) => [student.id, student]))
  const cardsOf = (student: RollStudent): readonly RollCard[] => byOwner.get(student.id) ?? []
  const found = finder(cards)

  const whatIsKnown = (read: CardRead): Found => {
    const identifiers = identifiersOf(read)
    const match = matchCard(identifiers, identifiers.flatMap(found))
    if (match.kind === 'none') return { kind: 'none' }
    if (match.kind === 'disagree') return { kind: 'disagree' }
    const card = cards.find((one) => one.id === match.cardId)
    if (card === undefined) throw new Error(`no card ${match.cardId}`)
    const owner = card.studentId === null ? undefined : byId.get(card.studentId)
    if (owner === undefined) return { kind: 'card', card, student: null, activeCards: 0 }
    const itsSchool = school.roll.schools.find((one) => one.id === owner.schoolId)
    return {
      kind: 'card',
      card,
      student: {
        ...owner,
        name: new Personal(owner.name),
        educationId: owner.educationId === null ? null : new Personal(owner.educationId),
        school: itsSchool?.name ?? '',
        ownSchool: itsSchool?.own ?? false,
        className: null,
        hasPhoto: false,
      },
      activeCards: cardsOf(owner).filter(({ state }) => state === 'ACTIVE').length,
    }
  }

  return {
    ...school,
    today,
    students: all,
    cards,
    ownPupils: all.filter((student) => student.classId !== null),
    cardsOf,
    statesOf: (student) => cardsOf(student).map(({ state }) => state),
    verdictOn: (outcome) =>
      decideVerdict(
        outcome.kind === 'failed'
          ? { kind: 'failed', failure: outcome.failure }
          : { kind: 'read', read: outcome.card, found: whatIsKnown(outcome.card) },
        today,
      ),
  }
}

/** As the desk's table looks a card up: by the value, or by the beginning of a printed number. */
function finder(cards: readonly RollCard[]) {
  const index = new Map<string, RollCard[]>()
  const note = (key: string, card: RollCard): void => {
    index.set(key, [...(index.get(key) ?? []), card])
  }
  for (const card of cards)
    for (const { kind, value } of card.identifiers)
      if (kind === 'printed') note(`bmac:${value.slice(0, 16)}`, card)
      else note(`${kind}:${value}`, card)
  return (identifier: RollCard['identifiers'][number]): readonly Candidate[] =>
    (index.get(`${identifier.kind}:${identifier.value}`) ?? []).map((card) => ({
      cardId: card.id,
      foundBy: identifier,
      recorded: card.identifiers,
    }))
}

export function grouped<T, K>(
  all: readonly T[],
  keyOf: (one: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
