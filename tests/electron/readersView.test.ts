import { expect, it } from 'vitest'
import { NO_READERS, readersAfter } from '../../electron/readersView.ts'
import type { ReaderEvent } from '../../native/reader.ts'
import { noOther } from '../helpers/noOther.ts'

const after = (...events: readonly ReaderEvent[]) =>
  events.reduce((view, event) => readersAfter(view, event, (name) => name === '演练'), NO_READERS)
const added = (reader: string): ReaderEvent => ({ kind: 'reader-added', reader })
const placed: ReaderEvent = { kind: 'card-placed', reader: 'one', at: 0 }
const read: ReaderEvent = {
  kind: 'card-read',
  reader: 'one',
  card: { family: 'phone' },
  placedAt: 0,
  otherNumber: noOther,
}

it('tells no service, no reader and ready apart', () => {
  expect(NO_READERS).toEqual({ service: 'starting', readers: [] })
  expect(after({ kind: 'service', state: 'down' }).service).toBe('down')
  expect(after({ kind: 'service', state: 'up' })).toEqual({ service: 'up', readers: [] })
  expect(after(added('one')).readers).toEqual([{ name: 'one', state: 'ready', rehearsal: false }])
})

it('follows a card from laid down to lifted', () => {
  const state = (...events: readonly ReaderEvent[]) =>
    after(added('one'), ...events).readers[0]?.state
  expect(state(placed)).toBe('reading')
  expect(state(placed, read)).toBe('card-on')
  expect(state(placed, read, { kind: 'card-gone', reader: 'one', at: 1 })).toBe('ready')
  expect(state({ kind: 'card-lying', reader: 'one' })).toBe('card-lying')
  expect(state({ kind: 'reader-error', reader: 'one', cause: null })).toBe('error')
})

it('keeps several readers apart, and each once', () => {
  const view = after(added('one'), added('two'), added('one'), placed)
  expect(view.readers.map(({ name, state }) => [name, state])).toEqual([
    ['two', 'ready'],
    ['one', 'reading'],
  ])
  expect(after(added('one'), { kind: 'reader-removed', reader: 'one' }).readers).toEqual([])
})

it('marks the rehearsal’s own reader', () => {
  expect(after(added('演练')).readers[0]?.rehearsal).toBe(true)
})
