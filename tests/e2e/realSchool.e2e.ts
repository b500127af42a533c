import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from 'playwright/test'
import {
  ADMINISTRATOR,
  fillPerson,
  firstRun,
  readSheet,
  SUPERVISOR,
  typeAsked,
} from './firstRunHand.ts'
import { picture, type RunningDesk } from './launch.ts'
import { hasKeyring, launchRealDesk, realDesksApp, startKeyring, type Keyring } from './realDesk.ts'

const NEW_PIN = '730158'
const PHRASES = ['春天的第一场雨下在操场上', '图书馆三楼靠窗的那张桌子'] as const

let app: ReturnType<typeof realDesksApp>
let scratch: string

test.beforeAll(() => {
  app = realDesksApp()
  scratch = mkdtempSync(join(tmpdir(), 'real-'))
})

test.afterAll(() => {
  app.forget()
  rmSync(scratch, { recursive: true, force: true })
})

const at = (page: Page, name: string): Locator => page.locator(`[data-test="${name}"]`)

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.locator('[data-test^="staff-tile-"]', { hasText: name }).click()
  await at(page, 'pin').pressSequentially(pin, { delay: 60 })
  await page.keyboard.press('Enter')
}

const keysOf = (folder: string): { readonly deviceSecret: { readonly backend: string | null } } =>
  JSON.parse(readFileSync(join(folder, 'school', 'desk.keys'), 'utf8')) as never

async function closing(desk: RunningDesk, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    await desk.close()
  }
}

test('A12 on a computer that keeps no keys: nothing goes on before an administrator answers for it', async () => {
  const folder = join(scratch, 'basic')
  const desk = await launchRealDesk({ app: app.folder, folder, keyring: null })
  await closing(desk, async () => {
    const { page } = desk
    await expect(at(page, 'key-exception')).toBeVisible({ timeout: 20_000 })
    await picture(page, 'first-run-no-key-store')
    await fillPerson(page, 'administrator', ADMINISTRATOR.name, ADMINISTRATOR.pin)
    await at(page, 'first-run-next').click()
    expect(await at(page, 'sheet-step').count()).toBe(0)
    await at(page, 'exception').check()
    await firstRun(page, PHRASES)
    expect(keysOf(folder)).toMatchObject({ exception: true, deviceSecret: { backend: null } })
    await signIn(page, SUPERVISOR.name, PHRASES[1])
    await expect(at(page, 'waiting')).toBeVisible({ timeout: 20_000 })
    await expect(at(page, 'notice-key-exception')).toBeVisible()
  })
})

test.describe('on a real key store', () => {
  test.skip(!hasKeyring, 'there is no gnome-keyring')

  let keyring: Keyring
  const folder = (): string => join(scratch, 'keyring')
  let characters = ''
  /** of the sheet before */
  let former = ''

  const launch = (): Promise<RunningDesk> =>
    launchRealDesk({ app: app.folder, folder: folder(), keyring })

  test.beforeAll(async () => {
    keyring = await startKeyring(join(scratch, 'ring'))
  })

  test.afterAll(() => keyring.stop())

  test('the first run seals the keys with it, and the next start opens them', async () => {
    const first = await launch()
    await closing(first, async () => {
      characters = await firstRun(first.page, [ADMINISTRATOR.pin, SUPERVISOR.pin])
      await picture(first.page, 'locked-real')
      expect(keysOf(folder()).deviceSecret.backend).toBe('gnome_libsecret')
    })
    const second = await launch()
    await closing(second, async () => {
      await signIn(second.page, SUPERVISOR.name, SUPERVISOR.pin)
      await expect(at(second.page, 'waiting')).toBeVisible({ timeout: 20_000 })
    })
  })

  test('a new recovery sheet takes the place of the one that was lost', async () => {
    const desk = await launch()
    await closing(desk, async () => {
      const { page } = desk
      await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.pin)
      await at(page, 'nav-care').click()
      await at(page, 'new-sheet-open').click()
      await at(page, 'new-sheet-reason').fill('原来的那张找不到了')
      await picture(page, 'new-sheet-reason')
      await at(page, 'new-sheet-go').click()
      await at(page, 'confirm-pin').fill(ADMINISTRATOR.pin)
      await at(page, 'confirm-go').click()
      await at(page, 'colleague').selectOption({ label: SUPERVISOR.name })
      await at(page, 'confirm-pin').fill(SUPERVISOR.pin)
      await at(page, 'confirm-go').click()
      const renewed = await readSheet(page)
      await picture(page, 'new-sheet')
      await typeAsked(page, renewed)
      await picture(page, 'new-sheet-check')
      await at(page, 'first-run-confirm').click()
      await expect(at(page, 'new-sheet-done')).toBeVisible({ timeout: 20_000 })
      await expect(at(page, 'backup-row').first()).toBeVisible()
      await picture(page, 'new-sheet-done')
      former = characters
      characters = renewed
    })
  })

  test('A13 with another keyring no PIN opens; the recovery sheet does, with the data that were there', async () => {
    keyring.stop()
    keyring = await startKeyring(join(scratch, 'another ring'))
    const desk = await launch()
    await closing(desk, async () => {
      const { page } = desk
      await expect(at(page, 'sheet-needed')).toBeVisible({ timeout: 20_000 })
      await picture(page, 'sheet-needed')
      await at(page, 'sheet-needed-go').click()
      await at(page, 'sheet-characters').fill(former)
      await at(page, 'sheet-person').selectOption({ label: SUPERVISOR.name })
      await at(page, 'sheet-pin').fill(NEW_PIN)
      await at(page, 'sheet-pin-again').fill(NEW_PIN)
      await picture(page, 'recover-with-sheet')
      await at(page, 'sheet-open').click()
      await expect(at(page, 'sheet-told')).toHaveAttribute('data-kind', 'wrong-sheet')
      await picture(page, 'sheet-of-before')
      await at(page, 'sheet-characters').fill(characters)
      await at(page, 'sheet-open').click()
      await expect(page.locator('[data-test^="staff-tile-"]').first()).toBeVisible()
      await signIn(page, SUPERVISOR.name, NEW_PIN)
      await expect(at(page, 'waiting')).toBeVisible({ timeout: 20_000 })
    })
    expect(readdirSync(join(folder(), 'school'))).not.toContain('quarantine')
  })
})
