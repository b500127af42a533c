import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Bench, openBench } from '../helpers/pcscdBench.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'

const READY_WITHIN_MS = 5_000
/** Ten times what it is typically, on a busy machine. */
const LOOP_GUARD_MS = 500

describe.skipIf(inject('noPcscd') !== null)('the PC/SC service', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openBench()
  })
  beforeEach(() => {
    bench.loopDelay()
  })
  afterAll(() => bench.close())

  it('stopped and started again five times is found each time, and cards are read', async () => {
    for (const downForMs of [0, 300, 1_000, 2_500, 4_000]) {
      await bench.pcscd.down()
      await bench.next('service')
      await bench.next('reader-removed', 0)
      await bench.next('reader-removed', 1)
      await sleep(downForMs)
      await bench.pcscd.up()
      const upAt = Date.now()
      await Promise.all([bench.next('reader-added', 0), bench.next('reader-added', 1)])
      const readyMs = Date.now() - upAt
      console.info(`service down ${downForMs} ms: ready ${readyMs} ms after it was back`)
      expect(readyMs).toBeLessThan(READY_WITHIN_MS)

      const card = await bench.insert(0, recordedCard('bmac'))
      await bench.next('card-read', 0)
      await card.pull()
      await bench.next('card-gone', 0)
    }
    expect(bench.law.atRest()).toEqual([])
    expect(bench.events.filter((event) => event.kind === 'service').length).toBe(11)
  })

  it('that stops in the middle of a read leaves an outcome and a removal', async () => {
    const bmac = recordedCard('bmac')
    await bench.insert(0, {
      atr: bmac.atr,
      answer: (command, hands) =>
        command === '00B0840020'
          ? bench.pcscd.down().then(() => null)
          : bmac.answer(command, hands),
    })
    expect(await bench.next('card-failed', 0)).toMatchObject({ kind: 'card-failed' })
    await bench.next('card-gone', 0)
    await bench.next('reader-removed', 0)
    expect(bench.law.atRest()).toEqual([])
    await bench.pcscd.up()
    await bench.next('reader-added', 0)
    const card = await bench.insert(0, bmac)
    await bench.next('card-read', 0)
    await card.pull()
    await bench.next('card-gone', 0)
  })

  it('never freezes the event loop by its absence', async () => {
    await bench.pcscd.down()
    bench.loopDelay()
    await sleep(3_000)
    const { p99, max } = bench.loopDelay()
    console.info(`loop delay without service: p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms`)
    expect(max).toBeLessThan(LOOP_GUARD_MS)
    await bench.pcscd.up()
    await bench.next('reader-added', 0)
  })

  it('shows a card that lay there before we looked as no tap, and reads it when laid anew', async () => {
    await bench.readers.stop()
    const lying = await bench.insert(0, recordedCard('bmac'))
    await sleep(1_000)
    const before = bench.events.length
    const { readerLaw } = await import('./readerLaw.ts')
    const law = readerLaw()
    bench.restart()
    await bench.next('card-lying', 0)
    await sleep(1_500)
    const told = bench.events.slice(before)
    expect(told.some((event) => event.kind === 'card-placed')).toBe(false)
    await lying.pull()
    await bench.next('card-gone', 0)
    const card = await bench.insert(0, recordedCard('bmac'))
    await bench.next('card-read', 0)
    await card.pull()
    await bench.next('card-gone', 0)
    bench.events.slice(before).forEach((event) => law.hear(event))
    expect(law.atRest()).toEqual([])
  })

  it('hears nothing more of us after stop', async () => {
    await bench.readers.stop()
    const before = bench.events.length
    const card = await bench.insert(0, recordedCard('bmac'))
    await sleep(1_000)
    await card.pull()
    expect(bench.events.length).toBe(before)
  })
})
