import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../db/chain.ts'
import { getDesk } from '../../db/desk.ts'
import { appendCommand, chainHeads } from '../../db/outbox.ts'
import {
  appendToJournal,
  closeJournal,
  COMPACT_ABOVE_BYTES,
  journalFile,
  readJournal,
  rewriteJournal,
} from '../../db/outboxJournal.ts'
import { recordAnswers } from '../../db/outboxStatus.ts'
import { recentTaps } from '../../db/taps.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { seededRandom } from '../helpers/testDbRandom.ts'
import { aTap } from '../helpers/testDbTaps.ts'
import { actsIn, aSchool, journalOf, type TestSchool } from '../helpers/testSchool.ts'

const fileOf = ({ place }: TestSchool): string => journalFile(place.file)
const read = ({ place }: TestSchool, key = place.key) => readJournal(place.file, key)
const actsRead = (school: TestSchool): readonly string[] =>
  read(school).rows.map((row) => row.cmdId)

/** Six acts, in the database and in the journal, which is closed. */
function aKept(): { readonly school: TestSchool; readonly acts: readonly string[] } {
  const school = aSchool({ students: 5 })
  afterThisTest(() => school.db.close())
  const { journal } = journalOf(school)
  const acts = school.tap(6, journal)
  closeJournal(journal)
  return { school, acts }
}

/** The database as it was before the acts, the journal as it is. */
function withDatabaseOf(school: TestSchool, acts: number): TestSchool {
  const older = aSchool({ students: 5 })
  afterThisTest(() => older.db.close())
  older.tap(acts)
  fs.copyFileSync(fileOf(school), fileOf(older))
  return { ...older, place: { ...older.place, key: school.place.key } }
}

describe('the second copy of unsent work', () => {
  it('has each act once it is appended, in order, sealed as it was', () => {
    const { school, acts } = aKept()
    const { kind, rows } = read(school)
    expect([kind, rows.map((row) => row.cmdId)]).toEqual(['whole', acts])
    const sealed = school.db.prepare('SELECT sealed, hash FROM outbox ORDER BY device_seq').all()
    expect(rows.map((row) => ({ sealed: row.sealed, hash: row.hash }))).toEqual(sealed)
  })

  it('shows nothing to whoever has not the key, and can be read by its owner only', () => {
    const { school } = aKept()
    const bytes = fs.readFileSync(fileOf(school))
    for (const word of ['student-1', 'Test reader', '1000751012345678', 'tap.recorded'])
      expect(bytes.includes(word)).toBe(false)
    expect(read(school, new Uint8Array(32))).toMatchObject({ kind: 'damaged', rows: [] })
    if (process.platform !== 'win32')
      expect((fs.statSync(fileOf(school)).mode & 0o777).toString(8)).toBe('600')
  })

  it('catches up with what was committed and not appended', () => {
    const { school, acts } = aKept()
    const missed = school.tap(2)
    const opened = journalOf(school)
    expect([opened.found, opened.caughtUp, opened.putBack]).toEqual(['whole', 2, 0])
    const later = [...school.tap(1), ...school.tap(1, opened.journal)]
    closeJournal(opened.journal)
    expect(actsRead(school)).toEqual([...acts, ...missed, ...later])
  })

  it('gives the database back what that had lost', () => {
    const { school, acts } = aKept()
    const lost = acts.slice(4)
    school.db.exec(`DROP TRIGGER outbox_never_deleted; DELETE FROM tap WHERE seq > 4;
      DELETE FROM outbox WHERE device_seq > 4; UPDATE outbox_head SET device_seq = 4,
        hash = (SELECT hash FROM outbox WHERE device_seq = 4)`)
    const opened = journalOf(school)
    expect([opened.putBack, opened.caughtUp]).toEqual([2, 0])
    expect(actsIn(school.db).slice(4)).toEqual(lost)
    expect(recentTaps(school.db, 10)).toHaveLength(6)
    expect(getDesk(school.db)?.deviceEpoch).toBe(1)
  })

  it('seals acts anew whose numbers were used again, in a new epoch', () => {
    const { school, acts } = aKept()
    const other = withDatabaseOf(school, 3)
    const taken = actsIn(other.db)
    const opened = journalOf(other)
    expect(opened.putBack).toBe(6)
    expect(actsIn(other.db)).toEqual([...taken, ...acts])
    expect(getDesk(other.db)?.deviceEpoch).toBe(2)
    expect(verifyChain(other.db)).toEqual({ kind: 'ok', rows: 9 })
    closeJournal(opened.journal)
    expect(journalOf(other)).toMatchObject({ found: 'whole', putBack: 0, caughtUp: 0 })
  })
})

describe('a journal that was cut off or damaged', () => {
  it('cut off at any byte of its last record is torn, and whole again after the next start', () => {
    const { school, acts } = aKept()
    const whole = fs.readFileSync(fileOf(school))
    const before = read(school).goodBytes - recordLength(school)
    for (let cut = before + 1; cut < whole.length; cut += 41) {
      fs.writeFileSync(fileOf(school), whole.subarray(0, cut))
      expect([cut, read(school).kind, actsRead(school)]).toEqual([cut, 'torn', acts.slice(0, 5)])
      const opened = journalOf(school)
      closeJournal(opened.journal)
      expect([opened.found, opened.caughtUp]).toEqual(['torn', 1])
      expect([read(school).kind, actsRead(school)]).toEqual(['whole', acts])
    }
    fs.writeFileSync(fileOf(school), Buffer.concat([whole, Buffer.alloc(700)]))
    expect([read(school).kind, actsRead(school)]).toEqual(['torn', acts])
    fs.writeFileSync(fileOf(school), '')
    expect(journalOf(school).caughtUp).toBe(6)
  })

  it('with a flipped bit is told as damaged, gives all other records, and is put aside', () => {
    const { school, acts } = aKept()
    const whole = fs.readFileSync(fileOf(school))
    const random = seededRandom(20_261_125)
    for (let n = 0; n < 40; n += 1) {
      const bytes = Buffer.from(whole)
      const at = Math.floor(random() * (whole.length - recordLength(school)))
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      fs.writeFileSync(fileOf(school), bytes)
      expect([at, read(school).kind]).toEqual([at, 'damaged'])
      const left = actsRead(school)
      expect(left.length).toBeGreaterThanOrEqual(5)
      expect(acts.filter((one) => left.includes(one))).toEqual(left)
    }
    const opened = journalOf(school)
    closeJournal(opened.journal)
    expect([opened.found, opened.caughtUp]).toEqual(['damaged', 6])
    expect(actsRead(school)).toEqual(acts)
    expect(fs.existsSync(`${fileOf(school)}.damaged-1`)).toBe(true)
  })

  function recordLength(school: TestSchool): number {
    const [last] = read(school).rows.slice(-1)
    return 4 + 4 + 12 + 16 + Buffer.byteLength(last?.sealed ?? '')
  }
})

describe('what the city has', () => {
  it('leaves the journal with its text when it is emptied, and keeps its place in the chain', () => {
    const { school, acts } = aKept()
    const { journal } = journalOf(school)
    const [gone = ''] = acts.slice(2, 3)
    recordAnswers(school.db, [{ cmdId: gone, status: 'sent' }])
    school.db.prepare(`UPDATE outbox SET sealed = '' WHERE cmd_id = ?`).run(gone)
    rewriteJournal(journal, school.db, [])
    const more = school.tap(1, journal)
    closeJournal(journal)
    expect(actsRead(school)).toEqual([...acts, ...more])
    expect(read(school).rows[2]).toMatchObject({ sealed: '', status: 'sent' })

    const other = aSchool({ students: 5 })
    fs.copyFileSync(fileOf(school), fileOf(other))
    const opened = journalOf({ ...other, place: { ...other.place, key: school.place.key } })
    closeJournal(opened.journal)
    expect([opened.putBack, actsIn(other.db)]).toEqual([7, [...acts, ...more]])
    expect(verifyChain(other.db)).toEqual({ kind: 'ok', rows: 7 })
    expect(recentTaps(other.db, 10)).toHaveLength(6)
    other.db.close()
  })

  it('goes when the file is large, every backup has it and half of it may go; what waits stays', () => {
    const { school, acts } = aKept()
    const opened = journalOf(school)
    const many = Math.ceil(COMPACT_ABOVE_BYTES / 20_000)
    const long = { reader: '读卡器'.repeat(2_300) }
    const more = Array.from({ length: many }, () => appendCommand(school.db, aTap(long)).cmdId)
    appendToJournal(opened.journal, school.db)
    closeJournal(opened.journal)
    const [waits, ...rest] = [...acts, ...more]
    const sent = rest.slice(0, -3)
    recordAnswers(
      school.db,
      sent.map((cmdId) => ({ cmdId, status: 'sent' })),
    )
    const large = fs.statSync(fileOf(school)).size
    closeJournal(journalOf(school).journal)
    expect(fs.statSync(fileOf(school)).size).toBe(large)

    const [head] = chainHeads(school.db)
    const covered = [{ ...head, deviceSeq: acts.length + many - 2 }] as never
    const compact = journalOf(school, covered)
    closeJournal(compact.journal)
    expect([compact.found, compact.putBack, compact.caughtUp]).toEqual(['whole', 0, 0])
    expect(actsRead(school)).toEqual([waits, ...rest.slice(-3)].filter((one) => one !== undefined))
    expect(fs.statSync(fileOf(school)).size).toBeLessThan(80_000)
    expect(journalOf(school, covered)).toMatchObject({ found: 'whole', caughtUp: 0 })
  })
})

it('a journal of no acts is whole, and opening it twice changes nothing', () => {
  const school = aSchool({ students: 5 })
  afterThisTest(() => school.db.close())
  closeJournal(journalOf(school).journal)
  const bytes = fs.readFileSync(fileOf(school))
  closeJournal(journalOf(school).journal)
  expect(fs.readFileSync(fileOf(school)).equals(bytes)).toBe(true)
})
