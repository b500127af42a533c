import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../db/connect.ts'
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '../../../db/migrate.ts'
import { lookThrough, type FileAge } from '../../../db/lookThrough.ts'
import { openDatabase } from '../../../db/open.ts'
import { ANCHOR_FILE, openAnchor } from '../../../electron/auditAnchor.ts'
import { coveredHeads, listBackups } from '../../../electron/backups/listBackups.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'
import { testPlace } from '../../helpers/testDb.ts'
import { onOwnDisk } from '../../helpers/testDbDisk.ts'
import { failureOf } from '../../helpers/testDbFiles.ts'
import { seededRandom } from '../../helpers/testDbRandom.ts'
import { actsIn, aSchool, backUp, NOON, type TestSchool } from '../../helpers/testSchool.ts'

function aDesk(): TestSchool {
  const school = aSchool()
  afterThisTest(() => school.db.close())
  return school
}

const listed = ({ place }: Pick<TestSchool, 'place'>) => listBackups(place.folder, place.key)
const names = (school: TestSchool) => listed(school).map((one) => one.name)

describe('a backup', () => {
  it('is a folder that opens by itself, with a signed word on what is in it', () => {
    const desk = aDesk()
    const acts = desk.tap(4)
    const { name, manifest } = backUp(desk, { kind: 'daily', recoveryBox: 'sealed box 1' })
    expect(name).toMatch(/^000001-daily-2026\d{4}T\d{6}Z$/)
    const [backup] = listed(desk)
    expect(backup).toMatchObject({ name, kind: 'daily', madeAt: NOON, whole: true, hasBox: true })
    expect(manifest).toMatchObject({ schemaVersion: SCHEMA_VERSION, auditHead: { seq: 4 } })
    expect(manifest.rows).toMatchObject({ outbox: 4, tap: 4, student: 60 })
    const folder = backup?.folder ?? ''
    expect(fs.readdirSync(folder).sort()).toEqual([
      ...['desk.db', 'desk.db.keycheck', ANCHOR_FILE, 'manifest.json', 'recovery-box'],
    ])
    const db = openDatabase({ file: join(folder, 'desk.db'), key: desk.place.key })
    afterThisTest(() => db.close())
    expect(actsIn(db)).toEqual(acts)
    expect(openAnchor(folder, desk.place.key, db).found()).toBe('fits')
  })

  it('makes room for itself by the rule only when it is there', () => {
    const desk = aDesk()
    for (let n = 0; n < 5; n += 1) backUp(desk, { madeAt: NOON - n * 1_000 })
    expect(listed(desk).map((one) => one.serial)).toEqual([5, 4, 3])
    backUp(desk, { kind: 'before-migration' })
    expect(listed(desk).map((one) => one.kind)).toEqual([
      ...['before-migration', 'hourly', 'hourly', 'hourly'],
    ])
  })

  it('after a deletion leaves none that still holds what was deleted', () => {
    const desk = aDesk()
    for (const kind of ['daily', 'before-migration'] as const) backUp(desk, { kind })
    const { name, dropped } = backUp(desk, { afterDeletion: true })
    expect([names(desk), dropped.length]).toEqual([[name], 2])
  })

  it('that is broken is listed with what is wrong, and takes no place', () => {
    const desk = aDesk()
    for (let n = 0; n < 3; n += 1) backUp(desk)
    const [a, b, c] = listed(desk).map((one) => one.folder) as [string, string, string]
    fs.appendFileSync(join(a, 'desk.db'), 'x')
    fs.writeFileSync(join(b, 'manifest.json'), '{}')
    fs.renameSync(c, c.replace('000001-hourly', '000009-daily'))
    expect(listed(desk)).toMatchObject([
      { serial: 9, whole: false, fault: 'manifest' },
      { serial: 3, whole: false, fault: 'database' },
      { serial: 2, whole: false, fault: 'manifest' },
    ])
    expect(listBackups(desk.place.folder, new Uint8Array(32)).some((one) => one.whole)).toBe(false)
    backUp(desk)
    expect(names(desk)).toHaveLength(4)
  })

  it('that fails leaves the others and no part of itself', () => {
    const desk = aDesk()
    backUp(desk)
    const before = names(desk)
    desk.db.close()
    fs.truncateSync(desk.place.file, 40_960)
    expect(failureOf(() => backUp(desk)).code).toBe('db-ruined')
    expect(fs.readdirSync(join(desk.place.folder, 'backups'))).toEqual(before)
  })
})

it('the journal need not keep what every whole backup has', () => {
  const desk = aDesk()
  expect(coveredHeads(listed(desk))).toEqual([])
  for (const times of [3, 4]) {
    desk.tap(times)
    backUp(desk)
  }
  expect(coveredHeads(listed(desk))).toMatchObject([{ deviceEpoch: 1, deviceSeq: 3 }])
  const young = aDesk()
  backUp(young)
  young.tap(2)
  backUp(young)
  expect(coveredHeads(listed(young))).toEqual([])
})

it('data of an older schema are told before they are rewritten, and backed up as they are', () => {
  const place = testPlace()
  const data = { folder: place.folder, nativeBinding: undefined }
  const look = (): FileAge => lookThrough({ file: place.file, key: place.key })
  expect(look()).toBe('absent')
  fs.writeFileSync(place.file, '')
  const db = connect({ file: place.file, key: place.key, readonly: false })
  migrate(db, MIGRATIONS.slice(0, 5))
  db.close()
  expect(look()).toBe('older')
  const { manifest } = backUp({ data, place }, { kind: 'before-migration' })
  expect(manifest.schemaVersion).toBe(50)
  place.open()
  expect(look()).toBe('of-today')
  expect(listed({ place })).toMatchObject([{ kind: 'before-migration', whole: true }])
})

it('kill -9 in the middle of a backup leaves the old ones, and no half one that counts', async () => {
  const desk = aDesk()
  desk.tap(3)
  backUp(desk)
  const child = fileURLToPath(new URL('../../helpers/testBackupKillChild.ts', import.meta.url))
  const key = Buffer.from(desk.place.key).toString('hex')
  const random = seededRandom(20_261_127)
  let parts = 0
  for (let round = 0; round < 6; round += 1) {
    const said = await new Promise<string>((resolve) => {
      const run = spawn(process.execPath, [child, desk.place.folder, key], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let text = ''
      run.stdout.setEncoding('utf8').on('data', (more: string) => {
        if (text === '') setTimeout(() => run.kill('SIGKILL'), random() * 120)
        text += more
      })
      run.on('close', () => resolve(text))
    })
    const made = said.split('\n').slice(0, -1)
    expect(made.length).toBeGreaterThan(0)
    expect(listed(desk).filter((one) => !one.whole)).toEqual([])
    expect(names(desk)).toEqual(expect.arrayContaining(made.slice(-3)))
    const lying = fs.readdirSync(join(desk.place.folder, 'backups'))
    parts += lying.filter((name) => name.endsWith('.part')).length
  }
  expect(parts).toBeGreaterThan(0)
  backUp(desk)
  expect(fs.readdirSync(join(desk.place.folder, 'backups')).sort()).toEqual(
    names(desk).toReversed(),
  )
}, 60_000)

describe('a full disk', () => {
  it('refuses the backup, keeps the old one, and makes the next when there is room', (context) => {
    const run = onOwnDisk('backup', 8 * 1024 * 1024, './testBackupDiskChild.ts')
    if ('skipped' in run) return context.skip(run.skipped)
    expect(run.found).toEqual({ codes: ['db-full'], kept: [1, 1], afterwards: 'done' })
  })

  it('stops a recovery, which goes on when there is room', (context) => {
    const run = onOwnDisk('recovery', 8 * 1024 * 1024, './testBackupDiskChild.ts')
    if ('skipped' in run) return context.skip(run.skipped)
    expect(run.found).toMatchObject({
      codes: ['db-full', 'db-full'],
      afterwards: { kind: 'recovered', report: { outbox: { inBase: 1, lost: 0 } } },
    })
  })
})
