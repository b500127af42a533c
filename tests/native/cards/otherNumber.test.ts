import { expect, it } from 'vitest'
import { otherAsked } from '../../../native/otherAsked.ts'
import { readOtherNumber } from '../../../native/cards/otherNumber.ts'
import { readCard } from '../../../native/cards/readCard.ts'
import { bytes, hex } from '../../../native/hex.ts'
import { recordedTalk } from '../../helpers/virtualCardTalk.ts'

/** The cards of these recordings in one: a student card carries both applications. */
function cardOf(...names: readonly string[]) {
  const talks = names.map(recordedTalk)
  const answers = new Map(
    talks.toReversed().flatMap(({ exchanges }) => exchanges.map((one) => [one.sent, one.answered])),
  )
  return {
    atr: bytes(talks[0]?.atr ?? ''),
    transmit: (command: Uint8Array) => Promise.resolve(bytes(answers.get(hex(command)) ?? '6A82')),
  }
}

async function numbers(...names: readonly string[]): Promise<readonly (string | null)[]> {
  const { atr, transmit } = cardOf(...names)
  const card = await readCard(transmit, atr)
  return ['number' in card ? card.number : null, await readOtherNumber(transmit, card)]
}

it('of a card with both applications is the T-Union number', async () => {
  const [bmac, other] = await numbers('bmac', 't-union')
  expect(bmac).toBe('1000751136141285')
  expect(other).toMatch(/^31\d{17}$/)
})

it('is none for a card with one application, and for one without a number', async () => {
  expect((await numbers('bmac'))[1]).toBeNull()
  expect((await numbers('t-union'))[1]).toBeNull()
  expect((await numbers('m1-classic-4k'))[1]).toBeNull()
})

it('is read once, and only while it may be asked', async () => {
  let reads = 0
  const read = () => Promise.resolve(String(++reads))
  const other = otherAsked(read)
  expect([await other.ask(), await other.ask()]).toEqual(['1', '1'])
  await other.end()
  const late = otherAsked(read)
  await late.end()
  expect([await late.ask(), reads]).toEqual([null, 1])
})

it('is none where the card left, and where it does not answer', async () => {
  expect(await otherAsked(() => Promise.reject(new Error('left'))).ask()).toBeNull()
  expect(await otherAsked(() => new Promise<never>(() => undefined)).ask()).toBeNull()
})
