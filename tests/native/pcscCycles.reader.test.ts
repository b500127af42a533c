import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Bench, openBench } from '../helpers/pcscdBench.ts'
import type { CardProgram } from '../helpers/virtualCard.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'

const CYCLES = 100
/** Ten times what it is typically, on a busy machine. */
const LOOP_GUARD_MS = 500

/** A BMAC card with a number of its own for each cycle and slot. */
function numbered(number: string): CardProgram {
  const bmac = recordedCard('bmac')
  return {
    atr: bmac.atr,
    async answer(command, hands) {
      const answer = await bmac.answer(command, hands)
      return command === '00B0840020' && answer ? number + answer.slice(16) : answer
    },
  }
}

describe.skipIf(inject('noPcscd') !== null)('many cards one after the other', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench.close())

  it(
    `${CYCLES} cards on each of two readers: each is read once, as itself`,
    { timeout: 200_000 },
    async () => {
      bench.loopDelay()
      const readMs: number[] = []

      const cycle = async (slot: 0 | 1): Promise<void> => {
        for (let i = 0; i < CYCLES; i += 1) {
          const number = `10007511${slot}${String(i).padStart(7, '0')}`
          const card = await bench.insert(slot, numbered(number))
          const read = await bench.next('card-read', slot)
          readMs.push(Date.now() - read.placedAt)
          expect(read.card).toMatchObject({ family: 'bmac', number })
          await card.pull()
          await bench.next('card-gone', slot)
        }
      }
      await Promise.all([cycle(0), cycle(1)])

      const { p99, max } = bench.loopDelay()
      readMs.sort((a, b) => a - b)
      console.info(
        `${2 * CYCLES} cards: event to identity p50 ${readMs[CYCLES]} ms, p95 ${readMs[Math.floor(CYCLES * 1.9)]} ms; ` +
          `loop delay p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms`,
      )
      const count = (kind: string): number =>
        bench.events.filter((event) => event.kind === kind).length
      expect([count('card-placed'), count('card-read'), count('card-gone')]).toEqual(
        Array(3).fill(2 * CYCLES),
      )
      expect(bench.law.atRest()).toEqual([])
      expect(max).toBeLessThan(LOOP_GUARD_MS)
    },
  )
})
