import { describe, expect, it } from 'vitest'
import {
  ageBandOf,
  basisState,
  mustDelete,
  type BasisFacts,
  type PupilBasis,
  type SchoolBasis,
} from '../../core/legalBasis.ts'

const record = { rulesVersion: 2, recordedAt: 5, recordedBy: 'o-1' } as const
const duty: SchoolBasis = { ...record, ground: 'statutory-duty' }
const consent: SchoolBasis = { ...record, ground: 'consent' }
const guardian: PupilBasis = { ...record, kind: 'guardian-consent', separate: true }
const own: PupilBasis = { ...record, kind: 'own-consent', separate: false }
const withdrawn: PupilBasis = { ...record, kind: 'withdrawn' }

const state = (given: Partial<BasisFacts>) =>
  basisState({ school: consent, pupil: null, age: 'below-14', rulesVersion: 2, ...given })

describe('a pupil counts as below 14', () => {
  it.each([1, 6, 8, null])('in grade %s', (grade) => {
    expect(ageBandOf(grade)).toBe('below-14')
  })

  it.each([9, 12])('but not in grade %i', (grade) => {
    expect(ageBandOf(grade)).toBe('from-14')
  })
})

describe('a school that rests on its duty', () => {
  it('records it once for all, and asks no pupil', () => {
    for (const pupil of [null, guardian, own])
      expect(state({ school: duty, pupil })).toEqual({ kind: 'recorded', by: 'school' })
  })

  it('records it anew under new rules', () => {
    expect(state({ school: duty, rulesVersion: 3 })).toEqual({
      ...{ kind: 'needs-renewal', why: 'rules-changed', need: 'school-basis' },
    })
  })

  it('keeps a withdrawal in sight, and the data: the duty remains', () => {
    const found = state({ school: duty, pupil: withdrawn })
    expect(found).toEqual({ kind: 'withdrawn', at: 5, dutyRemains: true })
    expect(mustDelete(found)).toBe(false)
  })
})

describe('a school that asks for consent', () => {
  it('needs the guardian’s below 14, the pupil’s own from then on', () => {
    expect(state({})).toEqual({ kind: 'missing', need: 'guardian-consent' })
    expect(state({ age: 'from-14' })).toEqual({ kind: 'missing', need: 'own-consent' })
  })

  it('takes no word of a pupil below 14', () => {
    expect(state({ pupil: { ...own, separate: true } })).toMatchObject({ kind: 'missing' })
  })

  it('has it by the pupil’s record', () => {
    expect(state({ pupil: guardian })).toEqual({ kind: 'recorded', by: 'pupil' })
    expect(state({ pupil: own, age: 'from-14' })).toEqual({ kind: 'recorded', by: 'pupil' })
  })

  it.each([
    ['rules-changed', { pupil: { ...guardian, rulesVersion: 1 } }],
    ['of-age', { pupil: guardian, age: 'from-14' }],
    ['not-separate', { pupil: { ...guardian, separate: false } }],
  ] as const)('needs it anew: %s', (why, given) => {
    expect(state(given)).toMatchObject({ kind: 'needs-renewal', why })
  })

  it('must delete what a withdrawn consent carried', () => {
    const found = state({ pupil: withdrawn })
    expect(found).toEqual({ kind: 'withdrawn', at: 5, dutyRemains: false })
    expect(mustDelete(found)).toBe(true)
    expect(mustDelete(state({}))).toBe(false)
  })
})

it('a school that has recorded nothing misses its own basis first', () => {
  expect(state({ school: null, pupil: guardian })).toEqual({
    kind: 'missing',
    need: 'school-basis',
  })
})
