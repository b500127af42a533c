import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../core/audit.ts'
import { checkRight } from '../../electron/allowed.ts'
import { desk, foldersOfTheirOwn, home } from './aDesk.ts'
import { aSchool, askedOf, NEW_PIN, opensWith, renewed, school, WISH } from './sheetOfSchool.ts'
import { signInAs } from './signIn.ts'

foldersOfTheirOwn()

const WRONG = ['一', '二', '三']

const rows = (): readonly AuditEntry[] =>
  desk.logBook.page({
    before: null,
    operatorId: null,
    kinds: ['recovery-sheet-renewed'],
    limit: 5,
  }).entries

describe('a new recovery sheet', () => {
  it('opens the desk, and the one before does not any more', async () => {
    const people = await aSchool()
    const sheet = await renewed()
    expect(desk.care.view().sheet).toBe(sheet.fingerprint)
    await desk.close()
    await people.again()
    expect(await opensWith(people.characters, people)).toEqual({ kind: 'wrong-sheet' })
    expect(await opensWith(sheet.characters, people)).toEqual({ kind: 'opened' })
    await signInAs(desk, { id: people.administrator.id, pin: NEW_PIN })
  })

  it('is in the log: whose, why and its short name', async () => {
    const { administrator } = await aSchool()
    const { fingerprint } = await renewed()
    expect(rows()).toMatchObject([
      { about: fingerprint, reason: WISH.reason, operatorId: administrator.id },
    ])
  })

  it('of a school of one is marked as made by one', async () => {
    await aSchool({ alone: true })
    await renewed()
    expect(rows()).toMatchObject([{ reason: `alone ${WISH.reason}` }])
  })

  it('asks again for characters that do not fit, and goes by its own', async () => {
    await aSchool()
    const sheet = desk.newSheet.make(WISH)
    expect(await desk.newSheet.confirm(WRONG)).toEqual({ kind: 'wrong' })
    expect(await desk.newSheet.confirm(askedOf(sheet).slice(1))).toEqual({ kind: 'wrong' })
    expect(rows()).toEqual([])
    expect(await desk.newSheet.confirm(askedOf(sheet))).toMatchObject({ kind: 'renewed' })
  })

  it('is printed by the desk, while there is one', async () => {
    await aSchool()
    expect(await desk.newSheet.print()).toBe(false)
    desk.newSheet.make(WISH)
    expect(await desk.newSheet.print()).toBe(true)
    desk.newSheet.forget()
    expect(await desk.newSheet.print()).toBe(false)
  })
})

describe('until its characters were typed', () => {
  it.each([
    ['a lock', () => desk.lock('idle')],
    ['a hand-over', () => desk.lock('handed-over')],
    ['whoever does not want it', () => desk.newSheet.forget()],
  ])('%s forgets it, and the one before opens', async (_what, happens) => {
    const people = await aSchool()
    const keys = readFileSync(join(school(), 'desk.keys'), 'utf8')
    const sheet = desk.newSheet.make(WISH)
    happens()
    await expect(desk.newSheet.confirm(askedOf(sheet))).rejects.toThrow()
    expect(readFileSync(join(school(), 'desk.keys'), 'utf8')).toBe(keys)
    await desk.close()
    await people.again()
    expect(await opensWith(sheet.characters, people)).toEqual({ kind: 'wrong-sheet' })
    expect(await opensWith(people.characters, people)).toEqual({ kind: 'opened' })
  })

  it('an end of the program leaves nothing of it, and another one takes its place', async () => {
    const people = await aSchool()
    const first = desk.newSheet.make(WISH)
    const second = desk.newSheet.make(WISH)
    expect(await desk.newSheet.confirm(askedOf(first))).toEqual({ kind: 'wrong' })
    await desk.close()
    await people.again()
    expect(await opensWith(second.characters, people)).toEqual({ kind: 'wrong-sheet' })
    expect(await opensWith(people.characters, people)).toEqual({ kind: 'opened' })
  })

  it('a key file that cannot be written leaves the one before, and no row', async () => {
    await aSchool()
    const before = desk.care.view().sheet
    const sheet = desk.newSheet.make(WISH)
    // A folder in the place where the fresh file would be written.
    const blocked = join(school(), 'desk.keys.new')
    mkdirSync(blocked)
    await expect(desk.newSheet.confirm(askedOf(sheet))).rejects.toThrow()
    expect([desk.care.view().sheet, rows()]).toEqual([before, []])
    rmSync(blocked, { recursive: true })
    expect(await desk.newSheet.confirm(askedOf(sheet))).toMatchObject({ kind: 'renewed' })
    expect(rows()).toHaveLength(1)
  })
})

describe('who may', () => {
  const ask = () => checkRight(desk.asking(), 'sheet.make', WISH)

  it('is an administrator with their PIN once more and a supervisor’s', async () => {
    const { administrator, supervisor } = await aSchool()
    expect(ask).toThrow(expect.objectContaining({ code: 're-auth-needed' }))
    await desk.signing.confirm(administrator.pin)
    expect(ask).toThrow(expect.objectContaining({ code: 'second-person-needed' }))
    await desk.signing.second(supervisor.id, supervisor.pin)
    expect(ask).not.toThrow()
  })

  it('is one person in a school of one, with their PIN once more', async () => {
    const { administrator } = await aSchool({ alone: true })
    expect(ask).toThrow(expect.objectContaining({ code: 're-auth-needed' }))
    await desk.signing.confirm(administrator.pin)
    expect(ask).not.toThrow()
  })

  it('is no clerk, nor a supervisor alone', async () => {
    const { supervisor } = await aSchool()
    desk.lock('asked')
    await signInAs(desk, supervisor)
    expect(ask).toThrow(expect.objectContaining({ code: 'right-missing' }))
  })
})

it('an old key file that is put back brings the old sheet back: the data key is the same', async () => {
  const people = await aSchool()
  const keys = join(school(), 'desk.keys')
  const kept = join(home, 'kept.keys')
  copyFileSync(keys, kept)
  await renewed()
  await desk.close()
  copyFileSync(kept, keys)
  rmSync(kept)
  await people.again()
  expect(await opensWith(people.characters, people)).toEqual({ kind: 'opened' })
})
