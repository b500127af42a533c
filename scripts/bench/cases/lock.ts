import { setTimeout as sleep } from 'node:timers/promises'
import type { KioskBridge } from '../../../core/contract.ts'
import { deskReady, verdictAfter } from '../../../tests/e2e/launch.ts'
import { within, withDesk } from '../desk.ts'
import { watchLock } from '../inLogin.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

declare const window: { readonly kiosk: KioskBridge; readonly benchLocked?: Promise<number> }

const WITHIN_MS = 5_000
/** The page is made anew after each lock. */
const RENEWED_MS = 1_500
const LOCK_KEY = 'F9'

/** The key that locks → the frame that shows nothing of the desk any more, with a verdict on the screen. */
export async function lock(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const { value: values, loopDelayMaxMs } = await withDesk(folder, async (desk) => {
    const { page } = desk
    const took: number[] = []
    for (let turn = 0; turn < n; turn++) {
      const card = turn % 2 === 0 ? 'valid' : 'lost'
      await verdictAfter(page, card, () =>
        page.evaluate((sampleId) => window.kiosk.request('rehearsal.tap', { sampleId }), card),
      )
      await page.evaluate(watchLock, LOCK_KEY)
      await page.keyboard.press(LOCK_KEY)
      const told = page.evaluate(() => window.benchLocked)
      took.push((await within(WITHIN_MS, 'The locked screen', told)) ?? Number.NaN)
      await sleep(RENEWED_MS)
      await deskReady(desk)
    }
    return took
  })
  return { values, floor: null, loopDelayMaxMs }
}
