import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../db/chain.ts'
import { openDatabase } from '../../db/open.ts'
import { seedRehearsal } from '../../electron/rehearsalSeed.ts'
import { aDesk, desk, fail, foldersOfTheirOwn, home, openState, states, tapped } from './aDesk.ts'
import { MONDAY, stoppedClock } from './builders.ts'
import { dataKeyOf, everything, openAs } from './signIn.ts'

foldersOfTheirOwn()

describe('the rehearsal school', () => {
  it('opens to who signs in, and says whose it is', async () => {
    const state = openState(await openAs(aDesk()))
    expect(state).toMatchObject({
      mode: 'rehearsal',
      schoolName: '演练校',
      waiting: 0,
      notices: [],
      clock: { offsetMs: 0, settable: true },
    })
    expect(state.students).toBeGreaterThanOrEqual(500)
    expect(states[0]).toEqual({ kind: 'opening', why: 'start' })
  })

  it('gives for every sample card the verdict it stands for', async () => {
    await openAs(aDesk())
    for (const sample of desk.samples()) {
      const tap = await tapped(sample.id)
      expect([sample.id, tap.verdict.kind]).toEqual([sample.id, sample.expect])
    }
    expect(openState(desk.state()).waiting).toBe(desk.samples().length)
  }, 60_000)

  it('shows a person’s numbers as tails, and no person where it is not sure or not ours', async () => {
    await openAs(aDesk())
    const valid = await tapped('valid')
    expect(valid.person?.educationIdTail).toMatch(/^\d{4}$/)
    expect(valid.numberTail).toMatch(/^\d{4}$/)
    expect(JSON.stringify(valid)).not.toMatch(/(?<![\d.])\d{8}(?!\d)/)
    for (const id of ['wrong-school', 'chip-mismatch', 'unknown', 'phone'])
      expect((await tapped(id)).person).toBeNull()
  })

  it('keeps nothing of a phone', async () => {
    await openAs(aDesk())
    const phone = await tapped('phone')
    expect(phone).toMatchObject({ family: 'phone', numberTail: null, person: null })
  })

  it('stores each tap before it speaks, in a chain that holds', async () => {
    await openAs(aDesk())
    for (const id of ['valid', 'lost', 'unknown']) await tapped(id)
    expect(desk.taps.recent(10).map(({ verdict }) => verdict)).toEqual([
      'unknown-card',
      'lost',
      'valid',
    ])
    await desk.close()
    const folder = join(home, 'rehearsal')
    const key = await dataKeyOf(folder, everything)
    const db = openDatabase({ file: join(folder, 'desk.db'), key })
    expect(verifyChain(db).kind).toBe('ok')
    db.close()
  })

  it('is the same school at the next start, with its taps', async () => {
    await openAs(aDesk())
    const { students } = openState(desk.state())
    await tapped('valid')
    await desk.close()
    const again = openState(await openAs(aDesk([])))
    expect(again).toMatchObject({ students, waiting: 1 })
    expect(desk.taps.recent(5)).toHaveLength(1)
  })

  it('is made anew when asked to be fresh, or of another size', async () => {
    await openAs(aDesk())
    await tapped('valid')
    await desk.close()
    expect(openState(await openAs(aDesk(['--fresh', '--students', '500']))).waiting).toBe(0)
    await desk.close()
    expect(openState(await openAs(aDesk(['--students', '700']))).students).toBeGreaterThan(690)
  })

  it('whose making was broken off is made anew', async () => {
    const seed = () => Promise.reject(new Error('cut off'))
    expect(await openAs(aDesk(undefined, { seed }))).toMatchObject({ kind: 'trouble' })
    await desk.close()
    expect((await openAs(aDesk())).kind).toBe('open')
  })

  it('shows a bouncing card again without storing it twice', async () => {
    await openAs(aDesk())
    const first = await tapped('valid')
    const again = await tapped('valid')
    expect(again.tapId).toBe(first.tapId)
    expect(openState(desk.state()).waiting).toBe(1)
  })
})

describe('a start', () => {
  it('opens one school, however often it is asked to', async () => {
    let seeds = 0
    aDesk(undefined, {
      seed(job) {
        seeds += 1
        return Promise.resolve(seedRehearsal(job))
      },
    })
    const [one, two] = await Promise.all([desk.open(), desk.open()])
    expect([one.kind, two.kind, seeds]).toEqual(['locked', 'locked', 1])
  })

  it('grants its wishes once: a retry after a trouble keeps the taps and the settings', async () => {
    await openAs(aDesk(['--students', '500', '--fresh', '--kiosk']))
    await tapped('valid')
    await desk.signing.confirm(everything.pin)
    desk.changeSettings({ kiosk: false })
    fail(true)
    desk.changeSettings({ muted: true })
    expect(desk.state().kind).toBe('trouble')
    fail(false)
    expect(openState(await openAs(desk)).waiting).toBe(1)
    expect(desk.settings()).toMatchObject({ kiosk: false, muted: true })
  })

  it('keeps what lies beside a rehearsal school and is not ours', async () => {
    const folder = join(home, 'rehearsal')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'thesis.docx'), 'mine')
    expect((await openAs(aDesk(['--fresh', '--students', '500']))).kind).toBe('open')
    expect(readFileSync(join(folder, 'thesis.docx'), 'utf8')).toBe('mine')
  })

  it('makes a rehearsal school anew that has grown stale', async () => {
    await openAs(aDesk())
    await tapped('valid')
    await desk.close()
    const clock = stoppedClock(MONDAY + 40 * 86_400_000)
    expect(openState(await openAs(aDesk([], { clock }))).waiting).toBe(0)
  })
})

describe('what a page that was just made is told', () => {
  it('is the verdict whose time is not over', async () => {
    const clock = stoppedClock()
    await openAs(aDesk(undefined, { clock }))
    expect(desk.taps.current()).toBeNull()
    const { tapId } = await tapped('lost')
    clock.pass(14_999)
    expect(desk.taps.current()?.tapId).toBe(tapId)
    clock.pass(1)
    expect(desk.taps.current()).toBeNull()
  })

  it('names whom the verdict named, and nobody else', async () => {
    await openAs(aDesk())
    for (const id of ['valid', 'wrong-school', 'chip-mismatch'])
      expect((await tapped(id)).person?.name ?? null).toBe(desk.taps.recent(1)[0]?.name)
  })
})

describe('in trouble', () => {
  it('a kiosk stays a kiosk', async () => {
    await openAs(aDesk())
    desk.changeSettings({ kiosk: true })
    fail(true)
    desk.changeSettings({ muted: true })
    expect(desk.state().kind).toBe('trouble')
    expect(desk.settings().kiosk).toBe(true)
  })
})

describe('the rehearsal clock', () => {
  it('changes what a card is worth', async () => {
    await openAs(aDesk())
    expect((await tapped('valid')).verdict.kind).toBe('valid')
    desk.setClock(MONDAY + 15 * 365 * 86_400_000)
    expect(openState(desk.state()).clock.offsetMs).toBeGreaterThan(0)
    expect((await tapped('same-name-1')).verdict.kind).toBe('face-expired')
    desk.setClock(null)
    expect(openState(desk.state()).clock.offsetMs).toBe(0)
  })
})

describe('settings', () => {
  it('last, and a start may set kiosk and language', async () => {
    await openAs(aDesk(['--students', '500', '--kiosk', '--lang', 'en']))
    expect(desk.settings()).toMatchObject({ kiosk: true, language: 'en' })
    await desk.signing.confirm(everything.pin)
    desk.changeSettings({ kiosk: false, clearAfterSeconds: 30 })
    await desk.close()
    await openAs(aDesk([]))
    expect(desk.settings()).toMatchObject({ kiosk: false, language: 'en', clearAfterSeconds: 30 })
  })
})
