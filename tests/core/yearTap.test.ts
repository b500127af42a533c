import { describe, expect, it } from 'vitest'
import type { CardState } from '../../core/card.ts'
import { UNDO_WITHIN_MS } from '../../core/ownAct.ts'
import {
  decideYearTap,
  decideYearTapUndo,
  type YearTap,
  type YearTapEvent,
  type YearTapState,
} from '../../core/yearTap.ts'

const tap = (given: Partial<YearTap> = {}): YearTap => ({
  ...{ kind: 'annual', cardId: 'card', studentId: 'pupil', tapId: 'tap' },
  ...{ schoolYear: '2026-2027', destination: 'city', ...given },
})

const card = (state: CardState) => ({ cardId: 'card', studentId: 'pupil', state })

const state = (given: Partial<YearTapState> = {}): YearTapState => ({
  pupil: { enrolment: 'enrolled', grade: 3 },
  card: card('ACTIVE'),
  holdsOther: false,
  annualAt: null,
  ...given,
})

/** `refused why`, or what came of it. */
function answer(now: YearTapState, command: YearTap): string {
  const decision = decideYearTap(now, command)
  if (decision.kind === 'refused') return decision.why
  const { event } = decision
  return event.type === 'annual-tapped' ? event.schoolYear : `${event.from} → ${event.to}`
}

describe('学年刷卡', () => {
  it('is once a school year, with a card that is good', () => {
    expect(answer(state(), tap())).toBe('2026-2027')
    expect(answer(state({ annualAt: 1 }), tap())).toBe('tapped-already')
    for (const lost of ['LOST', 'DAMAGED', 'ARRIVED', 'LEFT'] as const)
      expect(answer(state({ card: card(lost) }), tap())).toBe('card-not-good')
  })

  it('is for pupils of the school who are here', () => {
    expect(answer(state({ card: null }), tap())).toBe('card-unknown')
    expect(answer(state({ pupil: null }), tap())).toBe('card-unknown')
    expect(answer(state({ pupil: { enrolment: 'left', grade: null } }), tap())).toBe('pupil-left')
  })

  it('waits where one pupil has two cards', () => {
    expect(answer(state({ holdsOther: true }), tap())).toBe('pupil-holds-card')
  })
})

describe('离校刷卡', () => {
  const leaving = (given: Partial<YearTap> = {}) => tap({ kind: 'leaving', ...given })
  const grade = (of: number): YearTapState => state({ pupil: { enrolment: 'enrolled', grade: of } })
  const left: YearTapState = state({ pupil: { enrolment: 'left', grade: null } })

  it('takes the card out of use where the pupil goes on in the city', () => {
    expect(answer(grade(6), leaving())).toBe('ACTIVE → LEFT')
    expect(answer(grade(9), leaving())).toBe('ACTIVE → LEFT')
    expect(answer(left, leaving())).toBe('ACTIVE → LEFT')
  })

  it('leaves it with who is through school, or leaves the city', () => {
    expect(answer(grade(12), leaving())).toBe('ACTIVE → KEPT_BY_LEAVER')
    expect(answer(left, leaving({ destination: 'elsewhere' }))).toBe('ACTIVE → KEPT_BY_LEAVER')
  })

  it('is not for who stays, nor done twice', () => {
    expect(answer(grade(5), leaving())).toBe('pupil-stays')
    for (const gone of ['LEFT', 'KEPT_BY_LEAVER'] as const)
      expect(answer({ ...grade(6), card: card(gone) }, leaving())).toBe('out-of-use-already')
    expect(answer({ ...grade(6), card: card('LOST') }, leaving())).toBe('card-not-good')
  })
})

describe('报到刷卡', () => {
  const arrival = tap({ kind: 'arrival' })

  it('takes a card on again that left with its pupil', () => {
    expect(answer(state({ card: card('LEFT') }), arrival)).toBe('LEFT → ACTIVE')
  })

  it('refuses with its reason', () => {
    const at = (given: Partial<YearTapState>) => answer(state(given), arrival)
    expect(at({})).toBe('good-already')
    expect(at({ card: card('KEPT_BY_LEAVER') })).toBe('kept-by-leaver')
    expect(at({ card: card('LOST') })).toBe('card-not-good')
    expect(at({ card: card('LEFT'), holdsOther: true })).toBe('pupil-holds-card')
    const gone = { enrolment: 'left', grade: null } as const
    expect(at({ card: card('LEFT'), pupil: gone })).toBe('pupil-left')
  })
})

describe('a tap of the year is taken back', () => {
  const whose = { cardId: 'card', studentId: 'pupil' }
  const left: YearTapEvent = { type: 'card-state-changed', ...whose, from: 'ACTIVE', to: 'LEFT' }
  const made = { event: left, at: 1_000, operatorId: 'clerk' }
  const now = { card: card('LEFT'), stands: false }
  const by = (operatorId: string, at = 2_000) => ({ operatorId, at })

  it('by whoever made it, for five minutes', () => {
    const done = decideYearTapUndo(made, now, by('clerk'))
    expect(done).toMatchObject({ event: { from: 'LEFT', to: 'ACTIVE' } })
    const why = (operatorId: string, at: number) => decideYearTapUndo(made, now, by(operatorId, at))
    expect(why('other', 2_000)).toMatchObject({ why: 'somebody-elses' })
    expect(why('clerk', 1_001 + UNDO_WITHIN_MS)).toMatchObject({ why: 'too-late' })
    expect(why('clerk', 999)).toMatchObject({ why: 'too-late' })
  })

  it('only where things are as it left them', () => {
    const moved = { card: card('ACTIVE'), stands: false }
    expect(decideYearTapUndo(made, moved, by('clerk'))).toMatchObject({ why: 'changed-meanwhile' })
    expect(decideYearTapUndo(null, now, by('clerk'))).toMatchObject({ why: 'changed-meanwhile' })
    const event: YearTapEvent = { type: 'annual-tapped', ...whose, schoolYear: '2026-2027' }
    const annual = { ...made, event }
    const there = { card: card('ACTIVE'), stands: true }
    expect(decideYearTapUndo(annual, there, by('clerk'))).toMatchObject({
      event: { type: 'annual-untapped' },
    })
    expect(decideYearTapUndo(annual, { ...there, stands: false }, by('clerk'))).toMatchObject({
      why: 'changed-meanwhile',
    })
  })
})
