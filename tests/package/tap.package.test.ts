import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TapLine } from '../../core/tapShown.ts'
import { openDatabase } from '../../db/open.ts'
import { recentTaps } from '../../db/taps.ts'
import { existingPlan } from '../../electron/rehearsalFolder.ts'
import { samplesOf, SEEN_MS } from '../e2e/hand.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import { startPcscd, type NoPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { insertCard } from '../helpers/virtualCard.ts'
import { forgetData, startPackaged, type PackagedDesk } from './packagedDesk.ts'
import { lookAtScreen, saveScreen, shareOf, type Screen } from './screen.ts'

let pcscd: Pcscd | NoPcscd
let desk: PackagedDesk | null = null

beforeAll(async () => {
  pcscd = await startPcscd()
  if (pcscd.kind === 'unavailable' && !pcscd.impossible)
    throw new Error(`No card service for the test: ${pcscd.why}.`)
})

afterAll(async () => {
  if (desk) forgetData(desk)
  if (pcscd.kind === 'running') await pcscd.stop()
})

it('a packaged desk takes a tap: the screen turns green, and the tap is on the disk', async (test) => {
  if (pcscd.kind === 'unavailable') return test.skip(pcscd.why)
  desk = await startPackaged()
  const folder = join(desk.data, 'rehearsal')
  await until('the rehearsal school is made', () => existingPlan(folder) !== null)
  const outcome = samplesOf(folder).get('valid')?.read
  if (outcome?.kind !== 'card') throw new Error('The sample has no chip.')
  expect(shareOf(GOOD, lookAtScreen())).toBeLessThan(0.02)

  const seen = await tapUntilGreen(pcscd.ports[0], chipProgram(outcome.card))
  saveScreen(seen, join(import.meta.dirname, '../../out/screens/package-tap.png'))
  await desk.close()

  const taps = tapsIn(folder)
  expect(taps.map(({ verdict }) => verdict)).toEqual(['valid'])
  expect(taps[0]?.reader).toContain('Virtual PCD')
  expect(taps[0]?.name).not.toBeNull()
})

/** `--good` of renderer/styles/tokens.css: the field of a good verdict, a good part of the screen. */
const GOOD = 0x1b7446
const FIELD = 0.1

/**
 * Lays the card down and waits for the verdict. From outside nobody can see when the desk begins to watch its
 * readers, and a card that lay there before is no tap: then it is lifted and laid down again.
 */
async function tapUntilGreen(
  port: number,
  program: Parameters<typeof insertCard>[1],
): Promise<Screen> {
  for (let time = 1; time <= 3; time++) {
    const card = await insertCard(port, program)
    try {
      for (const until = Date.now() + 6_000; Date.now() < until; await sleep(200)) {
        const screen = lookAtScreen()
        if (shareOf(GOOD, screen) < FIELD) continue
        await sleep(500) // what is still moving comes to rest
        return lookAtScreen()
      }
    } finally {
      await card.pull()
      await sleep(SEEN_MS)
    }
  }
  saveScreen(lookAtScreen(), join(import.meta.dirname, '../../out/screens/package-tap-missed.png'))
  throw new Error('The screen did not turn green.')
}

async function until(what: string, done: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) if (done()) return
  throw new Error(`Waited in vain: ${what}.`)
}

/** With the key that lies beside the data where the system keeps no secrets. */
function tapsIn(folder: string): readonly TapLine[] {
  const { key } = JSON.parse(readFileSync(join(folder, 'desk.key'), 'utf8')) as {
    readonly key: string
  }
  const db = openDatabase({
    file: join(folder, 'desk.db'),
    key: Buffer.from(key, 'base64'),
    readonly: true,
  })
  try {
    return recentTaps(db, 10)
  } finally {
    db.close()
  }
}
