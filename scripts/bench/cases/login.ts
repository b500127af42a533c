import { setTimeout as sleep } from 'node:timers/promises'
import { launchDesk, type RunningDesk } from '../../../tests/e2e/launch.ts'
import { within } from '../desk.ts'
import { watchLogin, type LoggedIn } from '../inLogin.ts'
import { longestDelay, watchLoop } from '../loopDelay.ts'
import { benchPerson } from '../person.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

declare const window: { readonly benchLogin?: Promise<LoggedIn> }

const WITHIN_MS = 10_000
const SETTLE_MS = 1_000
/** Keys of a person, not of a scanner. */
const KEY_MS = 60

/**
 * Last key of the PIN → the first tap is stored and told, on the real screen: hash, envelope, opening the
 * data, and the reading of the card. Each reading is the first sign-in of a program.
 */
export async function login(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const readings: LoggedIn[] = []
  let loopDelayMaxMs = 0
  for (let turn = 0; turn < n; turn++) {
    const desk = await launchDesk({ folder })
    try {
      await chooseAndType(desk)
      await watchLoop(desk.app)
      await desk.page.keyboard.press('Enter')
      const told = desk.page.evaluate(() => window.benchLogin)
      const one = await within(WITHIN_MS, 'The first tap', told)
      if (one !== undefined) readings.push(one)
      loopDelayMaxMs = Math.max(loopDelayMaxMs, await longestDelay(desk.app))
    } finally {
      await desk.close()
    }
  }
  return {
    values: readings.map(({ tapMs }) => tapMs),
    floor: null,
    loopDelayMaxMs,
    more: {
      'last key to open (p50)':
        Math.round(
          percentile(
            readings.map(({ openMs }) => openMs),
            50,
          ) * 100,
        ) / 100,
    },
  }
}

async function chooseAndType({ page }: RunningDesk): Promise<void> {
  const { operatorId, pin } = benchPerson()
  await page.locator(`[data-test="staff-tile-${operatorId}"]`).click()
  await page.locator('[data-test="pin"]').pressSequentially(pin, { delay: KEY_MS })
  await page.evaluate(watchLogin, 'valid')
  await sleep(SETTLE_MS)
}
