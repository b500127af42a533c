import { expect, it } from 'vitest'
import { present, type Tone } from '../../core/presentation.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import { TAPS } from '../renderer/builders.ts'

const KINDS = Object.keys(TAPS) as VerdictKind[]

const TONES: Readonly<Record<Tone, readonly [string, string]>> = {
  good: ['circle-check', 'rising'],
  look: ['triangle-exclamation', 'two-equal'],
  stop: ['octagon-cross', 'low-double'],
  unsure: ['square-question', 'buzz'],
}

it('gives each tone one shape and one sound of its own: never colour alone', () => {
  for (const kind of ['valid', 'face-expired', 'lost', 'unknown-card'] as const) {
    const { tone, icon, sound } = present(kind)
    expect([icon, sound]).toEqual(TONES[tone])
  }
  expect(new Set(Object.values(TONES).flat()).size).toBe(8)
})

it('green is for valid alone, and everything else has a next step', () => {
  expect(present('valid')).toMatchObject({ tone: 'good', nextStep: 'none' })
  for (const kind of KINDS.filter((one) => one !== 'valid')) {
    expect(present(kind).tone).not.toBe('good')
    expect(present(kind).nextStep).not.toBe('none')
  }
})
