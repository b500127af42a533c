import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { openTryCounter, type TryCounter } from '../../../electron/keys/tryCounter.ts'

const deviceSecret = randomBytes(32)
const SUPERVISOR = { kind: 'needs-supervisor' }
let folder: string
let file: string
let steadyNow: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tries-'))
  file = join(folder, 'desk.tries')
  steadyNow = 1_000
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const open = (leastGeneration = 0, secret: Uint8Array = deviceSecret): TryCounter =>
  openTryCounter({ file, deviceSecret: secret, leastGeneration, steady: () => steadyNow })

const wrong = (counter: TryCounter, times: number, operator = 'wang'): void => {
  for (let n = 0; n < times; n += 1) counter.countTry(operator)
}

it('locks the sixth try, and only for the operator it was', () => {
  const counter = open()
  wrong(counter, 5)
  expect(counter.countTry('wang')).toEqual({ kind: 'wait', ms: 30_000 })
  expect(counter.countTry('li')).toEqual({ kind: 'yes' })
})

it('is not lifted by a wall clock that is set forward', () => {
  const counter = openTryCounter({
    file,
    deviceSecret,
    leastGeneration: 0,
    steady: () => systemClock.steady(),
  })
  wrong(counter, 5)
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2099-01-01'))
  expect(counter.mayTry('wang')).toMatchObject({ kind: 'wait' })
})

it('owes the whole wait again after a restart', () => {
  const counter = open()
  wrong(counter, 6)
  steadyNow += 30_000
  wrong(counter, 1)
  steadyNow += 59_000
  expect(counter.mayTry('wang')).toEqual({ kind: 'wait', ms: 1_000 })
  expect(open().mayTry('wang')).toEqual({ kind: 'wait', ms: 60_000 })
})

it('begins anew with the right PIN, also after a restart', () => {
  const counter = open()
  wrong(counter, 4)
  counter.clear('wang')
  wrong(open(), 5)
  expect(open().mayTry('wang')).toEqual({ kind: 'wait', ms: 30_000 })
})

it('counts a try whose answer was cut off by a power cut', () => {
  open()
  const child = fileURLToPath(new URL('./tryCounterChild.ts', import.meta.url))
  const run = () => spawnSync(process.execPath, [child, file, deviceSecret.toString('hex'), 'wang'])
  for (let n = 1; n <= 5; n += 1) {
    expect(run().signal).toBe('SIGKILL')
    expect(open(n).generation()).toBe(1 + n)
  }
  // the sixth was given none, so nothing killed it
  expect(run()).toMatchObject({ signal: null, status: 0 })
  expect(open(6)).toMatchObject({ found: 'fits' })
  expect(open(6).mayTry('wang')).toEqual({ kind: 'wait', ms: 30_000 })
})

it('gives no try that could not be written down', (context) => {
  if (process.platform === 'win32' || process.getuid?.() === 0) {
    // root writes everywhere: then the folder itself goes
    const counter = open()
    rmSync(folder, { recursive: true })
    if (process.platform === 'win32') context.skip('a folder that is gone is made anew there')
    expect(() => counter.countTry('wang')).toThrow()
    return
  }
  const counter = open()
  chmodSync(folder, 0o500)
  expect(() => counter.countTry('wang')).toThrow()
  chmodSync(folder, 0o700)
})

describe('A14 locks every operator, whoever they are, when the counter', () => {
  const expectLocked = (counter: TryCounter, found: string): void => {
    expect(counter.found).toBe(found)
    for (const operator of ['wang', 'li', 'nobody', '__proto__'])
      expect(counter.countTry(operator)).toEqual(SUPERVISOR)
  }

  it('is gone although it was in use', () => {
    const least = open().generation()
    rmSync(file)
    expectLocked(open(least), 'missing')
    // and again at the next start
    expectLocked(open(least), 'missing')
  })

  it.each(['', '{', 'null', '{"content":"{}","mac":"00"}', '{"content":1}'])('holds %j', (text) => {
    open()
    writeFileSync(file, text)
    expectLocked(open(), 'ruined')
  })

  it('was altered in any bit', () => {
    wrong(open(), 5)
    const good = readFileSync(file)
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const bad = Buffer.from(good)
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(file, bad)
      expect(open().found).toBe('ruined')
    }
    expectLocked(open(), 'ruined')
  })

  it('was written with another device secret', () => {
    open()
    expectLocked(open(0, randomBytes(32)), 'ruined')
  })

  it('is an old copy that was put back', () => {
    const counter = open()
    const old = readFileSync(file)
    wrong(counter, 5)
    writeFileSync(file, old)
    expectLocked(open(counter.generation()), 'older')
  })
})

it('stays locked for the others when a supervisor lifts it for one, and goes on counting', () => {
  const least = open().generation() + 8
  writeFileSync(file, 'ruined')
  const counter = open(least)
  counter.clear('wang')
  expect(counter.generation()).toBeGreaterThan(least)
  const again = open(counter.generation())
  expect(again.found).toBe('fits')
  expect(again.countTry('wang')).toEqual({ kind: 'yes' })
  expect(again.countTry('li')).toEqual(SUPERVISOR)
})

it('gives no guesser more than ten tries, however often the desk is restarted', () => {
  const act = fc.oneof(
    fc.constant('try' as const),
    fc.constant('restart' as const),
    fc.nat(600_000),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
      rmSync(file, { force: true })
      let counter = open()
      let given = 0
      for (const one of acts) {
        if (typeof one === 'number') steadyNow += one
        else if (one === 'restart') {
          steadyNow = 5
          counter = open(counter.generation())
        } else if (counter.countTry('wang').kind === 'yes') given += 1
      }
      expect(given).toBeLessThanOrEqual(10)
      expect(counter.found).not.toBe('ruined')
    }),
    { numRuns: 40, seed: 20_260_901 },
  )
})
