import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { KEY_FILE, obtainDataKey } from '../../electron/dataKey.ts'
import { noVault, type Vault } from '../../electron/vault.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A key store of one user: what another user's store has sealed it cannot open. */
function vaultOf(user: number): Vault {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ user)
  return {
    backend: 'test',
    seal: (secret) => Promise.resolve(Uint8Array.of(user, ...turn(secret))),
    open: (sealed) =>
      sealed[0] === user
        ? Promise.resolve(turn(sealed.slice(1)))
        : Promise.reject(new Error('sealed by another user')),
  }
}

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act
  } catch (thrown) {
    return thrown instanceof DeskError ? thrown.code : 'no code'
  }
  return 'nothing thrown'
}

it('is kept by the system where it keeps secrets, and never lies in the file', async () => {
  const made = await obtainDataKey(folder, false, vaultOf(7))
  expect(made.keptBy).toBe('system')
  expect(made.key).toHaveLength(32)
  const file = readFileSync(join(folder, KEY_FILE), 'utf8')
  expect(file).not.toContain(Buffer.from(made.key).toString('base64'))
  expect(Buffer.from((await obtainDataKey(folder, true, vaultOf(7))).key)).toEqual(
    Buffer.from(made.key),
  )
})

it('is in a file only its owner can read where the system keeps none, and says so', async () => {
  const made = await obtainDataKey(folder, false, noVault)
  expect(made.keptBy).toBe('file')
  if (process.platform !== 'win32')
    expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600)
  expect(Buffer.from((await obtainDataKey(folder, true, noVault)).key)).toEqual(
    Buffer.from(made.key),
  )
})

it('is another for every desk', async () => {
  const one = (await obtainDataKey(folder, false, noVault)).key
  rmSync(join(folder, KEY_FILE))
  expect(Buffer.from((await obtainDataKey(folder, false, noVault)).key)).not.toEqual(
    Buffer.from(one),
  )
})

it('is never made anew beside data that are there: that would bury them', async () => {
  expect(await codeOf(obtainDataKey(folder, true, noVault))).toBe('key-missing')
})

it('that the key store cannot open any more is told, and the file stays as it is', async () => {
  await obtainDataKey(folder, false, vaultOf(7))
  const before = readFileSync(join(folder, KEY_FILE), 'utf8')
  expect(await codeOf(obtainDataKey(folder, true, vaultOf(8)))).toBe('key-unreadable')
  expect(await codeOf(obtainDataKey(folder, true, noVault))).toBe('key-unreadable')
  expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe(before)
})

it.each(['', '{', '{}', '{"keptBy":"file","key":"AAAA"}', '{"keptBy":"cloud"}'])(
  'in a ruined file (%j) is told, and not replaced',
  async (text) => {
    writeFileSync(join(folder, KEY_FILE), text)
    expect(await codeOf(obtainDataKey(folder, true, noVault))).toBe('key-unreadable')
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe(text)
  },
)
