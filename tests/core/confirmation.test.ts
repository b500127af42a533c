import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application } from '../../core/application.ts'
import {
  CARD_FIELDS,
  decideConfirmation,
  decideTakingBack,
  standingOf,
  type CardData,
  type CardField,
  type ConfirmationMade,
  type ConfirmationState,
  type Outcome,
} from '../../core/confirmation.ts'
import { date } from '../helpers/rollBuilders.ts'

const AT = 1_790_000_000_000
const DATA: CardData = {
  ...{ name: '王小明', sex: 'male', school: '第一小学', educationId: '00123456' },
  ...{ photo: 'f'.repeat(64), validTo: null },
}
const OTHER: CardData = {
  ...{ name: '王晓明', sex: 'female', school: '第二小学', educationId: '00123457' },
  ...{ photo: 'e'.repeat(64), validTo: date('2027-07-15') },
}
const YES: Outcome = { kind: 'confirmed', said: { by: 'student' } }
const NO: Outcome = {
  ...{ kind: 'disputed', evidence: '户口簿', items: [{ field: 'name', right: '王晓明' }] },
  said: { by: 'parent', name: '王刚', relation: 'father' },
}
const said = (outcome: Outcome, data = DATA, version = 1): ConfirmationMade => ({
  ...{ at: AT, operatorId: 'clerk', version, data, outcome },
})
const changed = (...fields: readonly CardField[]): CardData =>
  Object.assign({ ...DATA }, ...fields.map((field) => ({ [field]: OTHER[field] }))) as CardData

const APPLICATION: Application = {
  ...{ applicationId: 'a-1', studentId: 's-1', kind: 'new', state: 'SUBMITTED', stateAt: AT },
  ...{ openedAt: AT, openedBy: 'clerk', listId: null, cardId: null },
  ...{ reissue: null, producedFrom: null, arrivedAt: null, heldFrom: null },
}
const state = (part: Partial<ConfirmationState> = {}): ConfirmationState => ({
  ...{ application: APPLICATION, enrolment: 'enrolled', last: null, data: DATA, mark: 'm' },
  ...part,
})

describe('the standing', () => {
  it('is pending until somebody has said something', () => {
    expect(standingOf(null, DATA)).toMatchObject({ kind: 'pending', version: 1, after: null })
    expect(standingOf(said(YES), DATA)).toEqual({ kind: 'confirmed', version: 1 })
    expect(standingOf(said(NO), DATA)).toMatchObject({ kind: 'disputed', evidence: '户口簿' })
  })

  it.each(CARD_FIELDS)('opens again with another %s, and closes when it is as it was', (field) => {
    expect(standingOf(said(YES), changed(field))).toEqual({
      ...{ kind: 'pending', version: 2, after: 'confirmed', changed: [field] },
    })
    expect(standingOf(said(YES), { ...changed(field), [field]: DATA[field] }).kind).toBe(
      'confirmed',
    )
  })

  it('of a dispute ends when the roll has put every item right, not when something else changes', () => {
    expect(standingOf(said(NO), changed('photo')).kind).toBe('disputed')
    expect(standingOf(said(NO), changed('name'))).toMatchObject({
      kind: 'pending',
      after: 'disputed',
    })
    const two: Outcome = { ...NO, items: [...NO.items, { field: 'sex', right: '女' }] }
    expect(standingOf(said(two), changed('name')).kind).toBe('disputed')
    expect(standingOf(said(two), changed('name', 'sex')).kind).toBe('pending')
  })

  it('is confirmed only of the very data that were shown', () => {
    const fields = fc.subarray([...CARD_FIELDS])
    fc.assert(
      fc.property(fields, fields, (before, now) => {
        const standing = standingOf(said(YES, changed(...before)), changed(...now))
        const same = CARD_FIELDS.every((one) => before.includes(one) === now.includes(one))
        expect(standing.kind).toBe(same ? 'confirmed' : 'pending')
      }),
      { seed: 20260901 },
    )
  })
})

describe('what somebody says', () => {
  it.each([
    ['of nothing', state({ application: null }), YES, 'not-open'],
    [
      'of an application that is over',
      state({ application: { ...APPLICATION, state: 'CLOSED' } }),
      YES,
      'not-open',
    ],
    [
      'of what the city has',
      state({ application: { ...APPLICATION, listId: 'l' } }),
      YES,
      'listed',
    ],
    ['of a leaver', state({ enrolment: 'left' }), YES, 'pupil-left'],
    ['without a photo', state({ data: { ...DATA, photo: null } }), YES, 'photo-missing'],
    ['while something is wrong', state({ last: said(NO) }), YES, 'still-disputed'],
    ['twice', state({ last: said(YES) }), YES, 'confirmed-already'],
    ['of other data than on the screen', state({ mark: 'other' }), YES, 'changed-meanwhile'],
    ['to be wrong, and does not say what', state(), { ...NO, items: [] }, 'nothing-wrong'],
    ['to be wrong twice', state(), { ...NO, items: [...NO.items, ...NO.items] }, 'nothing-wrong'],
  ] as const)('%s is refused', (_, given, outcome, why) => {
    expect(decideConfirmation(given, outcome, 'm')).toEqual({ kind: 'refused', why })
  })

  it('is kept with the data as they stood there, and their version', () => {
    expect(decideConfirmation(state(), YES, 'm')).toMatchObject({
      event: { type: 'card-data-said', version: 1, data: DATA, outcome: YES },
    })
    const renamed = state({ last: said(YES), data: changed('name') })
    expect(decideConfirmation(renamed, YES, 'm')).toMatchObject({ event: { version: 2 } })
  })

  it('may be that something is wrong, also without a photo or after it was confirmed', () => {
    expect(decideConfirmation(state({ data: { ...DATA, photo: null } }), NO, 'm').kind).toBe('done')
    expect(decideConfirmation(state({ last: said(YES) }), NO, 'm').kind).toBe('done')
  })
})

describe('what was said, taken back', () => {
  const soon = { at: AT + 1, operatorId: 'clerk' }

  it.each([
    ['where nothing was said', APPLICATION, null, true, soon, 'nothing-said'],
    ['once the city has it', { ...APPLICATION, listId: 'l' }, said(YES), false, soon, 'listed'],
    [
      'as another’s slip',
      APPLICATION,
      said(YES),
      true,
      { ...soon, operatorId: 'o' },
      'somebody-elses',
    ],
    ['as an old slip', APPLICATION, said(YES), true, { ...soon, at: AT + 600_000 }, 'too-late'],
  ] as const)('%s is refused', (_, application, last, slip, context, why) => {
    expect(decideTakingBack(application, last, slip, context)).toMatchObject({ why })
  })

  it('is done as a slip, or with a reason', () => {
    expect(decideTakingBack(APPLICATION, said(NO), true, soon).kind).toBe('done')
    const later = { at: AT + 600_000, operatorId: 'o' }
    expect(decideTakingBack(APPLICATION, said(NO), false, later).kind).toBe('done')
  })
})
