import { describe, expect, it, vi } from 'vitest'
import type { CardRead } from '../../core/cardRead.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { aDesk, desk, devices, foldersOfTheirOwn, openState, states, taps } from './aDesk.ts'
import { openAs, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']
const clerk = whoIs('clerk')
const administrator = whoIs('administrator')
const CARD: CardRead = { family: 'm1', uid: 'AABBCCDD' }

describe('a staff card', () => {
  it('chooses its person at the locked desk, and can be wanted before the PIN', async () => {
    await openAs(aDesk(SMALL), administrator)
    devices.addReader('door')
    desk.bindCard(clerk.id)
    const lay = (card: CardRead) => {
      devices.lift('door')
      devices.place('door', { kind: 'card', card })
    }
    lay(CARD)
    await vi.waitFor(() =>
      expect(desk.people.list().find(({ id }) => id === clerk.id)).toMatchObject({ hasCard: true }),
    )
    const { name, roles, classes } = { name: '王芳', roles: ['clerk'] as const, classes: [] }
    desk.people.change({ id: clerk.id, name, roles, classes, needsCard: true })
    desk.lock('asked')
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'desk')).toEqual({ kind: 'card-first' })
    lay({ family: 'm1', uid: '11223344' })
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ card: 'other' }))
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'desk')).toEqual({ kind: 'card-first' })
    lay(CARD)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ card: { operatorId: clerk.id } }))
    await signInAs(desk, clerk)
    expect(taps).toEqual([])
  })

  it('that was bound is told at once', async () => {
    await openAs(aDesk(SMALL), administrator)
    devices.addReader('door')
    await vi.waitFor(() => expect(openState(desk.state()).readers.readers).toHaveLength(2))
    let hadCard: boolean | undefined
    desk.bindCard(clerk.id)
    const said = vi.spyOn(states, 'push').mockImplementation(() => {
      hadCard ??= desk.people.list().find(({ id }) => id === clerk.id)?.hasCard
      return 0
    })
    devices.place('door', { kind: 'card', card: CARD })
    await vi.waitFor(() => expect(said).toHaveBeenCalled())
    expect(hadCard).toBe(true)
  })

  it('that is unbound chooses nobody, and is not wanted before the PIN any more', async () => {
    await openAs(aDesk(SMALL), administrator)
    devices.addReader('door')
    desk.bindCard(clerk.id)
    devices.place('door', { kind: 'card', card: CARD })
    const line = () => desk.people.list().find(({ id }) => id === clerk.id)
    await vi.waitFor(() => expect(line()).toMatchObject({ hasCard: true }))
    const { name, roles, classes } = { name: '王芳', roles: ['clerk'] as const, classes: [] }
    desk.people.change({ id: clerk.id, name, roles, classes, needsCard: true })
    await handlersOf(desk)['staff.unbindCard'].answer({ operatorId: clerk.id })
    expect(line()).toMatchObject({ hasCard: false, needsCard: false })
    // There is none left to unbind: the log has it once.
    desk.people.unbindCard(clerk.id)
    const wish = {
      before: null,
      operatorId: null,
      kinds: ['staff-card-unbound'] as const,
      limit: 9,
    }
    expect(desk.logBook.page(wish).entries).toMatchObject([
      { about: clerk.id, operatorId: administrator.id },
    ])
    desk.lock('asked')
    devices.lift('door')
    devices.place('door', { kind: 'card', card: CARD })
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ card: 'other' }))
    await signInAs(desk, clerk)
  })
})
