import { describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../core/contract.ts'
import type { CardRead } from '../../core/cardRead.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { aDesk, desk, devices, foldersOfTheirOwn, openState, taps } from './aDesk.ts'
import { stoppedClock } from './builders.ts'
import { everything, openAs, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']
const clerk = whoIs('clerk')
const administrator = whoIs('administrator')
const teacher = whoIs('class-teacher')
const helper = whoIs('check-in-helper')
const NEW_PIN = '730158'
const CARD: CardRead = { family: 'm1', uid: 'AABBCCDD' }

describe('the people of the desk', () => {
  it('are added with a PIN of their own, changed and ended; the log has each', async () => {
    await openAs(aDesk(SMALL), administrator)
    const person = { name: '周杰', roles: ['clerk'] as const, classes: [], pin: NEW_PIN }
    expect(await desk.people.add({ ...person, pin: '123456' })).toMatchObject({ kind: 'refused' })
    expect(await desk.people.add(person)).toEqual({ kind: 'set' })
    const { id = '' } = desk.people.list().find(({ name }) => name === '周杰') ?? {}
    const changed = { id, name: '周洁', roles: ['check-in-helper'] as const, classes: [] }
    desk.people.change({ ...changed, needsCard: false })
    desk.lock('asked')
    expect(openState(await signInAs(desk, { id, pin: NEW_PIN })).operator).toEqual(changed)
    desk.lock('asked')
    await signInAs(desk, administrator)
    desk.people.end(id)
    expect(desk.people.list().find((one) => one.id === id)).toMatchObject({ state: 'ended' })
    desk.lock('asked')
    expect(await desk.signing.signIn(id, NEW_PIN, 'desk')).toEqual({ kind: 'ended' })
    await signInAs(desk, administrator)
    const wish = { before: null, operatorId: null, kinds: null, limit: 100 }
    const kinds = desk.logBook.page(wish).entries.map(({ kind, about }) => [kind, about === id])
    for (const kind of ['operator-added', 'pin-set', 'operator-changed', 'operator-ended'])
      expect(kinds).toContainEqual([kind, true])
  })

  it('change their own PIN with the one they have', async () => {
    await openAs(aDesk(SMALL), clerk)
    expect(await desk.signing.changePin(NEW_PIN, NEW_PIN)).toMatchObject({ kind: 'wrong' })
    expect(await desk.signing.changePin(clerk.pin, NEW_PIN)).toEqual({ kind: 'set' })
    desk.lock('asked')
    expect(await desk.signing.signIn(clerk.id, clerk.pin, 'desk')).toMatchObject({ kind: 'wrong' })
    await signInAs(desk, { ...clerk, pin: NEW_PIN })
  })
})

describe('what is narrowed', () => {
  it('to the own class: others are not found, not opened, and stay nameless at a tap', async () => {
    await openAs(aDesk(SMALL), teacher)
    const own = openState(desk.state()).operator.classes
    expect(own).toHaveLength(1)
    const { lines, total } = desk.lookUp.find('张', 50)
    expect(new Set(lines.map(({ className }) => className))).toEqual(new Set(own))
    expect(total).toBe(lines.length)
    desk.lock('asked')
    await signInAs(desk, everything)
    const others = desk.lookUp
      .find('张', 50)
      .lines.filter(({ className }) => !own.includes(className ?? ''))
    expect(others.length).toBeGreaterThan(0)
    desk.lock('asked')
    await signInAs(desk, teacher)
    for (const { studentId } of others) {
      expect(desk.lookUp.page(studentId)).toBeNull()
      expect(desk.lookUp.educationId(studentId, 'card')).toBeNull()
      expect(desk.taps.photo(studentId)).toBeNull()
    }
  })

  it('to the own class also among those of the same name', async () => {
    await openAs(aDesk(['--students', '3000']), teacher)
    const own = openState(desk.state()).operator.classes
    const theirs = desk.lookUp.find('张', 200).lines.concat(desk.lookUp.find('王', 200).lines)
    const namesakes = (): readonly (string | null)[] =>
      theirs.flatMap(
        ({ studentId }) =>
          desk.lookUp.page(studentId)?.sameName.map(({ className }) => className) ?? [],
      )
    expect(namesakes().filter((name) => !own.includes(name ?? ''))).toEqual([])
    desk.lock('asked')
    await signInAs(desk, everything)
    // The whole school has some, or nothing would have been held back.
    expect(namesakes().filter((name) => !own.includes(name ?? ''))).not.toEqual([])
  })

  it('to an own event, of which there are none yet: a verdict without a person', async () => {
    await openAs(aDesk(SMALL), helper)
    desk.tapSample('valid')
    await vi.waitFor(() => expect(taps).toHaveLength(1), { timeout: 3_000 })
    expect(taps[0]).toMatchObject({ verdict: { kind: 'valid' }, person: null })
    expect(desk.taps.recent(5)).toMatchObject([{ name: null, studentId: null }])
  })

  it('to nothing: an administrator sees no pupil, a card at their desk is no tap', async () => {
    await openAs(aDesk(SMALL), administrator)
    devices.addReader('door')
    devices.place('door', { kind: 'card', card: CARD })
    await vi.waitFor(() => expect(openState(desk.state()).readers.readers).not.toEqual([]))
    expect(taps).toEqual([])
    expect(openState(desk.state()).waiting).toBe(0)
  })
})

describe('a locked desk', () => {
  const draft: Draft = { screen: 'verify', studentId: null, searchText: '张', forms: {} }

  it('gives what was typed back to the same person, once, and to nobody else', async () => {
    await openAs(aDesk(SMALL), clerk)
    const counter = handlersOf(desk)
    await counter['draft.keep'].answer({ draft })
    desk.lock('idle')
    await signInAs(desk, everything)
    expect(await counter['draft.take'].answer(null)).toBeNull()
    desk.lock('asked')
    await signInAs(desk, clerk)
    expect(await counter['draft.take'].answer(null)).toEqual(draft)
    expect(await counter['draft.take'].answer(null)).toBeNull()
  })

  it('that was handed over keeps nothing', async () => {
    await openAs(aDesk(SMALL), clerk)
    const counter = handlersOf(desk)
    await counter['draft.keep'].answer({ draft })
    desk.lock('handed-over')
    expect(desk.state()).toMatchObject({ kind: 'locked', last: null, why: 'handed-over' })
    await signInAs(desk, clerk)
    expect(await counter['draft.take'].answer(null)).toBeNull()
  })

  it('does not show the next person the verdict of the one before', async () => {
    await openAs(aDesk(SMALL), clerk)
    desk.tapSample('valid')
    await vi.waitFor(() => expect(taps).toHaveLength(1), { timeout: 3_000 })
    expect(desk.taps.current()).not.toBeNull()
    desk.lock('asked')
    await signInAs(desk, everything)
    expect(desk.taps.current()).toBeNull()
  })

  it('takes a card that lay there before as a new tap of the next person', async () => {
    await openAs(aDesk(SMALL), clerk)
    devices.addReader('door')
    devices.place('door', { kind: 'card', card: CARD })
    await vi.waitFor(() => expect(taps).toHaveLength(1))
    desk.lock('asked')
    devices.lift('door')
    await signInAs(desk, everything)
    devices.place('door', { kind: 'card', card: CARD })
    await vi.waitFor(() => expect(taps).toHaveLength(2))
    expect(taps[1]?.tapId).not.toBe(taps[0]?.tapId)
    expect(openState(desk.state()).waiting).toBe(2)
  })

  it('locks itself when nobody is at it, and not while somebody is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const clock = stoppedClock()
      const opening = openAs(aDesk(SMALL, { clock }), clerk)
      await opening
      const pass = (ms: number): void => {
        clock.pass(ms)
        vi.advanceTimersByTime(ms)
      }
      pass(4 * 60_000)
      desk.active()
      pass(4 * 60_000)
      expect(desk.session()).not.toBeNull()
      pass(60_000)
      expect(desk.state()).toMatchObject({ kind: 'locked', why: 'idle', last: clerk.id })
    } finally {
      vi.useRealTimers()
    }
  })
})
