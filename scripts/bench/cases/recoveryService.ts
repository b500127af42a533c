import { setTimeout as sleep } from 'node:timers/promises'
import { withDesk, within } from '../desk.ts'
import { realReaders } from '../inRecovery.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { ownPcscd } from '../slots.ts'

const SEEN_WITHIN_MS = 30_000

/** 0.3 to 2.9 s: so that the desk's pauses between its looks, up to two seconds, are met anywhere. */
const downFor = (turn: number): number => 300 + ((turn * 700) % 2_700)

/** The card service is started again → the desk shows its readers as ready; its own start included. */
export async function recoveryService(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const pcscd = await ownPcscd()
  try {
    const { value, loopDelayMaxMs } = await withDesk(folder, async ({ page }) => {
      const until = (wanted: 'ready' | 'none'): Promise<number> =>
        within(SEEN_WITHIN_MS, `Readers: ${wanted}`, page.evaluate(realReaders, wanted))
      const took: number[] = []
      await until('ready')
      for (let turn = 0; turn < n; turn++) {
        await pcscd.down()
        await until('none')
        await sleep(downFor(turn))
        const ready = until('ready')
        const startedAt = performance.timeOrigin + performance.now()
        await pcscd.up()
        took.push((await ready) - startedAt)
      }
      return took
    })
    return { values: value, floor: null, loopDelayMaxMs }
  } finally {
    await pcscd.stop()
  }
}
