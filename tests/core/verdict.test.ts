import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadFailure } from '../../core/cardRead.ts'
import { decideVerdict, type Found, type Verdict } from '../../core/verdict.ts'
import { aStudent, bmac, CARD_STATES, day, found, TODAY } from './builders.ts'

const verdictOf = (what: Found): Verdict =>
  decideVerdict({ kind: 'read', read: bmac(), found: what }, TODAY)

describe('a card of an enrolled pupil', () => {
  it('is valid when it is 正常', () => {
    expect(verdictOf(found())).toEqual({ kind: 'valid', notes: [] })
  })

  it('stays valid when only the bus dates have run out', () => {
    const read = bmac({ transit: { from: day('2020-01-01'), to: day('2021-01-01') } })
    expect(decideVerdict({ kind: 'read', read, found: found() }, TODAY).kind).toBe('valid')
  })

  it('stays valid when the bus company has blacklisted or not enabled it', () => {
    const read = bmac({ blacklisted: true, enabled: false })
    expect(decideVerdict({ kind: 'read', read, found: found() }, TODAY).kind).toBe('valid')
  })

  it.each([
    ['LOST', 'lost'],
    ['REPLACED', 'replaced'],
    ['ORDERED', 'not-handed-over'],
    ['FAILED', 'not-handed-over'],
    ['ARRIVED', 'not-handed-over'],
    ['WITH_TEACHER', 'not-handed-over'],
    ['DAMAGED', 'void'],
    ['RETURNED', 'void'],
    ['VOID', 'void'],
    ['FOUND_HELD', 'found-held'],
    ['LEFT', 'left'],
    ['KEPT_BY_LEAVER', 'left'],
  ] as const)('in state %s gives %s', (state, kind) => {
    expect(verdictOf(found({ state })).kind).toBe(kind)
  })

  it('tells since when and by whom it was reported lost', () => {
    expect(verdictOf(found({ state: 'LOST', stateSince: 1, stateBy: '李老师' }))).toEqual({
      kind: 'lost',
      since: 1,
      by: '李老师',
    })
  })

  it('is good on the last day of its face and amber from the next (5.7-11)', () => {
    expect(verdictOf(found({ faceValidTo: TODAY })).kind).toBe('valid')
    expect(verdictOf(found({ faceValidTo: day('2026-10-11') }))).toEqual({
      kind: 'face-expired',
      on: '2026-10-11',
    })
  })

  it('is held by someone with two good cards (5.7-12)', () => {
    expect(verdictOf(found({}, aStudent(), 2)).kind).toBe('holds-two')
  })

  it('may still show the former school on its face (5.7-8)', () => {
    expect(verdictOf(found({ faceSchool: '青松小学' }))).toEqual({
      kind: 'valid',
      notes: [{ kind: 'face-of-former-school', school: '青松小学' }],
    })
  })

  it('is as good with a temporary 学籍 (5.7-26) or during 休学', () => {
    const temporary = aStudent({ enrolment: { kind: 'temporary', until: day('2027-07-01') } })
    const suspended = aStudent({ enrolment: { kind: 'suspended', since: day('2026-09-01') } })
    expect(verdictOf(found({}, temporary))).toEqual({
      kind: 'valid',
      notes: [{ kind: 'temporary-enrolment', until: '2027-07-01' }],
    })
    expect(verdictOf(found({}, suspended))).toEqual({
      kind: 'valid',
      notes: [{ kind: 'suspended', since: '2026-09-01' }],
    })
  })
})

describe('a card of someone else', () => {
  it('of a pupil who left says when and where to', () => {
    const left = aStudent({
      enrolment: { kind: 'left', on: day('2026-07-08'), why: 'transferred', to: '青松小学' },
    })
    expect(verdictOf(found({}, left))).toEqual({
      kind: 'left',
      on: '2026-07-08',
      to: '青松小学',
    })
  })

  it('of another school is that school’s affair, whatever its state (5.7-7)', () => {
    const theirs = aStudent({ ownSchool: false, school: '青松小学' })
    fc.assert(
      fc.property(fc.constantFrom(...CARD_STATES), (state) => {
        expect(verdictOf(found({ state }, theirs))).toEqual({
          kind: 'wrong-school',
          school: '青松小学',
        })
      }),
      { seed: 1 },
    )
  })

  it('without a person names the school only where the face does', () => {
    expect(verdictOf(found({ faceSchool: null }, null))).toEqual({
      kind: 'wrong-school',
      school: null,
    })
  })

  it('nobody knows is 查无此卡, never forged', () => {
    expect(verdictOf({ kind: 'none' })).toEqual({ kind: 'unknown-card' })
  })

  it('that contradicts its record is a mismatch', () => {
    expect(verdictOf({ kind: 'disagree' })).toEqual({ kind: 'chip-mismatch' })
  })
})

describe('what is no card of ours at all', () => {
  it('a phone is a temporary number, whatever was found', () => {
    const phone = { family: 'phone' } as const
    expect(decideVerdict({ kind: 'read', read: phone, found: found() }, TODAY).kind).toBe(
      'temporary-number',
    )
  })

  it('a CPU card without any number is a temporary number, with one an unknown card', () => {
    const verdict = (uid: string | null): string =>
      decideVerdict(
        { kind: 'read', read: { family: 'other-cpu', uid }, found: { kind: 'none' } },
        TODAY,
      ).kind
    expect(verdict(null)).toBe('temporary-number')
    expect(verdict('04A1B2C3D4E5F6')).toBe('unknown-card')
  })

  it.each([
    ['removed', 'unreadable'],
    ['mute', 'unreadable'],
    ['garbage', 'unreadable'],
    ['reader', 'unreadable'],
    ['collision', 'two-cards'],
  ] as const satisfies readonly (readonly [ReadFailure, string])[])(
    'a read that failed (%s) is %s',
    (failure, kind) => {
      expect(decideVerdict({ kind: 'failed', failure }, TODAY).kind).toBe(kind)
    },
  )
})

it('only a 正常 card of an enrolled pupil of ours, held alone and in date, is ever valid', () => {
  const enrolments = fc.constantFrom(
    { kind: 'enrolled' } as const,
    { kind: 'temporary', until: null } as const,
    { kind: 'left', on: day('2026-07-08'), why: 'graduated', to: null } as const,
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...CARD_STATES),
      enrolments,
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(day('2026-10-11'), day('2026-10-12'), day('2030-01-01'), null),
      (state, enrolment, ownSchool, activeCards, faceValidTo) => {
        const student = aStudent({ enrolment, ownSchool })
        const valid =
          verdictOf(found({ state, faceValidTo }, student, activeCards)).kind === 'valid'
        const deserved =
          state === 'ACTIVE' &&
          ownSchool &&
          enrolment.kind !== 'left' &&
          activeCards <= 1 &&
          (faceValidTo === null || faceValidTo >= TODAY)
        expect(valid).toBe(deserved)
      },
    ),
    { seed: 2, numRuns: 500 },
  )
})
