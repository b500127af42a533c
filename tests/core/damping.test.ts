import { describe, expect, it } from 'vitest'
import { DAMPING_MS, isSameTap, tapIdentity } from '../../core/damping.ts'
import { bmac } from './builders.ts'

const NUMBER = 'bmac:1000751136141285'
const removed = (removedAt: number | null) => ({ identity: NUMBER, removedAt })

describe('the same number on the same reader', () => {
  it('within two seconds of its removal is one tap', () => {
    expect(isSameTap(removed(1_000), NUMBER, 1_000 + DAMPING_MS - 1)).toBe(true)
  })

  it('after two seconds is a new tap', () => {
    expect(isSameTap(removed(1_000), NUMBER, 1_000 + DAMPING_MS)).toBe(false)
  })

  it('that never left is one tap', () => {
    expect(isSameTap(removed(null), NUMBER, 99_000)).toBe(true)
  })

  it('is not held back by a clock that was set back', () => {
    expect(isSameTap(removed(3_600_000), NUMBER, 1_000)).toBe(false)
  })
})

it('another number is never held back', () => {
  expect(isSameTap(removed(1_000), 'bmac:1000751132009883', 1_001)).toBe(false)
})

it('a failed read and a phone are never held back: they have no number', () => {
  expect(tapIdentity({ kind: 'failed', failure: 'removed' })).toBeNull()
  expect(tapIdentity({ kind: 'card', card: { family: 'phone' } })).toBeNull()
  expect(isSameTap(removed(1_000), null, 1_001)).toBe(false)
})

it('compares what was read, not the event', () => {
  expect(tapIdentity({ kind: 'card', card: bmac() })).toBe(NUMBER)
})
