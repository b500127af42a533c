import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../../electron/deskFace.ts'
import type { Vault } from '../../electron/vault.ts'
import { aVault } from './keys/aVault.ts'
import { setUp, type SetUp } from './signIn.ts'

/** The key store of all schools that come out of the template: of one user on one computer. */
export const templateVault: Vault = aVault('test store', new Uint8Array(32).fill(5))

interface Made {
  readonly home: string
  readonly people: SetUp
}

let made: Promise<Made> | null = null

/**
 * Puts a real school behind its first run into a data folder that has none: made once, then copied, because
 * its PINs and its sheet are hashed with 64 MB each. A test that is about the first run does without.
 *
 * @param newDesk a desk on a folder and `templateVault`
 */
export async function putRealSchool(home: string, newDesk: (home: string) => Desk): Promise<SetUp> {
  made ??= make(newDesk)
  const template = await made
  cpSync(template.home, home, { recursive: true })
  return template.people
}

async function make(newDesk: (home: string) => Desk): Promise<Made> {
  const home = mkdtempSync(join(tmpdir(), 'real-template-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const desk = newDesk(home)
  await desk.open()
  const people = await setUp(desk)
  await desk.close()
  return { home, people }
}
