import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditAct } from '../../core/audit.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Database } from '../../db/database.ts'
import { ANCHOR_FILE, openAnchor } from '../../electron/auditAnchor.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'
import { openDesk } from './openDesk.ts'

const SMALL = ['--students', '500']

const LOOK: AuditAct = { kind: 'page-opened', studentId: 's-1', about: null, reason: null }

function look(db: Database, times: number): void {
  for (let n = 0; n < times; n += 1)
    appendAudit(db, LOOK, { at: n, bootId: 'boot-1', operatorId: null, purpose: null })
}

/** A desk whose log had four rows when its program ended, opened by a stranger who has the key of the data. */
function anEndedDesk(): { readonly place: TestPlace; readonly db: Database } {
  const place = testPlace()
  const db = place.open()
  const anchor = openAnchor(place.folder, place.key, db)
  look(db, 4)
  anchor.keep()
  db.exec('DROP TRIGGER audit_never_deleted; DROP TRIGGER audit_never_altered')
  return { place, db }
}

const found = ({ place, db }: ReturnType<typeof anEndedDesk>, key = place.key): string =>
  openAnchor(place.folder, key, db).found()

describe('the end of the log that is written down outside of it', () => {
  it('fits, also after rows that came later', () => {
    const desk = anEndedDesk()
    expect(found(desk)).toBe('fits')
    look(desk.db, 3)
    expect(found(desk)).toBe('fits')
  })

  it('tells a log that was cut, with its own end written back', () => {
    const desk = anEndedDesk()
    desk.db.exec('DELETE FROM audit WHERE seq > 2')
    desk.db.exec('UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit WHERE seq = 2)')
    expect(found(desk)).toBe('truncated')
  })

  it('tells a log that was emptied, and one that was written anew', () => {
    const desk = anEndedDesk()
    desk.db.exec('DELETE FROM audit; DELETE FROM audit_head')
    expect(found(desk)).toBe('truncated')
    for (const at of [7, 8, 9, 10])
      appendAudit(desk.db, LOOK, { at, bootId: 'boot-1', operatorId: null, purpose: null })
    expect(found(desk)).toBe('restamped')
  })

  it('cannot be taken away, altered or signed by whoever has not the key', () => {
    const desk = anEndedDesk()
    const file = join(desk.place.folder, ANCHOR_FILE)
    const text = readFileSync(file, 'latin1')
    expect(found(desk, Buffer.alloc(32, 7))).toBe('ruined')
    writeFileSync(file, text.replace('log anchor 1 4', 'log anchor 1 3'))
    expect(found(desk)).toBe('ruined')
    writeFileSync(file, '')
    expect(found(desk)).toBe('ruined')
    rmSync(file)
    expect(found(desk)).toBe('missing')
    expect(existsSync(file)).toBe(false)
  })

  it('that does not fit is not written over: it is the evidence', () => {
    const desk = anEndedDesk()
    const file = join(desk.place.folder, ANCHOR_FILE)
    const text = readFileSync(file, 'latin1')
    desk.db.exec('DELETE FROM audit WHERE seq > 2')
    openAnchor(desk.place.folder, desk.place.key, desk.db).keep()
    expect(readFileSync(file, 'latin1')).toBe(text)
  })
})

describe('a desk', () => {
  const NOTICE = 'log-changed'

  async function closedDesk(): Promise<string> {
    const home = mkdtempSync(join(tmpdir(), 'desk-'))
    afterThisTest(() => rmSync(home, { recursive: true, force: true }))
    const { desk, tapped } = await openDesk(SMALL, { home })
    await tapped('valid')
    await desk.close()
    return home
  }

  const noticesOf = async (home: string): Promise<readonly string[]> => {
    const state = (await openDesk(SMALL, { home })).desk.state()
    return state.kind === 'open' ? state.notices : []
  }

  it('that was closed whole says nothing of its log', async () => {
    expect(await noticesOf(await closedDesk())).not.toContain(NOTICE)
  })

  it('whose anchor was taken away says so on its screen, and works', async () => {
    const home = await closedDesk()
    rmSync(join(home, 'rehearsal', ANCHOR_FILE))
    expect(await noticesOf(home)).toContain(NOTICE)
  })
})
