import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CardRead } from '../../core/cardRead.ts'
import { TEST_LIMIT_MS } from '../../electron/testTap.ts'
import { bmac } from '../core/builders.ts'
import { MONDAY } from './builders.ts'
import { openDesk, type OpenDesk } from './openDesk.ts'

const NOBODYS = bmac({ number: '1000751199999999', uid: null })
const M1: CardRead = { family: 'm1', uid: 'AABBCCDD' }

const readerNamed = ({ desk }: OpenDesk, name: string) =>
  desk.devices.view().readers.find((one) => one.name === name)

/** Rows of taps and of the outbox. */
const stored = (open: OpenDesk): readonly unknown[] =>
  ['tap', 'outbox', 'reader_day', 'card_fare'].map(
    (table) => (open.db().prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n,
  )

afterEach(() => void vi.useRealTimers())

describe('the device page', () => {
  it('has the readers that are plugged in, also those no card was laid on', async () => {
    const open = await openDesk()
    const { service, readers, testing } = open.desk.devices.view()
    expect([service, testing]).toEqual(['up', false])
    const facts = { lastTapAt: null, families: [], failedUnknown: 0, advice: [] }
    expect(readers).toEqual([
      { name: '演练读卡器', rehearsal: true, state: 'ready', ...facts },
      { name: 'door', rehearsal: false, state: 'ready', ...facts },
    ])
  })

  it('counts what was read and what failed, by kind of card', async () => {
    const open = await openDesk(['--school'])
    await open.laidAtDoor(M1)
    open.clock.pass(60_000)
    open.devices.place('door', { kind: 'failed', failure: 'removed' })
    await vi.waitFor(() => expect(open.taps).toHaveLength(2))
    open.devices.lift('door')
    expect(readerNamed(open, 'door')?.failedUnknown).toBe(1)
    open.clock.pass(3_000)
    await open.laidAtDoor(NOBODYS)
    expect(readerNamed(open, 'door')).toMatchObject({
      state: 'ready',
      lastTapAt: MONDAY + 63_000,
      families: [
        { family: 'bmac', read: 1, failed: 1 },
        { family: 'm1', read: 1, failed: 0 },
      ],
      failedUnknown: 0,
      advice: [],
    })
  })

  it('keeps a reader that was unplugged for thirty days', async () => {
    const open = await openDesk(['--school'])
    await open.laidAtDoor(M1)
    open.devices.removeReader('door')
    expect(readerNamed(open, 'door')).toMatchObject({ state: null, lastTapAt: MONDAY })
    open.clock.pass(29 * 86_400_000)
    expect(readerNamed(open, 'door')?.families).toHaveLength(1)
    open.clock.pass(86_400_000)
    expect(readerNamed(open, 'door')).toBeUndefined()
    open.devices.addReader('door')
    expect(readerNamed(open, 'door')).toMatchObject({ lastTapAt: MONDAY, families: [] })
  })

  it('says what is wrong', async () => {
    const open = await openDesk()
    open.devices.place('door', { kind: 'failed', failure: 'reader' })
    await vi.waitFor(() => expect(open.taps).toHaveLength(1))
    expect(readerNamed(open, 'door')?.advice).toEqual(['driver-error'])
    open.devices.setService('down')
    expect(readerNamed(open, 'door')?.advice).toEqual(['service-down'])
    expect(readerNamed(open, '演练读卡器')?.advice).toEqual([])
  })
})

it('a reader that fails often is said to, and no more once it has done well for a week', async () => {
  const open = await openDesk(['--school'])
  for (let n = 1; n <= 20; n += 1) {
    open.devices.place('door', { kind: 'failed', failure: 'mute' })
    await vi.waitFor(() => expect(open.taps).toHaveLength(n), { interval: 1 })
    open.devices.lift('door')
    expect(readerNamed(open, 'door')?.advice).toEqual(n < 20 ? [] : ['fails-often'])
  }
  open.clock.pass(6 * 86_400_000)
  expect(readerNamed(open, 'door')?.advice).toEqual(['fails-often'])
  open.clock.pass(86_400_000)
  expect(readerNamed(open, 'door')).toMatchObject({ failedUnknown: 20, advice: [] })
})

describe('a test tap', () => {
  it('is told once and leaves nothing behind', async () => {
    const open = await openDesk()
    expect(open.desk.devices.test(true).testing).toBe(true)
    open.desk.tapSample('valid')
    await vi.waitFor(() => expect(open.tested).toHaveLength(1))
    expect(open.tested[0]).toMatchObject({
      reader: '演练读卡器',
      at: MONDAY,
      tookMs: 0,
      result: { kind: 'card', advice: 'good' },
    })
    expect(open.desk.devices.view().testing).toBe(false)
    expect([open.taps, open.desk.taps.current()]).toEqual([[], null])
    expect(stored(open)).toEqual([0, 0, 0, 0])
  })

  it('tells no number longer than a tail, and nobody’s name', async () => {
    const open = await openDesk()
    const { person } = await open.tapped('valid')
    open.desk.devices.test(true)
    open.desk.tapSample('same-name-1')
    await vi.waitFor(() => expect(open.tested).toHaveLength(1))
    const told = JSON.stringify(open.tested[0]?.result)
    expect(told).not.toMatch(/\d{5}/)
    expect(told).not.toContain(person?.name)
    expect(told).not.toContain('studentId')
  })

  it('does not hold back the same card tapped at once afterwards', async () => {
    const open = await openDesk(['--school'])
    open.desk.devices.test(true)
    await open.laidAtDoor(NOBODYS)
    open.clock.pass(300)
    await open.laidAtDoor(NOBODYS)
    expect([open.tested.length, open.taps.length]).toEqual([1, 1])
    expect(stored(open).slice(0, 2)).toEqual([1, 1])
  })

  it('does not make a second tap of a card that was tapped just before', async () => {
    const open = await openDesk(['--school'])
    await open.laidAtDoor(NOBODYS)
    open.desk.devices.test(true)
    open.clock.pass(300)
    await open.laidAtDoor(NOBODYS)
    open.clock.pass(300)
    await open.laidAtDoor(NOBODYS)
    expect(open.tested).toHaveLength(1)
    expect(open.taps.map((tap) => tap.tapId)).toEqual([open.taps[0]?.tapId, open.taps[0]?.tapId])
    expect(stored(open).slice(0, 2)).toEqual([1, 1])
  })

  it('tells how a card failed, and counts it against no reader', async () => {
    const open = await openDesk(['--school'])
    open.desk.devices.test(true)
    open.devices.place('door', { kind: 'failed', failure: 'mute' })
    await vi.waitFor(() => expect(open.tested).toHaveLength(1))
    expect(open.tested[0]?.result).toEqual({ kind: 'failed', failure: 'mute' })
    expect(stored(open)).toEqual([0, 0, 0, 0])
  })

  it('taken back, or forgotten by a page that was made anew, swallows no tap', async () => {
    const open = await openDesk(['--school'])
    open.desk.devices.test(true)
    expect(open.desk.devices.test(false).testing).toBe(false)
    await open.laidAtDoor(NOBODYS)
    open.desk.devices.test(true)
    open.desk.devices.endTest()
    await open.laidAtDoor(M1)
    expect([open.tested.length, open.taps.length]).toEqual([0, 2])
  })

  it.each([
    ['left', ({ desk }: OpenDesk) => void desk.devices.test(false)],
    ['forgotten', ({ desk }: OpenDesk) => desk.devices.endTest()],
  ])('%s while its card is being read makes that card a tap', async (_, end) => {
    const open = await openDesk(['--school'])
    open.desk.devices.test(true)
    open.devices.place('door', { kind: 'card', card: NOBODYS })
    end(open)
    await vi.waitFor(() => expect(open.taps).toHaveLength(1))
    expect(open.tested).toEqual([])
    expect(stored(open).slice(0, 2)).toEqual([1, 1])
  })

  it('nobody lays a card down for ends by itself, and the page is told', async () => {
    const open = await openDesk(['--school'])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    open.desk.devices.test(true)
    const told = open.states.length
    vi.advanceTimersByTime(TEST_LIMIT_MS)
    expect(open.states.length).toBe(told + 1)
    expect(open.desk.devices.view().testing).toBe(false)
    vi.useRealTimers()
    await open.laidAtDoor(NOBODYS)
    expect([open.tested.length, open.taps.length]).toEqual([0, 1])
  })

  it('is refused while no school is open, and can be taken back even then', async () => {
    const open = await openDesk(['--school'])
    await open.desk.close()
    expect(() => open.desk.devices.test(true)).toThrow('not open')
    open.desk.devices.endTest()
  })
})
