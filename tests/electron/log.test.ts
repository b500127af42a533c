import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { fileLog, logged } from '../../electron/log.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('keeps the code of an error and nothing a person typed', () => {
  const path = join(folder, 'logs/desk.log')
  const log = fileLog(path, () => 0)
  const cause = Object.assign(new TypeError('01234567'), { code: 'SQLITE_FULL' })
  log('trouble', logged(new DeskError('db-full', 'no room for 张伟', { cause })))
  const text = readFileSync(path, 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    event: 'trouble',
    code: 'db-full',
    error: 'DeskError(db-full) < TypeError(SQLITE_FULL)',
    frames: expect.arrayContaining([expect.stringMatching(/^log\.test\.ts:\d+$/)]) as unknown,
  })
  expect(text).not.toMatch(/张伟|01234567|\//)
})

it('stays small: one file and the one before', () => {
  const path = join(folder, 'desk.log')
  const log = fileLog(path, () => 0)
  const reason = 'x'.repeat(100_000)
  for (let line = 0; line < 25; line++) log('long', { reason })
  expect(statSync(path).size).toBeLessThan(1_200_000)
  expect(statSync(`${path}.1`).size).toBeLessThan(1_200_000)
})

it('never throws, wherever it cannot write', () => {
  expect(() => fileLog('/dev/null/desk.log', () => 0)('event')).not.toThrow()
})
