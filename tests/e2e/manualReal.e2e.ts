import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator } from 'playwright/test'
import type { RunningDesk } from './launch.ts'
import { manualPicture } from './manualPictures.ts'
import { hasKeyring, launchRealDesk, realDesksApp, startKeyring, type Keyring } from './realDesk.ts'

/** The pictures of docs/manual.zh-CN.md that only a real school has: its first run, its care. */
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

const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)

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
  const [administrator] = PEOPLE
  await desk.page.locator('[data-test^="staff-tile-"]', { hasText: administrator.name }).click()
  await at('pin').pressSequentially(administrator.pin, { delay: 60 })
  await desk.page.keyboard.press('Enter')
  await at('nav-care').click()
  await at('backup-now').click()
  await expect(at('backup-row').first()).toBeVisible({ timeout: 20_000 })
  await manualPicture(desk.page, 'care')
})
