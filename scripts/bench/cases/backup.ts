import type { KioskBridge } from '../../../core/contract.ts'
import { within, withDesk } from '../desk.ts'
import { watchGaps } from '../inGaps.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

declare const window: { readonly kiosk: KioskBridge; benchGap?: () => number }

/** Ten schools in one: twenty turns end before the desk locks itself. */
const PUPILS = 30_000
const WITHIN_MS = 60_000

/**
 * A backup of a large school, read through from end to end, and a check of its log → the longest that the page
 * kept anybody waiting meanwhile (hardening.md A9); main's loop is watched by every benchmark.
 */
export async function backup(n: number): Promise<Measured> {
  const folder = await schoolOf(PUPILS)
  const took: number[] = []
  const { value: values, loopDelayMaxMs } = await withDesk(folder, async ({ page }) => {
    await page.evaluate(watchGaps)
    const gaps: number[] = []
    for (let turn = 0; turn < n; turn++) {
      const work = page.evaluate(async () => {
        window.benchGap?.()
        const from = performance.now()
        const replies = [
          await window.kiosk.request('backup.now', null),
          await window.kiosk.request('audit.check', null),
        ]
        return {
          refused: replies.filter(({ ok }) => !ok).length,
          ms: performance.now() - from,
          gapMs: window.benchGap?.() ?? Number.NaN,
        }
      })
      const { refused, ms, gapMs } = await within(WITHIN_MS, 'A backup', work)
      if (refused > 0) throw new Error('The desk would not make a backup or check its log.')
      took.push(ms)
      gaps.push(gapMs)
    }
    return gaps
  })
  const more = { 'backup and check (p50)': Math.round(percentile(took, 50)) }
  return { values, floor: null, loopDelayMaxMs, more }
}
