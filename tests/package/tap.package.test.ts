import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TapLine } from '../../core/tapShown.ts'
import { openDatabase } from '../../db/open.ts'
import { recentTaps } from '../../db/taps.ts'
import { samplesOf } from '../e2e/hand.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import { startPcscd, type NoPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { insertCard } from '../helpers/virtualCard.ts'
import { clerkSignsIn, dataKeyOfClerk } from './clerk.ts'
import { forgetData, startPackaged, type PackagedDesk } from './packagedDesk.ts'
import { saveScreen } from './screen.ts'
import { screenAtRest, shows, waitToSee } from './waitToSee.ts'

let pcscd: Pcscd | NoPcscd
let desk: PackagedDesk | null = null

beforeAll(async () => {
  pcscd = await startPcscd()
  if (pcscd.kind === 'unavailable' && !pcscd.impossible)
    throw new Error(`No card service for the test: ${pcscd.why}.`)
})

afterAll(async () => {
  if (pcscd.kind === 'running') await pcscd.stop()
  await desk?.close() // it runs still where the test failed
  if (desk) forgetData(desk)
})

it('a packaged desk takes a tap: the screen turns green, and the tap is on the disk', async (test) => {
  if (pcscd.kind === 'unavailable') return test.skip(pcscd.why)
  desk = await startPackaged()
  await clerkSignsIn()
  const folder = join(desk.data, 'rehearsal')
  const outcome = samplesOf(folder).get('valid')?.read
  if (outcome?.kind !== 'card') throw new Error('The sample has no chip.')
  // A card that lies there before the desk watches its readers is no tap.
  await waitToSee('a reader that is ready')
  expect(shows('a good verdict')).toBe(false)

  const card = await insertCard(pcscd.ports[0], chipProgram(outcome.card))
  try {
    await waitToSee('a good verdict')
    saveScreen(await screenAtRest(), join(import.meta.dirname, '../../out/screens/package-tap.png'))
  } finally {
    await card.pull()
  }
  await desk.close()

  const taps = tapsIn(folder, await dataKeyOfClerk(folder))
  expect(taps.map(({ verdict }) => verdict)).toEqual(['valid'])
  expect(taps[0]?.reader).toContain('Virtual PCD')
  expect(taps[0]?.name).not.toBeNull()
})

function tapsIn(folder: string, key: Uint8Array): readonly TapLine[] {
  const db = openDatabase({ file: join(folder, 'desk.db'), key, readonly: true })
  try {
    return recentTaps(db, 10)
  } finally {
    db.close()
  }
}
