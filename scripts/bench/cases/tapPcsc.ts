import { fork } from 'node:child_process'
import { join } from 'node:path'
import { REPO } from '../../../tests/e2e/launch.ts'
import type { Pcscd } from '../../../tests/helpers/pcscd.ts'
import type { CardProgram } from '../../../tests/helpers/virtualCard.ts'
import type { BareNews, NextCard } from '../bareReading.ts'
import { inTurn } from '../cards.ts'
import { withDesk, within } from '../desk.ts'
import type { Painted, VerdictWatch } from '../inPage.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { chips, commandsFor, ownPcscd, slotName, slotsOf } from '../slots.ts'
import { wayOf } from './tapFake.ts'

declare const window: { readonly bench: VerdictWatch }

const READ_WITHIN_MS = 10_000

/**
 * PC/SC event → verdict painted, on a real card service with virtual cards. The floor is a bare loop
 * that says the same to the same cards: half of it before the desk, half after, under the same service.
 */
export async function tapPcsc(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const cards = chips(folder)
  const pcscd = await ownPcscd()
  try {
    const half = Math.ceil(n / 2)
    const before = await bareTaps(pcscd, cards, 0, half)
    const { value: taps, loopDelayMaxMs } = await withDesk(folder, ({ page }) =>
      deskTaps(pcscd, cards, n, () => page.evaluate(() => window.bench.next())),
    )
    const after = await bareTaps(pcscd, cards, half, n)
    return {
      values: taps.map(({ placedAt, paintedAt }) => paintedAt - placedAt),
      floor: [...before, ...after],
      loopDelayMaxMs,
      more: wayOf(taps),
    }
  } finally {
    await pcscd.stop()
  }
}

async function deskTaps(
  pcscd: Pcscd,
  cards: readonly CardProgram[],
  n: number,
  next: () => Promise<Painted>,
): Promise<readonly Painted[]> {
  const slots = slotsOf(pcscd)
  const taps: Painted[] = []
  for (let turn = 0; turn < n; turn++) {
    const seen = next()
    taps.push(
      await slots.lay(turn, inTurn(cards, turn), () => within(READ_WITHIN_MS, 'A verdict', seen)),
    )
  }
  return taps
}

/** The cards of the turns `from` to `to`, read by a process that does nothing else. */
async function bareTaps(
  pcscd: Pcscd,
  cards: readonly CardProgram[],
  from: number,
  to: number,
): Promise<readonly number[]> {
  const slots = slotsOf(pcscd)
  const loop = fork(join(REPO, 'scripts/bench/bareReading.ts'))
  const news = (): Promise<BareNews> =>
    within(
      READ_WITHIN_MS,
      'A bare reading',
      new Promise((resolve) => loop.once('message', (one) => resolve(one as BareNews))),
    )
  const took: number[] = []
  try {
    await news()
    for (let turn = from; turn < to; turn++) {
      const program = inTurn(cards, turn)
      const commands = await commandsFor(program)
      loop.send({ reader: slotName(turn), commands } satisfies NextCard)
      const read = news()
      const told = await slots.lay(turn, program, () => read)
      if (!('ms' in told)) throw new Error(`The bare loop: ${JSON.stringify(told)}`)
      took.push(told.ms)
    }
    return took
  } finally {
    loop.kill()
  }
}
