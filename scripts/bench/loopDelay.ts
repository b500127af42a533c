import type { ElectronApplication } from 'playwright/test'
import type { ELDHistogram } from 'node:perf_hooks'

/** Looks this often; a delay is known to this many ms. */
const RESOLUTION_MS = 2

interface MainWithDelay {
  benchDelay?: ELDHistogram
}

/** Begins to watch main's event loop, from outside and from now on. */
export async function watchLoop(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution })
    ;(globalThis as MainWithDelay).benchDelay = delay
    delay.enable()
  }, RESOLUTION_MS)
}

/**
 * The longest that main kept anybody waiting since `watchLoop`. What Node records is the time
 * between two looks, so an idle loop has one resolution in it, which is no delay.
 * @returns ms
 */
export async function longestDelay(app: ElectronApplication): Promise<number> {
  const between = await app.evaluate(() => {
    const delay = (globalThis as MainWithDelay).benchDelay
    if (delay === undefined) throw new Error('Nobody watches the loop.')
    return delay.max / 1e6
  })
  return Math.max(0, between - RESOLUTION_MS)
}
