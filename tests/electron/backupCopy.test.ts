import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRight } from '../../electron/allowed.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { aDesk, desk, foldersOfTheirOwn, home } from './aDesk.ts'
import { aVault } from './keys/aVault.ts'
import { deskParts } from './openDesk.ts'
import { openAs, setUp, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const SMALL = ['--students', '300']
const administrator = whoIs('administrator')
const PIN = '730158'

let stick: string
beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'stick-'))
})
afterEach(() => rmSync(stick, { recursive: true, force: true }))

/** Whoever is asked for a folder says this one. */
const choosing = (chooseFolder: () => string | null) => ({
  hands: { ...deskParts(home, []).hands, chooseFolder: () => Promise.resolve(chooseFolder()) },
})

const copy = (name = '') => handlersOf(desk)['backup.copy'].answer({ name })

async function backedUp(): Promise<string> {
  const { backups } = await desk.care.backUp()
  return backups[0]?.name ?? ''
}

const rows = () => {
  const wish = { before: null, operatorId: null, kinds: ['backup-copied'] as const, limit: 9 }
  return desk.logBook.page(wish).entries.map(({ about, operatorId }) => ({ about, operatorId }))
}

describe('a copy of a backup on a stick', () => {
  it('is opened on another computer with the recovery sheet', async () => {
    const vault = (name: string) => {
      const store = aVault(name)
      return { vault: () => Promise.resolve(store) }
    }
    await aDesk(['--school'], { ...vault('DPAPI'), ...choosing(() => stick) }).open()
    const { administrator: keeps, characters } = await setUp(desk)
    await signInAs(desk, keeps)
    const name = await backedUp()
    expect(await copy(name)).toEqual({ kind: 'copied', name })
    expect(rows()).toEqual([{ about: name, operatorId: keeps.id }])
    await desk.close()
    rmSync(join(home, 'school'), { recursive: true })

    const brought = choosing(() => join(stick, name))
    await aDesk(['--school'], { ...vault('gnome_libsecret'), ...brought }).open()
    expect(await desk.bring({ name: '李强', pin: PIN, characters })).toEqual({ kind: 'restored' })
    const state = desk.state()
    if (state.kind !== 'locked') throw new Error(state.kind)
    await signInAs(desk, { id: state.people[0]?.id ?? '', pin: PIN })
    // It left before its backup could know of it.
    expect(rows()).toEqual([])
  })

  it('takes the PIN once more', async () => {
    await openAs(aDesk(SMALL), administrator)
    const asking = desk.asking()
    expect(() => checkRight(asking, 'backup.copy', { name: '' })).toThrow(
      expect.objectContaining({ code: 're-auth-needed' }),
    )
    await desk.signing.confirm(administrator.pin)
    checkRight(desk.asking(), 'backup.copy', { name: '' })
  })

  it('is called off without a word in the log where no folder is chosen', async () => {
    await openAs(aDesk(SMALL), administrator)
    expect(await copy(await backedUp())).toEqual({ kind: 'called-off' })
    expect(rows()).toEqual([])
  })

  it('is none of a backup that is not there, nor of one that is not whole', async () => {
    await openAs(
      aDesk(
        SMALL,
        choosing(() => stick),
      ),
      administrator,
    )
    const name = await backedUp()
    rmSync(join(home, 'rehearsal', 'backups', name, 'recovery-box'))
    for (const one of [name, '000099-daily-20260101T000000Z', '../../etc'])
      expect(await copy(one)).toEqual({ kind: 'ruined' })
    expect([readdirSync(stick), rows()]).toEqual([[], []])
  })

  it('is not made for somebody who has left meanwhile', async () => {
    const leaving = choosing(() => {
      desk.lock('asked')
      return stick
    })
    await openAs(aDesk(SMALL, leaving), administrator)
    await expect(copy(await backedUp())).rejects.toMatchObject({ code: 'signed-out' })
    expect(readdirSync(stick)).toEqual([])
  })

  it('and a backup made at the same time wait for each other', async () => {
    await openAs(
      aDesk(
        SMALL,
        choosing(() => stick),
      ),
      administrator,
    )
    const name = await backedUp()
    const [view, copied] = await Promise.all([desk.care.backUp(), copy(name)])
    expect([view.backups.length, copied]).toEqual([2, { kind: 'copied', name }])
  })
})
