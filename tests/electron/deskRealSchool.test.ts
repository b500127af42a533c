import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, desk, devices, foldersOfTheirOwn, home, openState, taps } from './aDesk.ts'
import { MONDAY } from './builders.ts'

foldersOfTheirOwn()

describe('a real school', () => {
  it('is refused on a runtime out of support, and nothing is written', async () => {
    const state = await aDesk(['--school'], { runtimeSupported: false }).open()
    expect(state).toMatchObject({ kind: 'trouble', code: 'runtime-out-of-support' })
    expect(existsSync(join(home, 'school'))).toBe(false)
  })

  it('opens empty, has no rehearsal and its clock cannot be set', async () => {
    const state = openState(await aDesk(['--school']).open())
    expect(state).toMatchObject({ mode: 'real', students: 0, data: null })
    expect(state.clock.settable).toBe(false)
    expect(() => desk.samples()).toThrow(expect.objectContaining({ code: 'not-in-rehearsal' }))
    expect(() => desk.setClock(MONDAY)).toThrow(
      expect.objectContaining({ code: 'not-in-rehearsal' }),
    )
  })

  it('records the tap of a card nobody knows yet', async () => {
    await aDesk(['--school']).open()
    devices.addReader('door')
    devices.place('door', { kind: 'card', card: { family: 'm1', uid: 'AABBCCDD' } })
    await vi.waitFor(() => expect(taps).toHaveLength(1))
    expect(taps[0]).toMatchObject({ verdict: { kind: 'unknown-card' }, dataAsOf: null })
    expect(openState(desk.state()).waiting).toBe(1)
  })
})

describe('trouble with the data', () => {
  it('is told by its code, changes nothing, and ends when it is mended', async () => {
    await aDesk(['--school']).open()
    await desk.close()
    const file = join(home, 'school', 'desk.db')
    const good = readFileSync(file)
    const ruined = Buffer.from(good)
    ruined.fill(0xa5, 4_096)
    writeFileSync(file, ruined)
    expect(await aDesk(['--school']).open()).toMatchObject({ kind: 'trouble', code: 'db-ruined' })
    expect(readFileSync(file).equals(ruined)).toBe(true)
    writeFileSync(file, good)
    expect((await desk.open()).kind).toBe('open')
  })

  it('without its key is told apart from a ruined file', async () => {
    await aDesk(['--school']).open()
    await desk.close()
    const path = join(home, 'school', 'desk.key')
    const key = readFileSync(path)
    rmSync(path)
    expect(await aDesk(['--school']).open()).toMatchObject({ code: 'key-missing' })
    writeFileSync(
      path,
      JSON.stringify({ keptBy: 'file', key: Buffer.alloc(32, 1).toString('base64') }),
    )
    expect(await desk.open()).toMatchObject({ code: 'db-wrong-key' })
    writeFileSync(path, key)
    expect((await desk.open()).kind).toBe('open')
  })
})
