import { join } from 'node:path'
import { expect } from 'vitest'
import type { RecoverySheet } from '../../core/signIn.ts'
import type { DeskWork } from '../../electron/deskWork.ts'
import { aDesk, desk, home } from './aDesk.ts'
import { aVault } from './keys/aVault.ts'
import { setUp, signInAs, type SetUp } from './signIn.ts'
import { workHere } from './workHere.ts'

export const NEW_PIN = '730158'
export const WISH = { reason: '原来的那张找不到了', copied: false }

export const school = () => join(home, 'school')
export const askedOf = ({ characters, asked }: RecoverySheet) =>
  asked.map((place) => [...characters][place - 1] ?? '')

/** A school at which its administrator sits. */
export async function aSchool(wish: { readonly alone?: boolean } = {}, work: DeskWork = workHere) {
  const vault = aVault('DPAPI')
  const again = () => aDesk(['--school'], { vault: () => Promise.resolve(vault), work }).open()
  await again()
  const people = await setUp(desk, wish)
  await signInAs(desk, people.administrator)
  return { ...people, again }
}

export async function renewed(wish = WISH): Promise<RecoverySheet> {
  const sheet = desk.newSheet.make(wish)
  expect(await desk.newSheet.confirm(askedOf(sheet))).toEqual({ kind: 'renewed', backedUp: true })
  return sheet
}

export const opensWith = (characters: string, { administrator }: SetUp) =>
  desk.openWithSheet({ characters, person: { id: administrator.id }, pin: NEW_PIN })
