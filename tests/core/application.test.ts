import { describe, expect, it } from 'vitest'
import {
  afterCard,
  applyToApplication,
  decideListing,
  decideOpening,
  decideWithdrawal,
  stageOf,
  type Application,
  type OpeningState,
} from '../../core/application.ts'
import type { CardState } from '../../core/card.ts'
import type { ConfirmationStanding } from '../../core/confirmation.ts'
import { UNDO_WITHIN_MS } from '../../core/ownAct.ts'

const AT = 1_790_000_000_000
const OPEN = { applicationId: 'a-1', studentId: 's-1', kind: 'new' } as const
const CLERK = { at: AT, operatorId: 'clerk' }
const CONFIRMED: ConfirmationStanding = { kind: 'confirmed', version: 1 }
const PENDING: ConfirmationStanding = { kind: 'pending', version: 1, after: null, changed: [] }

function opened(part: Partial<Application> = {}): Application {
  const event = { type: 'application-opened', ...OPEN } as const
  const application = applyToApplication(null, event, CLERK)
  if (application === null) throw new Error('An opening opens.')
  return { ...application, ...part }
}

const state = (part: Partial<OpeningState> = {}): OpeningState => ({
  pupil: { enrolment: 'enrolled' },
  cards: [],
  open: null,
  ...part,
})
const card = (one: CardState) => [{ cardId: 'c-1', studentId: 's-1', state: one }]

describe('an opening', () => {
  it.each([
    ['nobody of the own school', state({ pupil: null }), 'pupil-unknown'],
    ['a leaver', state({ pupil: { enrolment: 'left' } }), 'pupil-left'],
    ['one for whom it is open already', state({ open: opened() }), 'application-open'],
    ['who holds a good card', state({ cards: card('ACTIVE') }), 'pupil-holds-card'],
    ...(['LOST', 'DAMAGED', 'ORDERED', 'ARRIVED', 'WITH_TEACHER', 'FAILED'] as const).map(
      (one) => [`whose card is ${one}`, state({ cards: card(one) }), 'pupil-awaits-card'] as const,
    ),
  ] as const)('is refused for %s', (_, given, why) => {
    expect(decideOpening(given, OPEN)).toEqual({ kind: 'refused', why })
  })

  it.each(['enrolled', 'temporary', 'suspended'] as const)('is made for %s pupils', (enrolment) => {
    expect(decideOpening(state({ pupil: { enrolment } }), OPEN).kind).toBe('done')
  })

  it('is not held up by a card whose time is over', () => {
    for (const one of ['REPLACED', 'RETURNED', 'LEFT', 'KEPT_BY_LEAVER', 'VOID'] as const)
      expect([one, decideOpening(state({ cards: card(one) }), OPEN).kind]).toEqual([one, 'done'])
  })
})

describe('a withdrawal', () => {
  it('as a slip is of whoever opened it, within five minutes', () => {
    const by = (operatorId: string, after: number) =>
      decideWithdrawal(opened(), true, { at: AT + after, operatorId })
    expect(by('clerk', UNDO_WITHIN_MS).kind).toBe('done')
    expect(by('clerk', UNDO_WITHIN_MS + 1)).toMatchObject({ why: 'too-late' })
    expect(by('clerk', -1)).toMatchObject({ why: 'too-late' })
    expect(by('other', 0)).toMatchObject({ why: 'somebody-elses' })
  })

  it('with a reason is anybody’s, until the city has it', () => {
    const later = { at: AT + 10 * UNDO_WITHIN_MS, operatorId: 'other' }
    expect(decideWithdrawal(opened(), false, later).kind).toBe('done')
    const listed = opened({ listId: 'l-1' })
    expect(decideWithdrawal(listed, false, later)).toMatchObject({ why: 'listed' })
  })

  it('is of an open one', () => {
    for (const one of [null, opened({ state: 'WITHDRAWN' }), opened({ state: 'CLOSED' })])
      expect(decideWithdrawal(one, false, CLERK)).toMatchObject({ why: 'not-open' })
  })
})

describe('a listing', () => {
  it.each([
    ['what is not confirmed', opened(), 'enrolled', PENDING, 'not-confirmed'],
    ['what the city has', opened({ listId: 'l-0' }), 'enrolled', CONFIRMED, 'listed'],
    ['what is over', opened({ state: 'CLOSED' }), 'enrolled', CONFIRMED, 'not-open'],
    ['a leaver’s', opened(), 'left', CONFIRMED, 'pupil-left'],
  ] as const)('leaves %s out', (_, application, enrolment, standing, why) => {
    expect(decideListing(application, enrolment, standing, 'l-1')).toEqual({ kind: 'refused', why })
  })

  it('leads from awaiting over confirmed to listed', () => {
    const application = opened()
    expect(stageOf(application, PENDING)).toBe('awaiting-info')
    expect(stageOf(application, CONFIRMED)).toBe('to-be-listed')
    const decision = decideListing(application, 'enrolled', CONFIRMED, 'l-1')
    if (decision.kind !== 'done') throw new Error('It is confirmed.')
    const after = applyToApplication(application, decision.event, CLERK)
    expect(after && stageOf(after, PENDING)).toBe('listed')
  })
})

describe('a card', () => {
  const bound = { cardId: 'c-1', to: 's-1', from: null, at: AT + 1 }

  it('closes the application of whoever gets it, and opens it again when it goes', () => {
    const closed = afterCard(opened({ listId: 'l-1' }), bound)
    expect(closed).toMatchObject({ state: 'CLOSED', cardId: 'c-1', listId: 'l-1' })
    const back = { cardId: 'c-1', to: null, from: 's-1', at: AT + 2 }
    expect(afterCard(closed, back)).toMatchObject({ state: 'SUBMITTED', cardId: null })
  })

  it('of somebody else, or another one, changes nothing', () => {
    const one = opened()
    expect(afterCard(one, { ...bound, to: 's-2' })).toBe(one)
    const closed = afterCard(one, bound)
    expect(afterCard(closed, { cardId: 'c-2', to: null, from: 's-1', at: AT })).toBe(closed)
    const withdrawn = opened({ state: 'WITHDRAWN' })
    expect(afterCard(withdrawn, bound)).toBe(withdrawn)
  })
})
