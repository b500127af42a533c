import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aVault } from './keys/aVault.ts'
import { aDesk, desk, devices, foldersOfTheirOwn, home, openState, taps } from './aDesk.ts'
import { MONDAY } from './builders.ts'
import { openAs, setUp, signInAs, type SetUp } from './signIn.ts'

foldersOfTheirOwn()

/** The key store of this computer, over several starts. */
const store = aVault('store of this computer')
const vault = () => Promise.resolve(store)
const aSchool = () => aDesk(['--school'], { vault })

async function newSchool(): Promise<SetUp> {
  await aSchool().open()
  return setUp(desk)
}

describe('a real school', () => {
  it('is refused on a runtime out of support, and nothing is written', async () => {
    const state = await aDesk(['--school'], { runtimeSupported: false }).open()
    expect(state).toMatchObject({ kind: 'trouble', code: 'runtime-out-of-support' })
    expect(existsSync(join(home, 'school'))).toBe(false)
  })

  it('opens empty, has no rehearsal and its clock cannot be set', async () => {
    const { supervisor } = await newSchool()
    const state = openState(await signInAs(desk, supervisor))
    expect(state).toMatchObject({ mode: 'real', students: 0, data: null })
    expect(state.clock.settable).toBe(false)
    expect(() => desk.samples()).toThrow(expect.objectContaining({ code: 'not-in-rehearsal' }))
    expect(() => desk.setClock(MONDAY)).toThrow(
      expect.objectContaining({ code: 'not-in-rehearsal' }),
    )
  })

  it('records the tap of a card nobody knows yet, under the name of who is there', async () => {
    const { supervisor } = await newSchool()
    await signInAs(desk, supervisor)
    devices.addReader('door')
    devices.place('door', { kind: 'card', card: { family: 'm1', uid: 'AABBCCDD' } })
    await vi.waitFor(() => expect(taps).toHaveLength(1))
    expect(taps[0]).toMatchObject({ verdict: { kind: 'unknown-card' }, dataAsOf: null })
    expect(openState(desk.state()).waiting).toBe(1)
  })
})

describe('trouble with the data', () => {
  it('that are ruined ends in their recovery: the file is kept aside, the desk opens and says so', async () => {
    const { supervisor } = await newSchool()
    await signInAs(desk, supervisor)
    await desk.close()
    const file = join(home, 'school', 'desk.db')
    const good = readFileSync(file)
    const ruined = Buffer.from(good)
    ruined.fill(0xa5, 4_096)
    writeFileSync(file, ruined)
    await aSchool().open()
    const state = openState(await signInAs(desk, supervisor))
    expect(state.notices).toContain('data-recovered')
    expect(state.operator.roles).toEqual(['clerk', 'supervisor'])
    const { recovered } = desk.care.view()
    expect(recovered).toMatchObject({ base: { kind: 'empty' }, outbox: { lost: 0 } })
    const aside = join(home, 'school', 'quarantine', recovered?.quarantine ?? '', 'desk.db')
    expect(readFileSync(aside).equals(ruined)).toBe(true)
  })

  it('without its keys is told apart from a ruined file', async () => {
    const { supervisor } = await newSchool()
    await desk.close()
    const path = join(home, 'school', 'desk.keys')
    const keys = readFileSync(path)
    rmSync(path)
    expect(await aSchool().open()).toMatchObject({ code: 'key-missing' })
    writeFileSync(path, keys.subarray(10))
    expect(await desk.open()).toMatchObject({ code: 'key-unreadable' })
    writeFileSync(path, keys)
    expect((await openAs(desk, supervisor)).kind).toBe('open')
  })
})
