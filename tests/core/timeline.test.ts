import { expect, it } from 'vitest'
import type { TimelineEntry } from '../../core/studentShown.ts'
import { stepOfAct, timeline, TIMELINE_LENGTH } from '../../core/timeline.ts'
import { day } from './builders.ts'

const tap = (at: number, reader = 'one') =>
  ({ kind: 'tap', at, verdict: 'valid', reader, cardTail: '1285' }) as const
const card = (at: number) =>
  ({ kind: 'card', at, state: 'ACTIVE', by: null, cardTail: '1285' }) as const
const ENROLLED = { kind: 'enrolled' } as const

const noon = (date: string): number => Date.parse(`${date}T12:00:00+08:00`)
const what = (entries: readonly TimelineEntry[]): readonly string[] =>
  entries.map((one) => ('at' in one ? `${one.kind} ${one.at}` : one.kind))

it('puts taps and cards in one row, newest first', () => {
  expect(what(timeline([tap(50), tap(20)], [card(30)], ENROLLED))).toEqual([
    'tap 50',
    'card 30',
    'tap 20',
  ])
})

it('has an entry for a pupil who left or is suspended, at the beginning of that day', () => {
  const left = { kind: 'left', on: day('2026-07-01'), why: 'graduated', to: null } as const
  const [before, after] = [noon('2026-06-30'), noon('2026-07-01')]
  const entries = timeline([tap(after), tap(before)], [], left)
  expect(entries.map((one) => one.kind)).toEqual(['tap', 'left', 'tap'])
  expect(entries[1]).toEqual(left)
  expect(timeline([], [], { kind: 'suspended', since: day('2026-03-01') })).toHaveLength(1)
})

it('has none for a pupil who is simply there', () => {
  expect(timeline([], [], ENROLLED)).toEqual([])
  expect(timeline([], [], { kind: 'temporary', until: null })).toEqual([])
})

it('keeps the order of recording for taps at the same instant', () => {
  const entries = timeline([tap(50, 'second'), tap(50, 'first')], [], ENROLLED)
  expect(entries.map((one) => one.kind === 'tap' && one.reader)).toEqual(['second', 'first'])
})

it('ends at its length, and drops the oldest', () => {
  const taps = Array.from({ length: TIMELINE_LENGTH }, (_, n) => tap(1_000 - n))
  const entries = timeline(taps, [card(2_000), card(1)], ENROLLED)
  expect(entries).toHaveLength(TIMELINE_LENGTH)
  expect(what(entries)[0]).toBe('card 2000')
  expect(what(entries).at(-1)).toBe(`tap ${1_000 - TIMELINE_LENGTH + 2}`)
})

it('has what happened with an application, and says of other acts what their own lines say', () => {
  const of = { applicationId: 'a-1', studentId: 's-1' }
  expect(stepOfAct({ type: 'application-opened', ...of, kind: 'new' }, 7)).toEqual({
    ...{ kind: 'application', at: 7, what: 'opened' },
  })
  expect(stepOfAct({ type: 'card-data-withdrawn', ...of, version: 1 }, 8)).toEqual({
    ...{ kind: 'card-data', at: 8, said: null },
  })
  const photo = { type: 'photo-changed', studentId: 's-1', from: null, to: null } as const
  expect(stepOfAct(photo, 9)).toBeNull()
})
