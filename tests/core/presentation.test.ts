import { expect, it } from 'vitest'
import { present, type Tone } from '../../core/presentation.ts'

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
  const others = [
    'lost',
    'replaced',
    'not-handed-over',
    'void',
    'found-held',
    'left',
    'wrong-school',
    'unknown-card',
    'chip-mismatch',
    'holds-two',
    'face-expired',
    'temporary-number',
    'two-cards',
    'unreadable',
  ] as const
  expect(present('valid')).toMatchObject({ tone: 'good', nextStep: 'none' })
  for (const kind of others) {
    expect(present(kind).tone).not.toBe('good')
    expect(present(kind).nextStep).not.toBe('none')
  }
})
