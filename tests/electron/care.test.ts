import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { connect } from '../../db/connect.ts'
import { createEmpty } from '../../db/durableFile.ts'
import { migrate, MIGRATIONS } from '../../db/migrate.ts'
import { addOperator } from '../../db/operators.ts'
import { noVault } from '../../electron/vault.ts'
import { aVault } from './keys/aVault.ts'
import {
  aDesk,
  desk,
  devices,
  foldersOfTheirOwn,
  home,
  openState,
  states,
  tapped,
  taps,
} from './aDesk.ts'
import { dataKeyOf, everything, openAs, setUp, signInAs, whoIs } from './signIn.ts'
import { stoppedClock } from './builders.ts'
import { deskParts } from './openDesk.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']
const administrator = whoIs('administrator')
const PIN = '730158'
const WITHIN = { timeout: 10_000 }

describe('restoring a backup', () => {
  it('puts back what was done since, and everybody signs in again', async () => {
    await openAs(aDesk(SMALL), everything)
    await tapped('valid')
    const { backups } = await desk.care.backUp()
    await tapped('lost')
    expect(openState(desk.state()).waiting).toBe(2)
    const [backup] = backups
    const said = states.length
    expect(await desk.restore(backup?.name ?? '', '试一试')).toEqual({ kind: 'restored' })
    // Long enough to be read: the word is of what is done.
    expect(states[said]).toEqual({ kind: 'opening', why: 'restoring' })
    expect(desk.state()).toMatchObject({ kind: 'locked' })
    const state = openState(await signInAs(desk))
    expect(state.waiting).toBe(2)
    expect(state.notices).toContain('data-recovered')
    expect(desk.taps.recent(5).map(({ verdict }) => verdict)).toEqual(['lost', 'valid'])
    expect(desk.care.view().recovered).toMatchObject({ base: { name: backup?.name } })
    const wish = { before: null, operatorId: null, kinds: ['backup-restored'] as const, limit: 5 }
    const reasons = desk.logBook.page(wish).entries.map(({ reason }) => reason)
    expect(reasons).toEqual(['试一试'])
  })

  it('that is not there changes nothing', async () => {
    await openAs(aDesk(SMALL), everything)
    await tapped('valid')
    expect(await desk.restore('000099-daily-20260101T000000Z', '试一试')).toEqual({
      kind: 'ruined',
    })
    expect(openState(await signInAs(desk)).waiting).toBe(1)
  })
})

describe('A8 on another machine', () => {
  it('the recovery sheet opens a backup that was brought, under that machine’s key store', async () => {
    const store = aVault('DPAPI')
    await aDesk(['--school'], { vault: () => Promise.resolve(store) }).open()
    const { supervisor, characters } = await setUp(desk)
    await signInAs(desk, supervisor)
    const { backups } = await desk.care.backUp()
    const brought = mkdtempSync(join(tmpdir(), 'stick-'))
    cpSync(join(home, 'school', 'backups', backups[0]?.name ?? ''), join(brought, 'backup'), {
      recursive: true,
    })
    await desk.close()
    rmSync(join(home, 'school'), { recursive: true })

    const other = aVault('gnome_libsecret')
    const hands = {
      ...deskParts(home, []).hands,
      chooseFolder: () => Promise.resolve(join(brought, 'backup')),
    }
    await aDesk(['--school'], { vault: () => Promise.resolve(other), hands }).open()
    expect(desk.state().kind).toBe('first-run')
    const wish = { name: '李强', pin: PIN }
    const wrong = [...characters].toReversed().join('')
    expect((await desk.bring({ ...wish, characters: wrong })).kind).toMatch(/^wrong-/)
    expect(await desk.bring({ ...wish, characters })).toEqual({ kind: 'restored' })
    const state = desk.state()
    if (state.kind !== 'locked') throw new Error(state.kind)
    const [person] = state.people
    expect(person).toMatchObject({ name: '李强', roles: ['supervisor', 'administrator'] })
    await signInAs(desk, { id: person?.id ?? '', pin: PIN })
    // The people who were there are known, and get new PINs.
    expect(desk.people.list().find(({ id }) => id === supervisor.id)?.state).toBe('no-pin')
    expect(await desk.people.setPin(supervisor.id, PIN)).toEqual({ kind: 'set' })
    // A card counts as soon as somebody is there, without another start.
    devices.addReader('door')
    devices.place('door', { kind: 'card', card: { family: 'm1', uid: 'AABBCCDD' } })
    await vi.waitFor(() => expect(taps).toHaveLength(1))
    rmSync(brought, { recursive: true })
  })

  it('gives its key back to data whose key file is lost', async () => {
    const store = aVault('DPAPI')
    const vault = () => Promise.resolve(store)
    await aDesk(['--school'], { vault }).open()
    const { supervisor, characters } = await setUp(desk)
    await signInAs(desk, supervisor)
    const { backups, folder } = await desk.care.backUp()
    desk.changeSettings({ volume: 35 })
    await desk.close()
    rmSync(join(folder, 'desk.keys'))
    const chooseFolder = () => Promise.resolve(join(folder, 'backups', backups[0]?.name ?? ''))
    const hands = { ...deskParts(home, []).hands, chooseFolder }
    expect(await aDesk(['--school'], { vault, hands }).open()).toMatchObject({
      code: 'key-missing',
    })
    expect(await desk.bring({ name: '李强', pin: PIN, characters })).toEqual({ kind: 'restored' })
    const state = desk.state()
    if (state.kind !== 'locked') throw new Error(state.kind)
    await signInAs(desk, { id: state.people[0]?.id ?? '', pin: PIN })
    expect(desk.settings().volume).toBe(35)
    expect(desk.care.view().recovered).toBeNull()
  })

  it('is not taken where there are data already', async () => {
    await openAs(aDesk(SMALL, { vault: () => Promise.resolve(noVault) }), administrator)
    expect(await desk.bring({ characters: '的', name: '李强', pin: PIN })).toEqual({
      kind: 'occupied',
    })
  })
})

describe('A11 what has had its time', () => {
  it('goes from file and backups while the desk is locked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const clock = stoppedClock()
      await openAs(aDesk(SMALL, { clock }), everything)
      await desk.care.backUp()
      const before = desk.care.view().backups.map(({ name }) => name)
      desk.privacy.setMonths({ leavers: 1, 'leaver-photos': 1 })
      const due = desk.privacy.view().retention.find(({ of }) => of === 'leavers')?.due ?? 0
      expect(due).toBeGreaterThan(0)
      const after = await desk.privacy.run()
      expect(after.retention.find(({ of }) => of === 'leavers')?.due).toBe(0)
      desk.lock('asked')
      clock.pass(60_000)
      await vi.advanceTimersByTimeAsync(60_000)
      // The file is written anew and copied in real time, however long a busy machine takes.
      await vi.waitFor(() => {
        const now = desk.care.view().backups.map(({ name }) => name)
        expect(now).toHaveLength(1)
        expect(before).not.toContain(now[0])
      }, WITHIN)
    } finally {
      vi.useRealTimers()
    }
  })
})

it('an end that was not clean is counted, and followed by a checked backup', async () => {
  await openAs(aDesk(SMALL), everything)
  await desk.close()
  const school = join(home, 'rehearsal')
  cpSync(school, join(home, 'killed'), { recursive: true })
  await openAs(aDesk([]), everything)
  expect(desk.care.view().uncleanStops).toBe(0)
  // As a kill leaves it: still noted as open.
  const stops = join(school, 'desk.stops')
  cpSync(stops, `${stops}.open`)
  await desk.close()
  cpSync(`${stops}.open`, stops)
  await openAs(aDesk([]), everything)
  expect(desk.care.view().uncleanStops).toBe(1)
  await vi.waitFor(() => expect(readdirSync(join(school, 'backups'))).toHaveLength(1), {
    timeout: 10_000,
  })
  expect(existsSync(join(school, 'quarantine'))).toBe(false)
})

it('data of an older program are copied before they are brought up to date', async () => {
  const store = aVault('DPAPI')
  const vault = () => Promise.resolve(store)
  await aDesk(['--school'], { vault }).open()
  const { supervisor } = await setUp(desk)
  await desk.close()
  const school = join(home, 'school')
  const key = await dataKeyOf(school, supervisor, store)
  const file = join(school, 'desk.db')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  createEmpty(file)
  const older = connect({ file, key, readonly: false })
  migrate(
    older,
    MIGRATIONS.filter(({ to }) => to <= 100),
  )
  const at = Date.now()
  addOperator(older, { id: supervisor.id, name: '张静', roles: ['supervisor'], classes: [] }, 1, at)
  older.close()
  await aDesk(['--school'], { vault }).open()
  await signInAs(desk, supervisor)
  expect(desk.care.view().backups).toMatchObject([{ kind: 'before-migration', fault: null }])
})
