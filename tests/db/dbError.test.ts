import { describe, expect, it } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { dbError } from '../../db/dbError.ts'

const thrown = (code: string): Error =>
  Object.assign(new Error(`disk-of-wang/desk.db: ${code}`), { code })

describe('a failure of the database', () => {
  it.each([
    ['SQLITE_FULL', 'db-full'],
    ['SQLITE_IOERR_SHMSIZE', 'db-full'],
    ['ENOSPC', 'db-full'],
    ['SQLITE_READONLY', 'db-read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'db-read-only'],
    ['SQLITE_CANTOPEN', 'db-read-only'],
    ['EROFS', 'db-read-only'],
    ['EACCES', 'db-read-only'],
    ['SQLITE_BUSY', 'db-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'db-busy'],
    ['SQLITE_CORRUPT', 'db-ruined'],
    ['SQLITE_NOTADB', 'db-ruined'],
    ['SQLITE_IOERR_READ', 'db-ruined'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
    ['SOMETHING_ELSE', 'internal'],
  ])('%s is told as %s, with its cause, without its path', (native, code) => {
    const cause = thrown(native)
    const error = dbError(cause, 'The tap was not stored')
    expect(error).toMatchObject({ code, cause })
    expect(error.message).toMatch(/^The tap was not stored: .+\. .+\.$/)
    expect(error.message).not.toContain('wang')
  })

  it('that already has its name keeps it', () => {
    const named = new DeskError('db-wrong-key', 'said before')
    expect(dbError(named, 'Anything')).toBe(named)
  })

  it('that is no error at all is a defect', () => {
    for (const odd of [undefined, null, 'text', 7]) expect(dbError(odd, 'It').code).toBe('internal')
  })
})
