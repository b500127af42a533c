import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { deskForTests } from './deskForTests.ts'
import { deskReady, launchDesk, verdictAfter } from './launch.ts'
import { manualPicture } from './manualPictures.ts'

/**
 * The pictures of docs/manual.zh-CN.md, in Chinese at 1366×768, on a desk with readers.
 * `npm run manual` takes them anew.
 */
let pcscd: Pcscd | null = null

test.beforeAll(async () => {
  const started = await startPcscd('ACS ACR122U PICC Interface')
  if (started.kind !== 'running') {
    test.skip(started.impossible, started.why)
    throw new Error(started.why)
  }
  pcscd = started
})

const desk = deskForTests()

test.afterAll(() => pcscd?.stop())

test.beforeEach(async () => {
  await desk.at('nav-verify').click()
  await readerReady()
})

/** The hand has taken the last card away. */
async function readerReady(): Promise<void> {
  await expect(desk.at('reader-state')).toHaveAttribute('data-state', 'ready')
}

test('the manual shows the desk as it opens, and the rehearsal', async () => {
  await manualPicture(desk.page, 'waiting')
  await desk.at('nav-rehearsal').click()
  await expect(desk.at('rehearsal-panel')).toBeVisible()
  await manualPicture(desk.page, 'rehearsal')
})

test('the manual shows verdicts', async () => {
  await verdictAfter(desk.page, 'valid', () => desk.tap('valid'))
  await manualPicture(desk.page, 'verdict-valid')
  await verdictAfter(desk.page, 'lost', () => desk.tap('lost'))
  await manualPicture(desk.page, 'verdict-lost')
})

test('the manual shows the search', async () => {
  await desk.at('search-input').fill('三2 张')
  await expect(desk.at('search-hit').first()).toBeVisible()
  await manualPicture(desk.page, 'search')
  await desk.at('search-input').fill('张伟')
  await expect(desk.at('search-list')).toHaveAttribute('data-query', '张伟')
  await expect(desk.at('search-hit').nth(1)).toBeVisible()
  await manualPicture(desk.page, 'search-same-name')
  await desk.page.keyboard.press('Escape')
})

test('the manual shows the page of a pupil who has a namesake', async () => {
  await verdictAfter(desk.page, 'valid', () => desk.tap('same-name-1'))
  await desk.at('open-student').click()
  await expect(desk.at('student-person')).toBeVisible()
  await manualPicture(desk.page, 'student')
})

test('the manual shows devices and settings', async () => {
  await verdictAfter(desk.page, 'valid', () => desk.tap('valid-t-union'))
  await readerReady()
  await desk.at('nav-devices').click()
  await expect(desk.at('last-tap').first()).toBeVisible()
  await manualPicture(desk.page, 'devices')
  await desk.at('test-button').click()
  await desk.at('test-samples').getByRole('button').first().click()
  await expect(desk.at('test-result')).toBeVisible()
  await readerReady()
  await manualPicture(desk.page, 'devices-test')
  await desk.at('nav-settings').click()
  await expect(desk.at('settings')).toBeVisible()
  await manualPicture(desk.page, 'settings')
})

test('the manual shows a desk that does not open', async () => {
  const used = await launchDesk({ args: ['--students', '100'] })
  await deskReady(used)
  await used.close()
  const file = join(used.folder, 'rehearsal', 'desk.db')
  writeFileSync(file, Buffer.from(readFileSync(file)).fill(0xa5, 8_192))
  const ruined = await launchDesk({ folder: used.folder })
  try {
    await expect(ruined.page.locator('[data-test="trouble"]')).toBeVisible({ timeout: 20_000 })
    await manualPicture(ruined.page, 'trouble')
  } finally {
    await ruined.close()
    ruined.forget()
  }
})
