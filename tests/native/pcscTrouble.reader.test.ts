import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as Addon from 'pcsc-mini/build/addon.node.js'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { READ_LIMIT_MS } from '../../native/reader.ts'
import { type Bench, openBench, SLOTS } from '../helpers/pcscdBench.ts'
import type { CardProgram } from '../helpers/virtualCard.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'

const NUMBER = '1000751136141285'
const CARD_INFO = '00B0840020'

/** A BMAC card that does something else at one command. */
function bmacThat(at: string, act: CardProgram['answer']): CardProgram {
  const card = recordedCard('bmac')
  return {
    atr: card.atr,
    answer: (command, hands) =>
      command === at ? act(command, hands) : card.answer(command, hands),
  }
}

describe.skipIf(inject('noPcscd') !== null)('a card in trouble on a real reader', () => {
  let bench: Bench

  beforeEach(async () => {
    bench = await openBench()
  })
  afterEach(async () => {
    await bench.close()
    expect(bench.law.breaches).toEqual([])
  })

  /** Ready again: a good card is read within 5 s of the trouble. */
  async function readsAgain(slot: 0 | 1 = 0): Promise<void> {
    const from = Date.now()
    const card = await bench.insert(slot, recordedCard('bmac'))
    const { card: read } = await bench.next('card-read', slot)
    expect(read).toMatchObject({ family: 'bmac', number: NUMBER })
    expect(Date.now() - from).toBeLessThan(5_000)
    await card.pull()
    await bench.next('card-gone', slot)
  }

  it.each(['soft', 'hard'] as const)(
    'pulled away between two commands (%s) is "removed"',
    async (how) => {
      await bench.insert(
        0,
        bmacThat(CARD_INFO, (_, card) => card.pull(how).then(() => null)),
      )
      expect(await bench.next('card-failed', 0)).toMatchObject({ failure: 'removed' })
      await bench.next('card-gone', 0)
      await readsAgain()
    },
  )

  it('that never answers is "mute" after the limit, and the other reader goes on', async () => {
    const card = await bench.insert(
      0,
      bmacThat(CARD_INFO, () => null),
    )
    const placed = await bench.next('card-placed', 0)
    await readsAgain(1)
    const failed = await bench.next('card-failed', 0)
    expect(failed).toMatchObject({ failure: 'mute', placedAt: placed.at })
    expect(Date.now() - placed.at).toBeLessThan(READ_LIMIT_MS + 1_000)
    await card.pull()
    await bench.next('card-gone', 0)
    await readsAgain()
  })

  it('that answers without sense is "garbage"', async () => {
    const card = await bench.insert(0, recordedCard('garbage'))
    expect(await bench.next('card-failed', 0)).toMatchObject({ failure: 'garbage' })
    await card.pull()
    await bench.next('card-gone', 0)
    await readsAgain()
  })

  it('whose ATR makes no sense gives no identity', async () => {
    const card = await bench.insert(0, { ...recordedCard('bmac'), atr: 'FFFFFFFF' })
    await bench.next('card-failed', 0)
    await card.pull()
    await bench.next('card-gone', 0)
    await readsAgain()
  })

  it('that answers with nothing gives no identity', async () => {
    const card = await bench.insert(
      0,
      bmacThat(CARD_INFO, () => ''),
    )
    // vpcd 3.3 goes on waiting after an answer of no bytes: so it is mute.
    expect(await bench.next('card-failed', 0)).toMatchObject({ failure: 'mute' })
    await card.pull()
    await bench.next('card-gone', 0)
    await readsAgain()
  })

  it('that another program resets while it is read is read anew, whole', async () => {
    const other = (
      createRequire(import.meta.url)('pcsc-mini/build/addon.node.js') as typeof Addon
    ).newClient()
    let reset: Promise<unknown> | null = null
    const card = await bench.insert(
      0,
      bmacThat(CARD_INFO, async (command, hands) => {
        if (!reset) {
          reset = other.connect(SLOTS[0], 2).then((session) => session.disconnect(1))
          await sleep(200)
        }
        return recordedCard('bmac').answer(command, hands)
      }),
    )
    const { card: read } = await bench.next('card-read', 0)
    await reset
    expect(read).toMatchObject({ family: 'bmac', number: NUMBER, blacklisted: false })
    await card.pull()
    await bench.next('card-gone', 0)
    await readsAgain()
  })

  it('swapped for another between two commands is never read as a mixture', async () => {
    let second: Promise<unknown> | null = null
    await bench.insert(
      0,
      bmacThat(CARD_INFO, async (_, card) => {
        await card.pull()
        second = bench.insert(0, recordedCard('t-union'))
        return null
      }),
    )
    const read = await bench.next('card-read', 0, 10_000)
    expect(read.card).toEqual({
      family: 't-union',
      number: '3105170010170907984',
      uid: '04A1B2C3D4E5F6',
      transitType: 'student',
      transit: { from: '2019-08-06', to: '2040-12-31' },
    })
    const card = (await second) as unknown as { pull(): Promise<void> }
    await card.pull()
    await bench.next('card-gone', 0)
  })
})
