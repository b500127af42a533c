import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fullCheck } from '../../../db/check.ts'
import { digestOf } from '../../../db/contents.ts'
import { getDesk } from '../../../db/desk.ts'
import { openDatabase } from '../../../db/open.ts'
import { closeJournal, journalFile } from '../../../db/outboxJournal.ts'
import { ANCHOR_FILE, openAnchor } from '../../../electron/auditAnchor.ts'
import { listBackups } from '../../../electron/backups/listBackups.ts'
import {
  openBackupBox,
  restoreBackup,
  restoreElsewhere,
  type RestoredElsewhere,
} from '../../../electron/backups/restore.ts'
import { makeRecoveryPair, sealTo } from '../../../electron/keys/sealedBox.ts'
import { testPlace, type TestPlace } from '../../helpers/testDb.ts'
import {
  actsIn,
  anEndedSchool,
  aSchool,
  backUp,
  journalOf,
  MOMENT_OF_RECOVERY,
  reportOf,
  type TestSchool,
} from '../../helpers/testSchool.ts'

/** A school with a backup that the city can open, and the folder of a new machine. */
function aLostMachine() {
  const school = aSchool()
  const { journal } = journalOf(school)
  const acts = school.tap(5, journal)
  const pair = makeRecoveryPair()
  const recoveryBox = sealTo(pair.publicKey, school.place.key)
  const digest = digestOf(school.db)
  backUp(school, { recoveryBox })
  const [backup] = listBackups(school.place.folder, school.place.key)
  const later = school.tap(2, journal)
  closeJournal(journal)
  school.db.close()
  return { school, pair, digest, backup: backup?.folder ?? '', acts, later, machine: testPlace() }
}

function restoredOn(
  machine: TestPlace,
  { backup, pair }: Pick<ReturnType<typeof aLostMachine>, 'backup' | 'pair'>,
): RestoredElsewhere {
  const data = { folder: machine.folder, nativeBinding: undefined }
  const { privateKey } = pair
  const job = { moment: MOMENT_OF_RECOVERY, newDeviceId: 'new' }
  return restoreElsewhere({ ...job, place: data, backupFolder: backup, privateKey })
}

describe('A8 a backup restored on another machine', () => {
  it('opens with the recovery key alone and equals the digest of the source', () => {
    const lost = aLostMachine()
    const restored = restoredOn(lost.machine, lost)
    if (restored.kind !== 'restored') throw new Error(restored.kind)
    expect(restored.digest).toBe(lost.digest)
    expect(Buffer.from(restored.dataKey).equals(lost.school.place.key)).toBe(true)
    const db = openDatabase({ file: lost.machine.file, key: restored.dataKey })
    fullCheck(db)
    expect(actsIn(db)).toEqual(lost.acts)
    expect(getDesk(db)).toMatchObject({ deviceEpoch: 2 })
    expect(openAnchor(lost.machine.folder, restored.dataKey, db).found()).toBe('fits')
    db.close()
  })

  it('with its journal has also what was done after the backup', () => {
    const lost = aLostMachine()
    const { file } = lost.school.place
    fs.copyFileSync(journalFile(file), journalFile(lost.machine.file))
    const restored = restoredOn(lost.machine, lost)
    expect(reportOf(restored).outbox).toMatchObject({ inBase: 5, fromJournal: 2, lost: 0 })
    const db = openDatabase({ file: lost.machine.file, key: lost.school.place.key })
    expect(actsIn(db)).toEqual([...lost.acts, ...lost.later])
    db.close()
  })

  it('with a wrong recovery key is told as that, never as ruined, and nothing is written', () => {
    const lost = aLostMachine()
    const wrong = { ...lost, pair: makeRecoveryPair() }
    expect(restoredOn(lost.machine, wrong)).toEqual({ kind: 'wrong-key' })
    fs.truncateSync(join(lost.backup, 'desk.db'), 5_000)
    expect(restoredOn(lost.machine, wrong)).toEqual({ kind: 'wrong-key' })
    expect(openBackupBox(lost.backup, wrong.pair.privateKey)).toEqual({ kind: 'wrong-key' })
    expect(fs.readdirSync(lost.machine.folder)).toEqual([])
  })

  it.each(['desk.db', 'manifest.json', 'recovery-box'])('with a ruined %s is ruined', (name) => {
    const lost = aLostMachine()
    const file = join(lost.backup, name)
    const bytes = fs.readFileSync(file)
    const middle = Math.floor(bytes.length / 2)
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    fs.writeFileSync(file, bytes)
    expect(restoredOn(lost.machine, lost)).toEqual({ kind: 'ruined' })
    fs.rmSync(file)
    expect(restoredOn(lost.machine, lost).kind).toBe('ruined')
    expect(fs.existsSync(lost.machine.file)).toBe(false)
  })

  it('goes into no folder that has data', () => {
    const lost = aLostMachine()
    lost.machine.open()
    expect(restoredOn(lost.machine, lost)).toEqual({ kind: 'occupied' })
  })
})

describe('an older backup chosen at the desk', () => {
  const restoreIt = ({ data, place }: TestSchool, name: string, key = place.key) =>
    restoreBackup({
      ...{ place: data, key, name, reason: 'as the test says' },
      ...{ moment: MOMENT_OF_RECOVERY, newDeviceId: 'new' },
    })

  it('takes the place of whole data, which go into quarantine, and nothing done since is lost', () => {
    const { school, acts } = anEndedSchool()
    fs.rmSync(journalFile(school.place.file))
    const was = fs.readFileSync(school.place.file)
    const [backup] = listBackups(school.place.folder, school.place.key)
    const report = reportOf(restoreIt(school, backup?.name ?? ''))
    expect(report).toMatchObject({
      deviceEpoch: 2,
      outbox: { inBase: 5, fromFile: 5, resealed: 0, lost: 0 },
      audit: { inBase: 5, fromFile: 5, leftBehind: 0, lost: 0 },
    })
    const folder = join(school.place.folder, 'quarantine', report.quarantine ?? '')
    expect(fs.readFileSync(join(folder, 'desk.db')).equals(was)).toBe(true)
    const later = aSchool({ place: school.place })
    expect(actsIn(later.db)).toEqual(acts)
    later.tap(1)
    const last = 'SELECT device_epoch AS epoch, device_seq AS seq FROM outbox ORDER BY rowid DESC'
    expect(later.db.prepare(last).get()).toEqual({ epoch: 2, seq: 1 })
    later.db.close()
  })

  it('that is ruined, unknown, or asked for with another key changes nothing', () => {
    const { school } = anEndedSchool()
    const was = fs.readdirSync(school.place.folder).sort()
    const [backup] = listBackups(school.place.folder, school.place.key)
    expect(restoreIt(school, backup?.name ?? '', randomBytes(32))).toEqual({ kind: 'wrong-key' })
    expect(restoreIt(school, '000007-daily-20260901T000000Z')).toEqual({ kind: 'ruined' })
    const file = join(backup?.folder ?? '', 'desk.db')
    fs.writeFileSync(file, fs.readFileSync(file).fill(1, 50_000, 50_010))
    expect(restoreIt(school, backup?.name ?? '')).toEqual({ kind: 'ruined' })
    expect(fs.readdirSync(school.place.folder).sort()).toEqual(was)
    expect(fs.existsSync(join(school.place.folder, ANCHOR_FILE))).toBe(false)
  })
})
