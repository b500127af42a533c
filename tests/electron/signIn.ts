import { expect } from 'vitest'
import type { DeskState } from '../../core/deskState.ts'
import type { Role } from '../../core/staff.ts'
import type { Desk } from '../../electron/deskFace.ts'
import { openDeviceSecret } from '../../electron/keys/deviceSecret.ts'
import { readKeyRing } from '../../electron/keys/keyRing.ts'
import { openEnvelope } from '../../electron/keys/operatorEnvelope.ts'
import { REHEARSAL_STAFF } from '../../electron/rehearsal/staff.ts'
import { noVault, type Vault } from '../../electron/vault.ts'

export interface Person {
  readonly id: string
  readonly pin: string
}

/** Whoever of the rehearsal school has exactly these roles. */
export function whoIs(...roles: readonly Role[]): Person {
  const person = REHEARSAL_STAFF.find((one) => one.roles.join() === roles.join())
  if (person === undefined) throw new Error(`Nobody of the rehearsal school is ${roles.join()}.`)
  return person
}

/** The one who may do everything. */
export const everything = whoIs('clerk', 'supervisor', 'administrator')

/** Gets the school ready and signs somebody in; a desk that is not locked then is left as it is. */
export async function openAs(desk: Desk, person: Person = everything): Promise<DeskState> {
  const state = await desk.open()
  return state.kind === 'locked' ? signInAs(desk, person) : state
}

export async function signInAs(desk: Desk, { id, pin }: Person = everything): Promise<DeskState> {
  expect(await desk.signing.signIn(id, pin, 'desk')).toEqual({ kind: 'right' })
  return desk.state()
}

export const ADMINISTRATOR_PIN = '730155'
export const SUPERVISOR_PIN = '730152'

/** A real school's two people and its sheet. */
export interface SetUp {
  readonly administrator: Person
  readonly supervisor: Person
  /** the 24 characters of the recovery sheet */
  readonly characters: string
}

/** The first run of a real school, as two people do it. */
export async function setUp(
  desk: Desk,
  wish: { readonly alone?: boolean; readonly exception?: boolean } = {},
  pins: readonly [string, string] = [ADMINISTRATOR_PIN, SUPERVISOR_PIN],
): Promise<SetUp> {
  const began = await desk.firstRun().begin({
    administrator: { name: '赵磊', pin: pins[0] },
    supervisor: { name: '张静', pin: pins[1] },
    alone: wish.alone ?? false,
    exception: wish.exception ?? false,
  })
  if (began.kind !== 'sheet') throw new Error(`The first run was refused: ${began.kind}.`)
  const { characters, asked } = began.sheet
  const typed = asked.map((place) => [...characters][place - 1] ?? '')
  expect(await desk.confirmFirstRun(typed)).toBe(true)
  const state = desk.state()
  if (state.kind !== 'locked') throw new Error(`The desk is ${state.kind} after its first run.`)
  const of = (role: Role, pin: string): Person => ({
    id: state.people.find(({ roles }) => roles.includes(role))?.id ?? '',
    pin,
  })
  return {
    administrator: of('administrator', pins[0]),
    supervisor: of('supervisor', pins[1]),
    characters,
  }
}

/** What the database of a folder is locked with. */
export async function dataKeyOf(
  folder: string,
  { id, pin }: Person,
  vault: Vault = noVault,
): Promise<Uint8Array> {
  const ring = readKeyRing(folder)
  const person = ring?.people.find((one) => one.id === id)
  const { envelope, pinVersion = 0 } = person ?? {}
  const deviceSecret = ring === null ? null : await openDeviceSecret(ring.deviceSecret, vault)
  if (!envelope || !deviceSecret) throw new Error('Nobody can open this folder.')
  const opened = await openEnvelope(envelope, pin, {
    operatorId: id,
    version: pinVersion,
    deviceSecret,
    vault,
  })
  if (opened.kind !== 'opened') throw new Error(`The envelope is ${opened.kind}.`)
  return opened.dataKey
}
