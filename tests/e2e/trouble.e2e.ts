import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import { deskReady, launchDesk, picture, type RunningDesk } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

const SMALL = ['--students', '100'] as const
const isRoot = process.getuid?.() === 0

/** A rehearsal school that was opened and closed once. @returns its folder */
async function aUsedFolder(): Promise<string> {
  const desk = await launchDesk({ args: SMALL })
  await deskReady(desk)
  await desk.close()
  return desk.folder
}

const rehearsal = (folder: string, file: string): string => join(folder, 'rehearsal', file)

async function expectTrouble(desk: RunningDesk, code: string): Promise<void> {
  const trouble = desk.page.locator('[data-test="trouble"]')
  await expect(trouble).toHaveAttribute('data-code', code, { timeout: 20_000 })
  await expect(trouble).not.toContainText(/undefined|SQLITE|Error/)
}

/** What each trouble said, to see at the end that no two say the same. */
const saidByCode = new Map<string, string>()

async function keepWords(desk: RunningDesk, code: string): Promise<void> {
  saidByCode.set(code, await desk.page.locator('[data-test="trouble"]').innerText())
  await picture(desk.page, `trouble-${code}`)
}

test('a ruined file is told, left as it is, and opens again when it is put right', async () => {
  const folder = await aUsedFolder()
  const file = rehearsal(folder, 'desk.db')
  const good = readFileSync(file)
  const ruined = Buffer.from(good)
  ruined.fill(0xa5, 8_192)
  writeFileSync(file, ruined)
  const desk = await launchDesk({ folder })
  try {
    await expectTrouble(desk, 'db-ruined')
    await keepWords(desk, 'db-ruined')
    expect(readFileSync(file).equals(ruined)).toBe(true)
    writeFileSync(file, good)
    await desk.page.locator('[data-test="retry"]').click()
    await deskReady(desk)
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('another key is told apart from a ruined file', async () => {
  const folder = await aUsedFolder()
  const key = { keptBy: 'file', key: Buffer.alloc(32, 7).toString('base64') }
  writeFileSync(rehearsal(folder, 'desk.key'), JSON.stringify(key))
  const before = readFileSync(rehearsal(folder, 'desk.db'))
  const desk = await launchDesk({ folder })
  try {
    await expectTrouble(desk, 'db-wrong-key')
    await keepWords(desk, 'db-wrong-key')
    expect(readFileSync(rehearsal(folder, 'desk.db')).equals(before)).toBe(true)
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('a lost key is told, and no new one is made over the data', async () => {
  const folder = await aUsedFolder()
  rmSync(rehearsal(folder, 'desk.key'))
  const desk = await launchDesk({ folder })
  try {
    await expectTrouble(desk, 'key-missing')
    await keepWords(desk, 'key-missing')
    expect(() => readFileSync(rehearsal(folder, 'desk.key'))).toThrow()
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('data of a newer version are told and left alone', async () => {
  const folder = await aUsedFolder()
  const { key } = JSON.parse(readFileSync(rehearsal(folder, 'desk.key'), 'utf8')) as { key: string }
  const { openDatabase } = await import('../../db/open.ts')
  const db = openDatabase({
    file: rehearsal(folder, 'desk.db'),
    key: Buffer.from(key, 'base64'),
  })
  db.pragma('user_version = 9990')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const desk = await launchDesk({ folder })
  try {
    await expectTrouble(desk, 'db-from-the-future')
    await keepWords(desk, 'db-from-the-future')
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('a real school is refused on a runtime out of support', async () => {
  const desk = await launchDesk({ args: ['--school'] })
  try {
    const major = await desk.app.evaluate(() => Number(process.versions.electron?.split('.')[0]))
    test.skip(major >= 43, 'this runtime is supported')
    await expectTrouble(desk, 'runtime-out-of-support')
    await keepWords(desk, 'runtime-out-of-support')
  } finally {
    await desk.close()
    desk.forget()
  }
})

test.describe('disks', () => {
  test.skip(!isRoot || process.platform !== 'linux', 'mounting a tmpfs needs root on Linux')

  let disk: string

  test.beforeEach(() => {
    disk = mkdtempSync(join(tmpdir(), 'disk-'))
  })

  test.afterEach(() => {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const mount = (options: string): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk])
  }

  /** The data on the small disk; Chromium's own files elsewhere would fill it first. */
  async function deskOnDisk(): Promise<RunningDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'))
    mkdirSync(join(folder, 'rehearsal'), { recursive: true })
    execFileSync('mount', ['--bind', disk, join(folder, 'rehearsal')])
    return launchDesk({ folder, args: SMALL })
  }

  async function leave(desk: RunningDesk): Promise<void> {
    await desk.close()
    execFileSync('umount', ['-l', join(desk.folder, 'rehearsal')])
    desk.forget()
  }

  test('a full disk (tmpfs of 8 MB) is told; a tap that cannot be stored gives no verdict', async () => {
    mount('size=8m')
    const desk = await deskOnDisk()
    try {
      await deskReady(desk)
      // Room runs out between two taps.
      execFileSync('sh', ['-c', `dd if=/dev/zero of=${disk}/fill bs=1k 2>/dev/null || true`])
      const tap = () =>
        desk.page.evaluate(() => window.kiosk.request('rehearsal.tap', { sampleId: 'valid' }))
      await expect
        .poll(
          async () => {
            await tap()
            return desk.page.locator('[data-test="trouble"]').getAttribute('data-code')
          },
          { intervals: [2_200], timeout: 60_000 },
        )
        .toBe('db-full')
      await keepWords(desk, 'db-full')
      rmSync(join(disk, 'fill'))
      await desk.page.locator('[data-test="retry"]').click()
      await deskReady(desk)
      await tap()
      await expect(desk.page.locator('[data-test="verdict"]')).toHaveAttribute('data-kind', 'valid')
    } finally {
      await leave(desk)
    }
  })

  test('a read-only disk is told, and nothing on it changes', async () => {
    mount('size=64m')
    const first = await deskOnDisk()
    await deskReady(first)
    await leave(first)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const before = readFileSync(join(disk, 'desk.db'))
    const desk = await deskOnDisk()
    try {
      await expectTrouble(desk, 'db-read-only')
      await keepWords(desk, 'db-read-only')
      expect(readFileSync(join(disk, 'desk.db')).equals(before)).toBe(true)
    } finally {
      await leave(desk)
    }
  })
})

test('no two troubles say the same', () => {
  expect(saidByCode.size).toBeGreaterThanOrEqual(4)
  expect(new Set(saidByCode.values()).size).toBe(saidByCode.size)
})
