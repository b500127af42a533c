import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readKeyRing, writeKeyRing } from '../../electron/keys/keyRing.ts'
import { aDesk, desk, foldersOfTheirOwn, home } from './aDesk.ts'
import { stoppedClock } from './builders.ts'
import { everything, openAs, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']
const administrator = whoIs('administrator')
const NEW_PIN = '730158'

describe('the last administrator', () => {
  const taken = { id: administrator.id, name: '赵磊', roles: ['clerk'] as const, classes: [] }
  const leaves = () => [
    () => desk.people.change({ ...taken, needsCard: false }),
    () => desk.people.end(administrator.id),
  ]

  it('stays where the others have no PIN', async () => {
    await aDesk(SMALL).open()
    await desk.close()
    const school = join(home, 'rehearsal')
    const ring = readKeyRing(school)
    if (ring === null) throw new Error('no keys')
    const without = ring.people.map((one) =>
      one.id === everything.id ? { ...one, envelope: null } : one,
    )
    writeKeyRing(school, { ...ring, people: without })
    await openAs(aDesk([]), administrator)
    for (const leave of leaves())
      expect(leave).toThrow(expect.objectContaining({ code: 'last-administrator' }))
    await desk.people.setPin(everything.id, NEW_PIN)
    for (const leave of leaves()) leave()
    expect(desk.people.list().find(({ id }) => id === administrator.id)?.state).toBe('ended')
  })

  it('stays where the tries of the others are over', async () => {
    const clock = stoppedClock()
    await aDesk(SMALL, { clock }).open()
    for (let n = 0; n < 10; n++) {
      await desk.signing.signIn(everything.id, NEW_PIN, 'desk')
      clock.pass(24 * 60 * 60_000)
    }
    await signInAs(desk, administrator)
    expect(() => desk.people.end(administrator.id)).toThrow(
      expect.objectContaining({ code: 'last-administrator' }),
    )
    desk.people.lift(everything.id)
    desk.people.end(administrator.id)
  })
})
