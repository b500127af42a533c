import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import { openDatabase } from '../../db/open.ts'
import { benchKey } from '../../scripts/bench/person.ts'
import { deskReady, launchDesk, picture, trySignIn, type RunningDesk } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

const SMALL = ['--students', '100'] as const
const isRoot = process.getuid?.() === 0

/** A rehearsal school that was opened and closed once. @returns its folder */
async function aUsedFolder(more: readonly string[] = []): Promise<string> {
  const desk = await launchDesk({ args: [...SMALL, ...more] })
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

/** Nobody gets in: the trouble is told on the screen, and the request says so. */
async function signInToTrouble(desk: RunningDesk, code: string): Promise<void> {
  expect(await trySignIn(desk.page)).toMatchObject({ ok: false, code })
  await expectTrouble(desk, code)
  await keepWords(desk, code)
}

test('a ruined file is kept aside, the desk recovers by itself and says what came back', async () => {
  const folder = await aUsedFolder()
  const file = rehearsal(folder, 'desk.db')
  const ruined = readFileSync(file)
  ruined.fill(0xa5, 8_192)
  writeFileSync(file, ruined)
  const desk = await launchDesk({ folder })
  try {
    await deskReady(desk)
    await expect(desk.page.locator('[data-test="notice-data-recovered"]')).toBeVisible()
    await picture(desk.page, 'recovered')
    const [aside = ''] = readdirSync(rehearsal(folder, 'quarantine'))
    expect(
      readFileSync(join(rehearsal(folder, 'quarantine'), aside, 'desk.db')).equals(ruined),
    ).toBe(true)
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('keys of other data are told apart from a ruined file', async () => {
  // Made anew, not copied: with a data key of its own.
  const [folder, other] = [await aUsedFolder(), await aUsedFolder(['--fresh'])]
  for (const name of ['desk.keys', 'desk.tries'])
    writeFileSync(rehearsal(folder, name), readFileSync(rehearsal(other, name)))
  const before = readFileSync(rehearsal(folder, 'desk.db'))
  const desk = await launchDesk({ folder })
  try {
    await signInToTrouble(desk, 'db-wrong-key')
    expect(readFileSync(rehearsal(folder, 'desk.db')).equals(before)).toBe(true)
  } finally {
    await desk.close()
    desk.forget()
    rmSync(other, { recursive: true, force: true })
  }
})

test('data of a newer version are told and left alone', async () => {
  const folder = await aUsedFolder()
  const db = openDatabase({
    file: rehearsal(folder, 'desk.db'),
    key: await benchKey(folder),
  })
  db.pragma('user_version = 9990')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const desk = await launchDesk({ folder })
  try {
    await signInToTrouble(desk, 'db-from-the-future')
  } finally {
    await desk.close()
    desk.forget()
  }
})

test('keys nobody can read are told, and no new ones are made over the data', async () => {
  const folder = await aUsedFolder()
  writeFileSync(rehearsal(folder, 'desk.keys'), '{')
  const desk = await launchDesk({ folder })
  try {
    await expectTrouble(desk, 'key-unreadable')
    await keepWords(desk, 'key-unreadable')
    expect(readFileSync(rehearsal(folder, 'desk.keys'), 'utf8')).toBe('{')
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
      // A desk that had shown something makes its page anew before anybody signs in.
      const madeAnew = desk.page.waitForEvent('domcontentloaded')
      await desk.page.locator('[data-test="retry"]').click()
      await madeAnew
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
      await signInToTrouble(desk, 'db-read-only')
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
