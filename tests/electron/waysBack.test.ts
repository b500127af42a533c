import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aVault } from './keys/aVault.ts'
import { noVault, type Vault } from '../../electron/vault.ts'
import { aDesk, desk, devices, states, foldersOfTheirOwn, home, openState } from './aDesk.ts'
import { setUp, signInAs, type SetUp } from './signIn.ts'

foldersOfTheirOwn()

const NEW_PIN = '730158'
const PHRASE = '春天的第一场雨下在操场上'

const on = (vault: Vault) => aDesk(['--school'], { vault: () => Promise.resolve(vault) })

/** A school with something in it that must not be lost. */
async function aSchool(vault: Vault): Promise<SetUp> {
  await on(vault).open()
  const people = await setUp(desk)
  await signInAs(desk, people.supervisor)
  devices.addReader('door')
  desk.changeSettings({ volume: 35 })
  await desk.close()
  return people
}

const withSheet = (characters: string, id: string, pin = NEW_PIN) =>
  desk.openWithSheet({ characters, person: { id }, pin })

describe('a forgotten PIN', () => {
  it('is set anew by an administrator', async () => {
    const vault = aVault('DPAPI')
    const { administrator, supervisor } = await aSchool(vault)
    await on(vault).open()
    await signInAs(desk, administrator)
    expect(await desk.people.setPin(supervisor.id, NEW_PIN)).toEqual({ kind: 'set' })
    desk.lock('asked')
    await signInAs(desk, { id: supervisor.id, pin: NEW_PIN })
    expect(desk.settings().volume).toBe(35)
  })

  it('that an old copy of the keys brings back opens nothing', async () => {
    const vault = aVault('DPAPI')
    const { administrator, supervisor } = await aSchool(vault)
    const keys = join(home, 'school', 'desk.keys')
    await on(vault).open()
    await signInAs(desk, administrator)
    cpSync(keys, `${keys}.old`)
    await desk.people.setPin(supervisor.id, NEW_PIN)
    await desk.close()
    renameSync(`${keys}.old`, keys)
    await on(vault).open()
    expect(await desk.signing.signIn(supervisor.id, supervisor.pin, 'desk')).toEqual({
      kind: 'ended',
    })
  })
})

describe('the last administrator gone', () => {
  it('the sheet makes a new one, and the log says so', async () => {
    const vault = aVault('DPAPI')
    const { characters } = await aSchool(vault)
    await on(vault).open()
    const person = { name: '李强' }
    expect(await desk.openWithSheet({ characters, person, pin: NEW_PIN })).toEqual({
      kind: 'opened',
    })
    const state = desk.state()
    if (state.kind !== 'locked') throw new Error(state.kind)
    const made = state.people.find(({ name }) => name === '李强')
    await signInAs(desk, { id: made?.id ?? '', pin: NEW_PIN })
    expect(openState(desk.state()).operator.roles).toEqual(['supervisor', 'administrator'])
    const wish = { before: null, operatorId: null, kinds: ['key-recovered'] as const, limit: 5 }
    expect(desk.logBook.page(wish).entries).toMatchObject([{ about: made?.id }])
    expect(desk.settings().volume).toBe(35)
  })

  it('is not brought about: the desk keeps one', async () => {
    const vault = aVault('DPAPI')
    const { administrator } = await aSchool(vault)
    await on(vault).open()
    await signInAs(desk, administrator)
    expect(() => desk.people.end(administrator.id)).toThrow(
      expect.objectContaining({ code: 'last-administrator' }),
    )
  })
})

describe('A13 another key store', () => {
  it.each([
    ['of another name: a moved disk', aVault('gnome_libsecret'), NEW_PIN],
    ['of the same name: another user, or made anew', aVault('DPAPI'), NEW_PIN],
    ['that is none any more', noVault, PHRASE],
  ])('%s: the sheet opens, the data are all there', async (_what, other, pin) => {
    const { administrator, supervisor, characters } = await aSchool(aVault('DPAPI'))
    expect(await on(other).open()).toMatchObject({ kind: 'locked', sheetNeeded: true })
    expect(await desk.signing.signIn(supervisor.id, supervisor.pin, 'desk')).toEqual({
      kind: 'key-store-changed',
    })
    expect(await withSheet(characters, administrator.id, pin)).toEqual({ kind: 'opened' })
    expect(states.at(-1)).toMatchObject({ people: [{ id: administrator.id }] })
    expect(desk.state()).toMatchObject({ kind: 'locked', sheetNeeded: false })
    const state = openState(await signInAs(desk, { id: administrator.id, pin }))
    expect(desk.settings().volume).toBe(35)
    expect(state.notices.includes('key-exception')).toBe(other === noVault)
    // The others' envelopes were bound to the former store.
    expect(desk.people.list().find(({ id }) => id === supervisor.id)?.state).toBe('no-pin')
    expect(await desk.people.setPin(supervisor.id, pin)).toEqual({ kind: 'set' })
    await desk.close()
    await on(other).open()
    await signInAs(desk, { id: supervisor.id, pin })
  })

  it('and a ruined file at the same time: the sheet opens what is recovered', async () => {
    const { administrator, characters } = await aSchool(aVault('DPAPI'))
    const file = join(home, 'school', 'desk.db')
    const ruined = readFileSync(file).fill(0xa5, 4_096)
    writeFileSync(file, ruined)
    await on(aVault('DPAPI')).open()
    expect(await withSheet(characters, administrator.id)).toEqual({ kind: 'opened' })
    const state = openState(await signInAs(desk, { id: administrator.id, pin: NEW_PIN }))
    expect(state.operator.roles).toEqual(['administrator'])
    expect(state.notices).toContain('data-recovered')
  })

  it('a PIN is too little where there is no store any more', async () => {
    const { administrator, characters } = await aSchool(aVault('DPAPI'))
    await on(noVault).open()
    expect(await withSheet(characters, administrator.id)).toEqual({
      ...{ kind: 'pin-refused', reason: 'passphrase-needed' },
    })
  })
})

describe('what is typed from the sheet', () => {
  it('is told apart: a wrong character, a wrong length, another order, another school’s sheet', async () => {
    const vault = aVault('DPAPI')
    const { administrator, characters } = await aSchool(vault)
    const all = [...characters]
    await on(vault).open()
    let id = administrator.id
    const typed = (text: string) => withSheet(text, id)
    expect(await typed(`X${all.slice(1).join('')}`)).toEqual({
      ...{ kind: 'unknown-character', character: 'X', at: 1 },
    })
    expect(await typed(all.slice(1).join(''))).toEqual({ kind: 'wrong-length', length: 23 })
    expect(['wrong-checksum', 'wrong-sheet']).toContain(
      (await typed(all.toReversed().join(''))).kind,
    )
    await desk.close()
    renameSync(join(home, 'school'), join(home, 'other'))
    await on(vault).open()
    const others = await setUp(desk)
    id = others.administrator.id
    expect((await typed(characters)).kind).toBe('wrong-sheet')
    expect((await typed(others.characters)).kind).toBe('opened')
  })
})
