import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFakeReaders } from '../../native/fake.ts'
import type { ReaderEvent } from '../../native/reader.ts'
import { severalReaders } from '../../native/several.ts'
import { readerLaw } from './readerLaw.ts'

function joined() {
  const [device, rehearsal] = [createFakeReaders({ readMs: 0 }), createFakeReaders({ readMs: 0 })]
  device.addReader('device')
  rehearsal.addReader('rehearsal')
  const law = readerLaw()
  const events: ReaderEvent[] = []
  const readers = severalReaders([device, rehearsal])
  readers.start((event) => {
    law.hear(event)
    events.push(event)
  })
  const lines = (): string[] =>
    events.map((event) => `${event.kind} ${'reader' in event ? event.reader : event.state}`)
  return { device, rehearsal, law, readers, lines }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('several ports joined to one', () => {
  it('tell the service of the first, then the readers of all', () => {
    const { law, lines } = joined()
    expect(lines().toSorted()).toEqual(
      ['service up', 'reader-added rehearsal', 'reader-added device'].toSorted(),
    )
    expect(lines()[0]).toBe('service up')
    expect(law.breaches).toEqual([])
  })

  it('keep the readers of the others when the service of the first is gone', () => {
    const { device, law, lines } = joined()
    device.setService('down')
    expect(lines().slice(3)).toEqual(['reader-removed device', 'service down'])
    expect(law.breaches).toEqual([])
  })

  it('say nothing of the service of the others', () => {
    const { rehearsal, lines } = joined()
    rehearsal.setService('down')
    expect(lines().slice(3)).toEqual(['reader-removed rehearsal'])
  })

  it('read on all of them', async () => {
    const { device, rehearsal, law, lines } = joined()
    device.place('device', { kind: 'card', card: { family: 'phone' } })
    rehearsal.place('rehearsal', { kind: 'card', card: { family: 'phone' } })
    await vi.waitFor(() => {
      expect(lines()).toContain('card-read device')
      expect(lines()).toContain('card-read rehearsal')
    })
    expect(law.breaches).toEqual([])
  })

  it('begin without the first when it hangs', () => {
    vi.useFakeTimers()
    const fake = createFakeReaders()
    fake.addReader('rehearsal')
    const added: string[] = []
    const hanging = { start: () => undefined, stop: () => Promise.resolve() }
    severalReaders([hanging, fake]).start((event) => added.push(event.kind))
    expect(added).toEqual([])
    vi.advanceTimersByTime(2_000)
    expect(added).toEqual(['reader-added'])
  })

  it('are silent after stop', async () => {
    const { device, rehearsal, readers, lines } = joined()
    await readers.stop()
    const before = lines().length
    device.removeReader('device')
    rehearsal.removeReader('rehearsal')
    expect(lines().length).toBe(before)
  })
})
