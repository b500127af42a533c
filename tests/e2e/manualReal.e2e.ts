import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator } from 'playwright/test'
import type { RunningDesk } from './launch.ts'
import { manualPicture } from './manualPictures.ts'
import { firstFiles } from './manualRoll.ts'
import { hasKeyring, launchRealDesk, realDesksApp, startKeyring, type Keyring } from './realDesk.ts'

/** The pictures of docs/manual.zh-CN.md that only a real school has: its first run, its care, its first roll. */
test.skip(!hasKeyring, 'there is no gnome-keyring')

const PEOPLE = [
  { role: 'administrator', name: '赵磊', pin: '730155' },
  { role: 'supervisor', name: '张静', pin: '730152' },
] as const

let app: ReturnType<typeof realDesksApp>
let scratch: string
let keyring: Keyring
let desk: RunningDesk

test.beforeAll(async () => {
  app = realDesksApp()
  scratch = mkdtempSync(join(tmpdir(), 'manual-'))
  keyring = await startKeyring(join(scratch, 'ring'))
  desk = await launchRealDesk({ app: app.folder, folder: join(scratch, 'data'), keyring })
})

test.afterAll(async () => {
  await desk?.close()
  keyring?.stop()
  app.forget()
  rmSync(scratch, { recursive: true, force: true })
})

test.describe.configure({ mode: 'serial' })

const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)

async function signIn({ name, pin }: (typeof PEOPLE)[number]): Promise<void> {
  await desk.page.locator('[data-test^="staff-tile-"]', { hasText: name }).click()
  await at('pin').pressSequentially(pin, { delay: 60 })
  await desk.page.keyboard.press('Enter')
}

/** Whoever is asked for a file or a folder chooses this one. */
const choose = (path: string): Promise<void> =>
  desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)

test('the manual shows the first run of a school, and how its data are cared for', async () => {
  await expect(at('first-run')).toBeVisible({ timeout: 20_000 })
  for (const { role, name, pin } of PEOPLE) {
    await at(`${role}-name`).fill(name)
    await at(`${role}-pin`).fill(pin)
    await at(`${role}-pin-again`).fill(pin)
  }
  await manualPicture(desk.page, 'first-run-people')
  await at('first-run-next').click()
  await expect(at('sheet-step')).toBeVisible({ timeout: 10_000 })
  const characters = (await at('sheet-groups').first().innerText()).replaceAll(/[\s\d]/g, '')
  await manualPicture(desk.page, 'first-run-sheet')
  await at('first-run-next').click()
  await expect(at('sheet-check')).toBeVisible()
  await manualPicture(desk.page, 'first-run-check')
  for (const field of await desk.page.locator('[data-test^="asked-"]').all()) {
    const place = Number((await field.getAttribute('data-test'))?.slice('asked-'.length))
    await field.fill([...characters][place - 1] ?? '')
  }
  await at('first-run-confirm').click()
  await expect(at('locked')).toBeVisible({ timeout: 20_000 })
  await at('with-sheet').click()
  await expect(at('recover')).toBeVisible()
  await manualPicture(desk.page, 'recover')
  await at('sheet-back').click()
  await signIn(PEOPLE[0])
  await at('nav-care').click()
  await at('backup-now').click()
  await expect(at('backup-row').first()).toBeVisible({ timeout: 20_000 })
  await manualPicture(desk.page, 'care')
})

test('the manual shows how a roll and its photos come in', async () => {
  const files = firstFiles(scratch)
  await desk.page.keyboard.press('F9')
  await expect(at('locked')).toBeVisible()
  // The page is made anew a moment after it is drawn.
  await desk.page.waitForTimeout(600)
  await signIn(PEOPLE[1])
  await at('nav-roll').click()
  await at('roll-school').fill('北京市东城区示例小学')
  await manualPicture(desk.page, 'roll-first')
  await choose(files.roll)
  await at('roll-open').click()
  await expect(at('roll-file')).toBeVisible({ timeout: 10_000 })
  await manualPicture(desk.page, 'roll-file')
  await at('roll-check').click()
  await at('roll-take').click({ timeout: 20_000 })
  await expect(at('roll-done')).toBeVisible({ timeout: 30_000 })
  await choose(files.rollAgain)
  await at('roll-open').click()
  await at('roll-check').click({ timeout: 10_000 })
  await expect(at('roll-preview')).toBeVisible({ timeout: 20_000 })
  await at('count-changed').click()
  await manualPicture(desk.page, 'roll-preview')
  await at('without-broken').check()
  await at('roll-take').click()
  await expect(at('roll-done')).toBeVisible({ timeout: 30_000 })
  await manualPicture(desk.page, 'roll-imported')
  await choose(files.photos)
  await at('photos-folder').click()
  await expect(at('photos-preview')).toBeVisible({ timeout: 20_000 })
  await manualPicture(desk.page, 'roll-photos')
})
