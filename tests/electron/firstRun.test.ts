import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noVault } from '../../electron/vault.ts'
import { aDesk, desk, foldersOfTheirOwn, home, openState } from './aDesk.ts'
import { ADMINISTRATOR_PIN, setUp, signInAs, SUPERVISOR_PIN } from './signIn.ts'

foldersOfTheirOwn()

const WISH = {
  administrator: { name: '赵磊', pin: ADMINISTRATOR_PIN },
  supervisor: { name: '张静', pin: SUPERVISOR_PIN },
  alone: false,
  exception: false,
}
const PHRASES: readonly [string, string] = ['春天的第一场雨下在操场上', '图书馆三楼靠窗的那张桌子']

const school = () => join(home, 'school')
const withoutStore = { vault: () => Promise.resolve(noVault) }

describe('the first run of a real school', () => {
  it('makes an administrator and a supervisor, and the sheet; nothing is written before it is seen', async () => {
    expect(await aDesk(['--school']).open()).toMatchObject({ kind: 'first-run', keyStore: true })
    const began = await desk.firstRun().begin(WISH)
    if (began.kind !== 'sheet') throw new Error(began.kind)
    expect([...began.sheet.characters]).toHaveLength(24)
    expect(began.sheet.qr.length).toBeGreaterThan(20)
    expect(began.sheet.asked).toHaveLength(3)
    expect(await desk.confirmFirstRun(['一', '二', '三'])).toBe(false)
    expect(readdirSync(school())).toEqual([])
    const { administrator, supervisor } = await setUp(desk)
    const asAdministrator = openState(await signInAs(desk, administrator))
    expect(asAdministrator.operator).toMatchObject({ name: '赵磊', roles: ['administrator'] })
    desk.lock('asked')
    const asSupervisor = openState(await signInAs(desk, supervisor))
    expect(asSupervisor.operator.roles).toEqual(['clerk', 'supervisor'])
    expect(asSupervisor.alone).toBe(false)
  })

  it('may be of one person with two PINs, which are not the same', async () => {
    await aDesk(['--school']).open()
    const same = { ...WISH, supervisor: { name: '张静', pin: ADMINISTRATOR_PIN } }
    expect(await desk.firstRun().begin(same)).toEqual({
      ...{ kind: 'pin-refused', person: 1, reason: 'same-as-other' },
    })
    const { supervisor } = await setUp(desk, { alone: true })
    expect(openState(await signInAs(desk, supervisor)).alone).toBe(true)
  })

  it('refuses what a guesser tries first', async () => {
    await aDesk(['--school']).open()
    const trivial = { ...WISH, administrator: { name: '赵磊', pin: '123456' } }
    expect(await desk.firstRun().begin(trivial)).toEqual({
      ...{ kind: 'pin-refused', person: 0, reason: 'straight-run' },
    })
  })

  it('is not offered where there is a school already', async () => {
    await aDesk(['--school']).open()
    await setUp(desk)
    await desk.close()
    expect((await aDesk(['--school']).open()).kind).toBe('locked')
    expect(() => desk.firstRun()).toThrow(expect.objectContaining({ code: 'internal' }))
  })

  it('that was cut off while it was written is begun again', async () => {
    mkdirSync(`${school()}.new`, { recursive: true })
    writeFileSync(join(`${school()}.new`, 'desk.db'), 'half')
    expect((await aDesk(['--school']).open()).kind).toBe('first-run')
    await setUp(desk)
    expect(existsSync(`${school()}.new`)).toBe(false)
  })
})

describe('A12 a computer that keeps no keys', () => {
  it('starts no real school without an exception, and with one takes passphrases, not PINs', async () => {
    expect(await aDesk(['--school'], withoutStore).open()).toMatchObject({ keyStore: false })
    expect(await desk.firstRun().begin(WISH)).toEqual({ kind: 'exception-needed' })
    expect(await desk.firstRun().begin({ ...WISH, exception: true })).toEqual({
      ...{ kind: 'pin-refused', person: 0, reason: 'passphrase-needed' },
    })
    const { administrator } = await setUp(desk, { exception: true }, PHRASES)
    const state = openState(await signInAs(desk, administrator))
    expect(state.notices).toContain('key-exception')
    const { entries } = desk.logBook.page({
      ...{ before: null, operatorId: null, kinds: ['key-exception'], limit: 5 },
    })
    expect(entries).toMatchObject([{ operatorId: administrator.id, about: administrator.id }])
    expect(await desk.people.setPin(administrator.id, '730151')).toEqual({
      ...{ kind: 'refused', reason: 'passphrase-needed' },
    })
  })

  it('needs none for the rehearsal school', async () => {
    const state = await aDesk(['--students', '100'], withoutStore).open()
    expect(state).toMatchObject({ kind: 'locked', notices: [] })
  })
})
