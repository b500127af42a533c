import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { rehearsalPin } from '../../electron/rehearsal/staff.ts'
import { hits } from '../helpers/canary.ts'
import { deskForTests } from './deskForTests.ts'
import { picture, signIn, verdictAfter } from './launch.ts'

const desk = deskForTests({ args: ['--students', '300'] })
const { at, tap } = desk
const pinOf = (who: string): string => rehearsalPin(`rehearsal-${who}`) ?? ''

/** The page is made anew a moment after the locked screen is drawn. */
const RENEWED_MS = 600

async function lock(): Promise<void> {
  await desk.page.keyboard.press('F9')
  await expect(at('locked')).toBeVisible()
  await desk.page.waitForTimeout(RENEWED_MS)
  await expect(at('locked')).toBeVisible()
}

/** By hand: a click, the keys, Enter. */
async function typeIn(who: string, pin = pinOf(who)): Promise<void> {
  await at(`staff-tile-rehearsal-${who}`).click()
  await at('pin').pressSequentially(pin, { delay: 60 })
  await desk.page.keyboard.press('Enter')
}

/** As V8 writes a text into its snapshots: what is not ASCII by its number. */
const inSnapshot = (text: string): string =>
  [...text.normalize('NFC')]
    .flatMap((character) => character.split(''))
    .map((unit) =>
      unit.charCodeAt(0) < 128
        ? unit
        : `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .join('')

/** All text that lives in the memory of the page. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

test('a person signs in by hand: name, PIN, Enter; the purpose stands in the status bar', async () => {
  await lock()
  await picture(desk.page, 'locked')
  await at('staff-tile-rehearsal-supervisor').click()
  await at('purpose-exam').click()
  await typeIn('supervisor')
  await expect(at('waiting')).toBeVisible()
  await expect(at('purpose')).toContainText('考试')
  await expect(at('operator-name')).toContainText('张静')
})

test('a wrong PIN is told with what is left, cleared, and the right one goes on', async () => {
  await lock()
  await typeIn('clerk', '730259')
  await expect(at('pin-told')).toBeVisible()
  await picture(desk.page, 'locked-wrong-pin')
  await expect(at('pin')).toHaveValue('')
  await typeIn('clerk')
  await expect(at('waiting')).toBeVisible()
})

test('A19, A10 nothing of a pupil is left after the lock: screen, memory of the page, files', async () => {
  await lock()
  await signIn(desk.page)
  await verdictAfter(desk.page, 'valid', () => tap('valid-long-name'))
  const name = (await at('person-name').first().innerText()).trim()
  expect(name.length).toBeGreaterThan(6)
  await at('open-student').click()
  await at('show-education-id').click()
  await at('look-card').click()
  const whole = (await at('education-id-whole').innerText()).replaceAll(/\D/g, '')
  expect(whole).toHaveLength(8)
  await at('search-input').fill(name.slice(0, 4))
  await expect(at('search-hit').first()).toBeVisible()
  // The search for them is no idle one: while they are shown it finds them.
  expect((await heapOf(desk.page)).includes(inSnapshot(name))).toBe(true)

  await desk.page.keyboard.press('F9')
  await expect(at('locked')).toBeVisible()
  // By a locator, which waits: the page is about to be made anew.
  const shown = await desk.page.locator('html').innerHTML()
  for (const secret of [name, name.slice(0, 4), whole]) expect(shown).not.toContain(secret)
  await desk.page.waitForTimeout(RENEWED_MS)
  const heap = await heapOf(desk.page)
  for (const secret of [name, whole]) expect(heap.includes(inSnapshot(secret))).toBe(false)
  for (const file of readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(desk.folder, file)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    expect([file, hits(readFileSync(path), [name, whole])]).toEqual([file, []])
  }
})

test('what was being typed comes back to the same person, and to nobody else', async () => {
  await signIn(desk.page)
  await at('search-input').fill('王小')
  await desk.page.waitForTimeout(600)
  await lock()
  await typeIn('clerk')
  await expect(at('waiting')).toBeVisible()
  await expect(at('search-input')).toHaveValue('')
  await lock()
  await typeIn('everything')
  await expect(at('search-input')).toHaveValue('王小')
  await at('search-input').fill('')
})

test('an act of the former sign-in is refused after another one (E26)', async () => {
  const late = await desk.page.evaluate(async () => {
    const { kiosk } = window as unknown as {
      kiosk: { request(name: string, args: unknown): Promise<{ ok: boolean; code?: string }> }
    }
    await kiosk.request('session.lock', { handOver: true })
    return kiosk.request('taps.recent', { limit: 5 })
  })
  expect(late).toMatchObject({ ok: false, code: 'signed-out' })
})

test('an administrator sees people, log and care, and no pupil', async () => {
  await desk.page.waitForTimeout(RENEWED_MS)
  await signIn(desk.page, 'administrator')
  await expect(at('staff')).toBeVisible()
  expect(await at('nav-verify').count()).toBe(0)
  expect(await at('search-input').count()).toBe(0)
  for (const [nav, screen] of [
    ['log', 'log'],
    ['care', 'care'],
    ['privacy', 'privacy-screen'],
    ['calendar', 'calendar-screen'],
  ] as const) {
    await at(`nav-${nav}`).click()
    await expect(at(screen)).toBeVisible()
    await picture(desk.page, `administrator-${nav}`)
  }
})
