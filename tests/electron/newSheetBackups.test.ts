import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { DeskWork } from '../../electron/deskWork.ts'
import { aDesk, desk, foldersOfTheirOwn, home } from './aDesk.ts'
import { deskParts } from './openDesk.ts'
import { aSchool, askedOf, NEW_PIN, renewed, school, WISH } from './sheetOfSchool.ts'
import { signInAs } from './signIn.ts'
import { workHere } from './workHere.ts'

foldersOfTheirOwn()

describe('after a new recovery sheet, backups', () => {
  const sheets = () => desk.care.view().backups.map(({ sheet }) => sheet)
  const folders = () => readdirSync(join(school(), 'backups')).toSorted()

  /** On a computer without data. */
  async function brought(folder: string, characters: string) {
    const other = mkdtempSync(join(tmpdir(), 'other-'))
    const copy = join(other, 'backup')
    cpSync(folder, copy, { recursive: true })
    await desk.close()
    rmSync(school(), { recursive: true })
    const hands = { ...deskParts(home, []).hands, chooseFolder: () => Promise.resolve(copy) }
    await aDesk(['--school'], { hands }).open()
    const answer = await desk.bring({ characters, name: '李强', pin: NEW_PIN })
    rmSync(other, { recursive: true })
    return answer
  }

  it('of before open with the sheet of before, and say so; one is made at once that opens with the new one', async () => {
    await aSchool()
    await desk.care.backUp()
    expect(sheets()).toEqual(['present'])
    await renewed()
    expect(sheets()).toEqual(['present', 'former'])
  })

  it('of after are brought with the new sheet, and not with the one before', async () => {
    const { characters } = await aSchool()
    const sheet = await renewed()
    const [newest = ''] = folders().toReversed()
    const folder = join(school(), 'backups', newest)
    const kept = mkdtempSync(join(tmpdir(), 'kept-'))
    cpSync(folder, kept, { recursive: true })
    expect(await brought(folder, characters)).toEqual({ kind: 'wrong-sheet' })
    expect(await brought(kept, sheet.characters)).toEqual({ kind: 'restored' })
    rmSync(kept, { recursive: true })
  })

  it('of before are brought with the sheet of before, which counts there', async () => {
    const { characters } = await aSchool()
    const before = desk.care.view().sheet
    await desk.care.backUp()
    await renewed()
    const [oldest = ''] = folders()
    const answer = await brought(join(school(), 'backups', oldest), characters)
    expect(answer).toEqual({ kind: 'restored' })
    const state = desk.state()
    if (state.kind !== 'locked') throw new Error(state.kind)
    await signInAs(desk, { id: state.people[0]?.id ?? '', pin: NEW_PIN })
    expect(desk.care.view().sheet).toBe(before)
  })

  it('of before go, once the new one stands, where the sheet may have been copied', async () => {
    await aSchool()
    await desk.care.backUp()
    await desk.care.backUp()
    await renewed({ ...WISH, copied: true })
    expect(sheets()).toEqual(['present'])
  })

  it('that were in the making have the box of before: another one follows', async () => {
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const backUp = vi.fn<DeskWork['backUp']>((job) => held.then(() => workHere.backUp(job)))
    await aSchool({}, { ...workHere, backUp })
    const making = desk.care.backUp()
    await vi.waitFor(() => expect(backUp).toHaveBeenCalledOnce())
    const renewing = renewed()
    goOn()
    await Promise.all([making, renewing])
    expect(sheets()).toEqual(['present', 'former'])
  })

  it('that cannot be made do not take the new sheet back, and all of before stay', async () => {
    let full = false
    const backUp: DeskWork['backUp'] = (job) =>
      full ? Promise.reject(new Error('disk full')) : workHere.backUp(job)
    await aSchool({}, { ...workHere, backUp })
    await desk.care.backUp()
    full = true
    const sheet = desk.newSheet.make({ ...WISH, copied: true })
    expect(await desk.newSheet.confirm(askedOf(sheet))).toEqual({
      ...{ kind: 'renewed', backedUp: false },
    })
    expect(desk.care.view().sheet).toBe(sheet.fingerprint)
    expect(sheets()).toEqual(['former'])
    full = false
    // Not forgotten: the next one takes their place.
    await desk.care.backUp()
    expect(sheets()).toEqual(['present'])
  })
})
