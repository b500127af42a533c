import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { rehearsalPin } from '../../electron/rehearsal/staff.ts'
import { hits } from '../helpers/canary.ts'
import { deskForTests } from './deskForTests.ts'
import { picture, verdictAfter } from './launch.ts'

/** What leaves the desk as a file, and what stays behind as a copy. */
const desk = deskForTests({ args: ['--students', '300'] })
const { at, tap } = desk
const PIN = rehearsalPin('rehearsal-everything') ?? ''
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chosen-'))
  // The system's dialog cannot be driven: its answer is given for it.
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the yearly pack is saved by one click and the PIN, as PDF and workbook, and names no pupil', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('valid-long-name'))
  const name = (await at('person-name').first().innerText()).trim()
  await at('nav-log').click()
  await at('report-year').click()
  await at('confirm-pin').fill(PIN)
  await at('confirm-go').click()
  await expect(at('saved')).toBeVisible({ timeout: 30_000 })
  await picture(desk.page, 'report-saved')
  const files = readdirSync(folder).toSorted()
  expect(files.map((file) => file.split('.').at(-1))).toEqual(['pdf', 'xlsx'])
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    expect(bytes.length).toBeGreaterThan(5_000)
    expect(hits(bytes, [name])).toEqual([])
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
  }
  await at('nav-verify').click()
  await at('nav-log').click()
  await expect(at('log-row').first()).toHaveAttribute('data-kind', 'report-made')
})

test('the support log is saved without a name, a number or a path', async () => {
  await at('nav-care').click()
  await at('support-bundle').click()
  await expect(at('saved')).toBeVisible({ timeout: 20_000 })
  const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.txt'))
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text.length).toBeGreaterThan(200)
  expect(text).not.toMatch(/\/tmp|\/home|\/root|\d{8}/)
  expect(text.replaceAll('校园学生卡服务台', '')).not.toMatch(/[\u4e00-\u9fff]/)
})

test('a backup is made by hand in a thread of its own, and stands in the list', async () => {
  await at('nav-care').click()
  await at('backup-now').click()
  await expect(at('backup-row').first()).toBeVisible({ timeout: 20_000 })
  await picture(desk.page, 'care-with-backup')
})

test('the newest backup is copied to a stick by a thread of its own, with the PIN', async () => {
  await at('nav-care').click()
  await at('backup-copy').click()
  // The PIN of the yearly pack may still be good.
  await expect(at('confirm-pin').or(at('copy-done')).first()).toBeVisible({ timeout: 30_000 })
  if (await at('confirm-pin').isVisible()) {
    await at('confirm-pin').fill(PIN)
    await at('confirm-go').click()
  }
  await expect(at('copy-done')).toHaveAttribute('data-kind', 'copied', { timeout: 30_000 })
  const [copy = ''] = readdirSync(folder).filter((one) => /^\d{6}-/.test(one))
  expect(readdirSync(join(folder, copy))).toEqual(
    expect.arrayContaining(['desk.db', 'manifest.json', 'recovery-box']),
  )
})

test('the whole log is checked in a thread of its own', async () => {
  await at('nav-log').click()
  await at('log-check').click()
  await expect(at('log-check-result')).toHaveAttribute('data-found', 'ok', { timeout: 20_000 })
})

test('a computer that sleeps or locks its screen locks the desk', async () => {
  for (const event of ['suspend', 'lock-screen'] as const) {
    await desk.app.evaluate(({ powerMonitor }, word) => powerMonitor.emit(word), event)
    await expect(at('locked')).toHaveAttribute('data-why', 'system')
    await desk.page.waitForTimeout(600)
    await desk.page.locator('[data-test="staff-tile-rehearsal-everything"]').click()
    await at('pin').pressSequentially(PIN, { delay: 60 })
    await desk.page.keyboard.press('Enter')
    await expect(at('lock')).toBeVisible()
  }
})
