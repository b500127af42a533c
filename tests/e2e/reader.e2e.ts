import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import type { TapLine } from '../../core/tapShown.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import { startPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { insertCard, type CardProgram } from '../helpers/virtualCard.ts'
import { handOf, samplesOf, SEEN_MS, type Hand } from './hand.ts'
import { deskReady, launchDesk, nextVerdict, picture, type RunningDesk } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

let pcscd: Pcscd
let desk: RunningDesk
let hand: Hand

test.beforeAll(async () => {
  const started = await startPcscd()
  if (started.kind !== 'running') {
    test.skip(started.impossible, started.why)
    throw new Error(started.why)
  }
  pcscd = started
  desk = await launchDesk()
  await deskReady(desk)
  hand = handOf(desk.page, samplesOf(join(desk.folder, 'rehearsal')), pcscd)
})

test.afterAll(async () => {
  await desk?.close()
  desk?.forget()
  await pcscd?.stop()
})

const at = (name: string) => desk.page.locator(`[data-test="${name}"]`)

const recent = (): Promise<readonly TapLine[]> =>
  desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('taps.recent', { limit: 100 })
    return reply.ok ? reply.value : []
  })

function chip(id: SampleId): CardProgram {
  const outcome = samplesOf(join(desk.folder, 'rehearsal')).get(id)?.read
  if (outcome?.kind !== 'card') throw new Error(`The sample ${id} has no chip.`)
  return chipProgram(outcome.card)
}

/** Counts frames in the page: the longest time without one, in ms, until it is asked. */
async function watchFrames(): Promise<() => Promise<number>> {
  await desk.page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0 }
    Object.assign(globalThis, { frameWatch: watch })
    const frame = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  return () =>
    desk.page.evaluate(
      () => (globalThis as unknown as { frameWatch: { longest: number } }).frameWatch.longest,
    )
}

const FAMILIES: readonly (readonly [SampleId, string])[] = [
  ['valid', 'valid'],
  ['valid-t-union', 'valid'],
  ['valid-m1', 'valid'],
  ['lost', 'lost'],
  ['chip-mismatch', 'chip-mismatch'],
  ['other-cpu', 'unknown-card'],
  ['unknown', 'unknown-card'],
  ['phone', 'temporary-number'],
  ['pulled-away', 'unreadable'],
  ['garbage', 'unreadable'],
]

for (const [id, kind] of FAMILIES)
  test(`a card on a real reader: ${id} is ${kind}`, async () => {
    const seen = await nextVerdict(desk.page)
    await hand.tap(id, async () => {
      await seen(kind)
      await expect(at('tap-reader')).toContainText('Virtual PCD')
    })
  })

test('two readers at once: each card is a tap of its own', async () => {
  const before = (await recent()).length
  const [one, two] = await Promise.all([
    insertCard(pcscd.ports[0], chip('same-name-1')),
    insertCard(pcscd.ports[1], chip('same-name-2')),
  ])
  await expect.poll(async () => (await recent()).length, { timeout: 10_000 }).toBe(before + 2)
  const lines = await recent()
  expect(new Set(lines.slice(0, 2).map(({ reader }) => reader)).size).toBe(2)
  expect(lines.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['valid', 'valid'])
  await Promise.all([one.pull(), two.pull()])
  await sleep(SEEN_MS)
})

test('a card that comes back within two seconds is one tap', async () => {
  const before = (await recent()).length
  for (let time = 0; time < 2; time++) {
    const card = await insertCard(pcscd.ports[0], chip('valid-polyphone'))
    await expect(at('reader-state').first()).toBeVisible()
    await sleep(1_000)
    await card.pull()
    await sleep(700)
  }
  await sleep(SEEN_MS)
  expect((await recent()).length).toBe(before + 1)
})

test('a card that never answers is said to be unread, and the window lives on', async () => {
  const longest = await watchFrames()
  const mute: CardProgram = { atr: '3B80800101', answer: () => null }
  const seen = await nextVerdict(desk.page)
  const card = await insertCard(pcscd.ports[0], mute)
  await seen('unreadable')
  await card.pull()
  await sleep(SEEN_MS)
  const gap = await longest()
  console.log(`longest time without a frame while a card was mute: ${gap.toFixed(0)} ms`)
  expect(gap).toBeLessThan(500)
})

test('the service stops and comes back: told in words, ready again without a restart', async () => {
  const longest = await watchFrames()
  await pcscd.down()
  await expect(at('reader-state').first()).toHaveAttribute('data-state', 'no-service', {
    timeout: 5_000,
  })
  await picture(desk.page, 'reader-no-service')
  await pcscd.up()
  const back = Date.now()
  await expect(at('reader-state').first()).toHaveAttribute('data-state', 'ready', {
    timeout: 50_000,
  })
  console.log(`service back, reader ready after ${Date.now() - back} ms`)
  const seen = await nextVerdict(desk.page)
  await hand.tap('valid-rare-name', () => seen('valid'))
  expect(await longest()).toBeLessThan(500)
})

test('a card that lies there at the start is no tap until it is lifted and laid again', async () => {
  const card = await insertCard(pcscd.ports[0], chip('valid'))
  const second = await launchDesk({ args: ['--students', '100'] })
  try {
    await deskReady(second)
    await sleep(2_000)
    await expect(second.page.locator('[data-test="verdict"]')).toHaveCount(0)
    await expect(second.page.locator('[data-test="reader-state"]').first()).toHaveAttribute(
      'data-state',
      'card-lying',
    )
    await picture(second.page, 'reader-card-lying')
    await card.pull()
    await sleep(SEEN_MS)
    const again = await insertCard(pcscd.ports[0], chip('valid'))
    await expect(second.page.locator('[data-test="verdict"]')).toBeVisible({ timeout: 10_000 })
    await again.pull()
  } finally {
    await second.close()
    second.forget()
  }
})
