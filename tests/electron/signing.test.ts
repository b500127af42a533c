import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../core/audit.ts'
import { WRONG_BEFORE_SUPERVISOR, WRONG_BEFORE_WAIT } from '../../core/tries.ts'
import { auditPage } from '../../db/auditPages.ts'
import { readKeyRing, writeKeyRing } from '../../electron/keys/keyRing.ts'
import { makeEnvelope } from '../../electron/keys/operatorEnvelope.ts'
import { noVault } from '../../electron/vault.ts'
import { aDesk, desk, foldersOfTheirOwn, home, openState } from './aDesk.ts'
import { stoppedClock } from './builders.ts'
import { openDesk } from './openDesk.ts'
import { everything, openAs, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '100']
const clerk = whoIs('clerk')
const supervisor = whoIs('clerk', 'supervisor')
const administrator = whoIs('administrator')
const WRONG = '730259'

const wrong = (id: string) => desk.signing.signIn(id, WRONG, 'desk')

async function wrongTimes(id: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await wrong(id)
}

describe('signing in', () => {
  it('opens the desk in the name of one person, for one purpose', async () => {
    await aDesk(SMALL).open()
    expect(desk.state()).toMatchObject({ kind: 'locked', why: 'start', last: null })
    expect(desk.session()).toBeNull()
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'exam')).toEqual({ kind: 'right' })
    expect(openState(desk.state())).toMatchObject({
      operator: { id: clerk.id, roles: ['clerk'] },
      purpose: 'exam',
    })
  })

  it('shows the PINs of a rehearsal school, and nothing of a pupil', async () => {
    const state = await aDesk(SMALL).open()
    if (state.kind !== 'locked') throw new Error(state.kind)
    expect(state.people.map(({ rehearsalPin }) => rehearsalPin)).toContain(clerk.pin)
    expect(new Set(state.people.flatMap(({ roles }) => roles)).size).toBe(5)
    expect(Object.keys(state).toSorted()).toEqual([
      ...['card', 'clock', 'kind', 'last', 'mode', 'notices', 'people', 'readers', 'settings'],
      ...['sheetNeeded', 'why'],
    ])
  })

  it('of somebody else while a person is there is refused', async () => {
    await openAs(aDesk(SMALL))
    await expect(desk.signing.signIn(clerk.id, clerk.pin, 'desk')).rejects.toMatchObject({
      code: 'internal',
    })
  })

  it('has a token of its own each time', async () => {
    const first = openState(await openAs(aDesk(SMALL))).session
    desk.lock('asked')
    expect(desk.asking()).toBeNull()
    expect(openState(await signInAs(desk)).session).not.toBe(first)
  })
})

const wrongRows = (): readonly AuditEntry[] =>
  desk.logBook.page({ before: null, operatorId: null, kinds: ['pin-wrong'], limit: 50 }).entries

describe('A14 a wrong PIN', () => {
  it('is told with the tries that are left, the fifth takes a wait', async () => {
    await aDesk(SMALL, { clock: stoppedClock() }).open()
    for (let left = WRONG_BEFORE_WAIT - 1; left > 0; left -= 1)
      expect(await wrong(clerk.id)).toEqual({ kind: 'wrong', left, then: 'wait' })
    expect(await wrong(clerk.id)).toEqual({ kind: 'wait', ms: 30_000 })
    // the sixth: not even looked at
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'desk')).toMatchObject({ kind: 'wait' })
  })

  it('is forgiven by time that passed, never by a clock that was set forward', async () => {
    const clock = stoppedClock()
    await aDesk(SMALL, { clock }).open()
    await wrongTimes(clerk.id, WRONG_BEFORE_WAIT)
    clock.set(clock.now() + 86_400_000)
    expect(await wrong(clerk.id)).toEqual({ kind: 'wait', ms: 30_000 })
    clock.pass(30_000)
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'desk')).toEqual({ kind: 'right' })
  })

  it('ten times needs a supervisor, and each is in the log', async () => {
    const clock = stoppedClock()
    await aDesk(SMALL, { clock }).open()
    for (let n = 0; n < WRONG_BEFORE_SUPERVISOR; n += 1) {
      await wrong(clerk.id)
      clock.pass(15 * 60_000)
    }
    expect(await wrong(clerk.id)).toEqual({ kind: 'needs-supervisor' })
    await signInAs(desk, supervisor)
    const line = desk.people.list().find(({ id }) => id === clerk.id)
    expect(line).toMatchObject({ locked: true, state: 'active' })
    const entries = wrongRows()
    expect(entries).toHaveLength(WRONG_BEFORE_SUPERVISOR + 1)
    expect(new Set(entries.map(({ about }) => about))).toEqual(new Set([clerk.id]))
    desk.people.lift(clerk.id)
    desk.lock('asked')
    await signInAs(desk, clerk)
  })

  it('is in the log also when the program ended before anybody could open it', async () => {
    await aDesk(SMALL).open()
    await wrongTimes(clerk.id, 3)
    await desk.close()
    await aDesk([]).open()
    await wrongTimes(clerk.id, 1)
    await signInAs(desk, clerk)
    const rows = wrongRows()
    expect(rows.map(({ reason }) => reason).sort()).toEqual([
      ...['before-start', 'before-start', 'before-start'],
      'wrong',
    ])
    desk.lock('asked')
    await signInAs(desk, clerk)
    expect(wrongRows()).toHaveLength(4)
  })

  it('counts over a restart, and a try counter that was put back or taken away locks everybody', async () => {
    await aDesk(SMALL).open()
    const tries = join(home, 'rehearsal', 'desk.tries')
    copyFileSync(tries, `${tries}.old`)
    await wrongTimes(clerk.id, 3)
    await desk.close()
    await aDesk([]).open()
    expect(await wrong(clerk.id)).toMatchObject({ kind: 'wrong', left: 1 })
    await signInAs(desk, supervisor)
    await desk.close()
    copyFileSync(`${tries}.old`, tries)
    expect(await aDesk([]).open()).toMatchObject({ kind: 'locked', sheetNeeded: true })
    expect(await desk.signing.signIn(supervisor.id, supervisor.pin, 'desk')).toEqual({
      kind: 'needs-supervisor',
    })
    expect(existsSync(tries)).toBe(true)
  })
})

it('an envelope somebody made themselves opens nothing, not even while the data are open', async () => {
  await openAs(aDesk(SMALL), clerk)
  await desk.close()
  const folder = join(home, 'rehearsal')
  const ring = readKeyRing(folder)
  if (ring === null) throw new Error('no keys')
  const secret = Buffer.from(ring.deviceSecret.body, 'hex')
  const owner = { operatorId: supervisor.id, version: 9, deviceSecret: secret, vault: noVault }
  const forged = await makeEnvelope(randomBytes(32), WRONG, owner)
  writeKeyRing(folder, {
    ...ring,
    people: ring.people.map((one) =>
      one.id === supervisor.id ? { ...one, envelope: forged, pinVersion: 9 } : one,
    ),
  })
  await openAs(aDesk([]), clerk)
  desk.lock('asked')
  expect(await wrong(supervisor.id)).toEqual({ kind: 'key-ruined' })
  await signInAs(desk, clerk)
  expect(await desk.signing.second(supervisor.id, WRONG)).toEqual({ kind: 'key-ruined' })
})

describe('the PIN once more', () => {
  it('is good for a minute of a clock that never jumps', async () => {
    const clock = stoppedClock()
    await openAs(aDesk(SMALL, { clock }), everything)
    expect(desk.asking()).toMatchObject({ confirmed: false })
    expect(await desk.signing.confirm(WRONG)).toMatchObject({ kind: 'wrong' })
    expect(desk.asking()?.confirmed).toBe(false)
    expect(await desk.signing.confirm(everything.pin)).toEqual({ kind: 'right' })
    expect(desk.asking()?.confirmed).toBe(true)
    clock.pass(60_000)
    expect(desk.asking()?.confirmed).toBe(false)
  })

  it('is wanted for leaving the kiosk', async () => {
    await openAs(aDesk([...SMALL, '--kiosk']), everything)
    expect(() => desk.changeSettings({ kiosk: false })).toThrow(
      expect.objectContaining({ code: 're-auth-needed' }),
    )
    await desk.signing.confirm(everything.pin)
    expect(desk.changeSettings({ kiosk: false }).kiosk).toBe(false)
  })

  it('of a second person is that of somebody else, administrator and supervisor together', async () => {
    await openAs(aDesk(SMALL), supervisor)
    await expect(desk.signing.second(supervisor.id, supervisor.pin)).rejects.toMatchObject({
      code: 'ipc-arguments',
    })
    await desk.signing.second(clerk.id, clerk.pin)
    expect(desk.asking()?.second()).toBe('somebody-else')
    await desk.signing.second(administrator.id, administrator.pin)
    expect(desk.asking()?.second()).toBe('there')
    desk.lock('asked')
    await signInAs(desk, supervisor)
    expect(desk.asking()?.second()).toBe('somebody-else')
  })
})

it('is in the log with the purpose of the shift, as is each act after it', async () => {
  const { desk: one, db } = await openDesk(SMALL)
  one.signing.setPurpose('physical-check')
  one.changeSettings({ muted: true })
  one.lock('handed-over')
  const all = { operatorId: null, kinds: null, from: null, to: null, studentId: null }
  const rows = auditPage(db(), { ...all, before: null, limit: 10 })
  expect(rows.map(({ kind, purpose, about }) => [kind, purpose, about])).toEqual([
    ['locked', 'physical-check', 'handed-over'],
    ['settings-changed', 'physical-check', 'muted'],
    ['purpose-chosen', 'physical-check', 'physical-check'],
    ['signed-in', 'desk', null],
  ])
  expect(new Set(rows.map(({ operatorId }) => operatorId))).toEqual(new Set([everything.id]))
})
