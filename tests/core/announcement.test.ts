import { describe, expect, it } from 'vitest'
import { announcementAt, announcementFault } from '../../core/announcement.ts'
import { day } from './builders.ts'
import { announced } from './windowBuilders.ts'

describe('an announcement that is entered', () => {
  it.each([
    ['may be one day', announced('2026-02-09', '2026-02-09'), null],
    ['may be sixty days', announced('2026-07-03', '2026-08-31'), null],
    ['not end before it begins', announced('2026-02-09', '2026-02-08'), { kind: 'order' }],
    ['not be longer', announced('2026-07-02', '2026-08-31'), { kind: 'length', days: 61 }],
    [
      'not come from nowhere',
      announced('2026-02-09', '2026-02-09', { source: ' ' }),
      { kind: 'no-source' },
    ],
  ] as const)('%s', (_, entered, fault) => {
    expect(announcementFault(entered)).toEqual(fault)
  })
})

it('of two that open a day the newest is found, whatever their order', () => {
  const [older, newer] = [
    announced('2026-02-09', '2026-02-10'),
    announced('2026-02-10', '2026-02-12', { enteredAt: 9 }),
  ]
  expect(announcementAt(day('2026-02-10'), [newer, older])).toBe(newer)
  expect(announcementAt(day('2026-02-10'), [older, newer])).toBe(newer)
  expect(announcementAt(day('2026-02-09'), [older, newer])).toBe(older)
  expect(announcementAt(day('2026-02-13'), [older, newer])).toBeNull()
})
