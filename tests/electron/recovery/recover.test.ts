import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../db/auditCheck.ts'
import { getDesk } from '../../../db/desk.ts'
import { keycheckFile } from '../../../db/keycheck.ts'
import { openDatabase } from '../../../db/open.ts'
import { closeJournal, journalFile } from '../../../db/outboxJournal.ts'
import { countStudents } from '../../../db/students.ts'
import { dropBackup } from '../../../electron/backups/backupFolder.ts'
import { listBackups } from '../../../electron/backups/listBackups.ts'
import {
  anEndedSchool,
  aSchool,
  backUp,
  journalOf,
  recoverIt,
  reportOf,
} from '../../helpers/testSchool.ts'
import { damageOf, expectWhole } from './whole.ts'

describe('what the recovery takes the place of the ruined file with', () => {
  it('is the newest backup that is whole', () => {
    const { school, acts } = anEndedSchool({ backup: false })
    for (let n = 0; n < 3; n += 1) backUp(school)
    const [newest, second, third] = listBackups(school.place.folder, school.place.key)
    fs.truncateSync(join(newest?.folder ?? '', 'desk.db'), 8_192)
    const page = fs.readFileSync(join(second?.folder ?? '', 'desk.db'))
    fs.writeFileSync(join(second?.folder ?? '', 'desk.db'), page.fill(7, 20_000, 20_001))
    fs.rmSync(school.place.file)
    const report = reportOf(recoverIt(school))
    expect(report.base).toMatchObject({ kind: 'backup', name: third?.name })
    expect(report.ruinedBackups).toEqual([newest?.name, second?.name])
    expectWhole(school, acts)
  })

  it('is an empty database where there is none, and every act can still be pushed', () => {
    const { school, acts } = anEndedSchool({ backup: false })
    fs.truncateSync(school.place.file, 8_192)
    const report = reportOf(recoverIt(school))
    expect(report).toMatchObject({ base: { kind: 'empty' }, deviceEpoch: 2 })
    expect(report.outbox).toMatchObject({ inBase: 0, fromFile: 0, fromJournal: 10, lost: 0 })
    expectWhole(school, acts)
    const db = openDatabase(school.place)
    expect([countStudents(db), getDesk(db)?.deviceId]).toEqual([
      0,
      '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    ])
    db.close()
  })

  it('seals anew what stands behind a gap, and counts what is lost', () => {
    const { school, acts } = anEndedSchool()
    const journal = fs.readFileSync(journalFile(school.place.file))
    // the journal and the file both lack the seventh act
    const seventh = journal.indexOf(
      Buffer.from([0xf5, 0x4a, 0x52, 0x31]),
      endOfRecords(journal, 6) + 1,
    )
    fs.writeFileSync(journalFile(school.place.file), journal.fill(0, seventh + 30, seventh + 60))
    fs.rmSync(school.place.file)
    const { outbox } = reportOf(recoverIt(school))
    expect(outbox).toMatchObject({ inBase: 5, fromJournal: 4, resealed: 3, lost: 1 })
    expectWhole(
      school,
      acts.filter((_, n) => n !== 6),
    )
  })

  /** Where the n-th record begins: the first is the journal's own. */
  function endOfRecords(journal: Buffer, n: number): number {
    let at = -1
    for (let record = 0; record <= n; record += 1)
      at = journal.indexOf(Buffer.from([0xf5, 0x4a, 0x52, 0x31]), at + 1)
    return at
  }
})

describe('a recovery', () => {
  it('deletes nothing: the ruined file lies in the quarantine as it was', () => {
    const { school } = anEndedSchool()
    fs.truncateSync(school.place.file, 40_960)
    const ruined = fs.readFileSync(school.place.file)
    const { quarantine } = reportOf(recoverIt(school))
    const folder = join(school.place.folder, 'quarantine', quarantine ?? '')
    expect(fs.readFileSync(join(folder, 'desk.db')).equals(ruined)).toBe(true)
    expect(fs.readdirSync(folder)).toContain('report.json')
  })

  it('again from the same backup goes on in a third epoch, and keeps the acts of both', () => {
    const { school, acts } = anEndedSchool()
    fs.rmSync(school.place.file)
    recoverIt(school)
    const later = aSchool({ place: school.place })
    const opened = journalOf(later)
    const more = later.tap(3, opened.journal)
    closeJournal(opened.journal)
    later.db.close()
    fs.rmSync(school.place.file)
    expect(reportOf(recoverIt(school)).deviceEpoch).toBe(3)
    expectWhole(school, [...acts, ...more], 3)
  })

  it('that was cut off after any step is done again, and is no first start meanwhile', () => {
    const { school, acts } = anEndedSchool()
    fs.rmSync(journalFile(school.place.file))
    const lying = join(school.place.folder, 'quarantine', '20260921T000000Z')
    fs.mkdirSync(lying, { recursive: true })
    fs.renameSync(school.place.file, join(lying, 'desk.db'))
    fs.mkdirSync(join(school.place.folder, 'recovering'))
    fs.writeFileSync(join(school.place.folder, 'recovering', 'desk.db'), 'half')
    expect(damageOf(school)).toBe('db-ruined')
    const report = reportOf(recoverIt(school))
    expect([report.quarantine, report.outbox.fromFile]).toEqual(['20260921T000000Z', 5])
    expectWhole(school, acts)
    expect(fs.readdirSync(school.place.folder)).not.toContain('recovering')
  })

  it('says it in the log, with counts, and the log is whole', () => {
    const { school } = anEndedSchool()
    fs.truncateSync(school.place.file, 0)
    recoverIt(school)
    const db = openDatabase(school.place)
    const last = db.prepare('SELECT kind, sealed FROM audit ORDER BY seq DESC LIMIT 1').get()
    expect(last).toMatchObject({ kind: 'data-recovered' })
    expect((last as { sealed: string }).sealed).toMatch(
      /"about":"000001-hourly-\S+ saved 5 lost 0"/,
    )
    expect(verifyAudit(db).kind).toBe('ok')
    db.close()
  })

  it('under another key touches nothing, and says so; nor where nothing can tell', () => {
    const { school } = anEndedSchool()
    fs.truncateSync(school.place.file, 40_960)
    const other = { ...school, place: { ...school.place, key: new Uint8Array(32) } }
    expect(recoverIt(other)).toEqual({ kind: 'wrong-key' })
    fs.rmSync(keycheckFile(school.place.file))
    expect(recoverIt(other)).toEqual({ kind: 'wrong-key' })
    for (const one of listBackups(school.place.folder, school.place.key))
      dropBackup(school.place.folder, one.name)
    expect(recoverIt(other)).toEqual({ kind: 'key-unproven' })
    expect(fs.existsSync(join(school.place.folder, 'quarantine'))).toBe(false)
    expect(recoverIt(school).kind).toBe('recovered')
  })
})
