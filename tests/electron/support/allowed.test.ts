import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EVENTS, isDeskCode, isSystemCode } from '../../../electron/support/allowed.ts'

const ELECTRON = join(import.meta.dirname, '../../../electron')

/** Every event some file of electron/ writes into the log. */
function eventsOfTheSource(): readonly string[] {
  const files = readdirSync(ELECTRON, { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(ELECTRON, name), 'utf8').matchAll(/\blog\(\s*'([^']+)'/g),
    ])
    .map(([, event]) => event ?? '')
    .filter((event) => !event.includes(' '))
}

it('every event of the log is on the list, and no other', () => {
  expect([...EVENTS].sort()).toEqual([...new Set(eventsOfTheSource())].sort())
})

it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'ERR_INVALID_ARG_TYPE'])(
  '%s is a name of the system',
  (code) => {
    expect(isSystemCode(code)).toBe(true)
  },
)

it.each(['', 'zhangwei', 'E12345678', 'SQLITE_01234567', '王', 'toString', 'constructor'])(
  '%j is none, and no code of the desk',
  (code) => {
    expect(isSystemCode(code)).toBe(false)
    expect(isDeskCode(code)).toBe(false)
  },
)
