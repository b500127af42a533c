import { deskReady, launchDesk, type RunningDesk } from '../../../tests/e2e/launch.ts'
import { differentCards, inTurn } from '../cards.ts'
import { compareClocks } from '../clocks.ts'
import { within } from '../desk.ts'
import { tapAndSee, watchVerdicts } from '../inPage.ts'
import { noteFirstVerdict } from '../inRecovery.ts'
import { longestDelay, watchLoop } from '../loopDelay.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

/** A page that dies four times a minute waits ten seconds (electron/rebuildDelay.ts): a new desk before. */
const DEATHS_A_DESK = 3
const BACK_WITHIN_MS = 30_000

/** The page is killed while a verdict stands → the same verdict is painted in the page that follows. */
export async function recoveryPage(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const values: number[] = []
  let loopDelayMaxMs = 0
  while (values.length < n) {
    const desk = await launchDesk({ folder })
    try {
      await desk.app.context().addInitScript(noteFirstVerdict)
      await deskReady(desk)
      await compareClocks(desk)
      await watchLoop(desk.app)
      values.push(...(await deaths(desk, folder, Math.min(DEATHS_A_DESK, n - values.length))))
      loopDelayMaxMs = Math.max(loopDelayMaxMs, await longestDelay(desk.app))
    } finally {
      await desk.close()
    }
  }
  return { values, floor: null, loopDelayMaxMs }
}

async function deaths(
  { app, page: first }: RunningDesk,
  folder: string,
  times: number,
): Promise<readonly number[]> {
  const cards = differentCards(folder)
  const took: number[] = []
  let page = first
  for (let death = 0; death < times; death++) {
    await page.evaluate(watchVerdicts)
    const { tapId } = await page.evaluate(tapAndSee, inTurn(cards, death))
    const follows = app.waitForEvent('window')
    const killedAt = await app.evaluate(({ BrowserWindow }) => {
      const at = performance.timeOrigin + performance.now()
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
      return at
    })
    page = await within(BACK_WITHIN_MS, 'A new page', follows)
    const back = await within(
      BACK_WITHIN_MS,
      'The verdict',
      page.evaluate(() => window.benchPainted),
    )
    if (back?.tapId !== tapId) throw new Error('Another verdict came back.')
    took.push(back.paintedAt - killedAt)
  }
  return took
}

declare const window: {
  readonly benchPainted: Promise<{ readonly tapId: string | null; readonly paintedAt: number }>
}
