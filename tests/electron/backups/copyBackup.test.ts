import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyBackup } from '../../../electron/backups/copyBackup.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'
import { testPlace } from '../../helpers/testDb.ts'
import { onOwnDisk } from '../../helpers/testDbDisk.ts'
import { aSchool, backUp } from '../../helpers/testSchool.ts'

/** A backup and an empty stick. */
function aBackup() {
  const school = aSchool()
  afterThisTest(() => school.db.close())
  const { name } = backUp(school, { kind: 'daily', recoveryBox: 'sealed box 1' })
  const backupFolder = join(school.place.folder, 'backups', name)
  const into = join(testPlace().folder, 'stick')
  fs.mkdirSync(into)
  return { name, backupFolder, into }
}

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(join(folder, name), 'base64')]),
  )

describe('a copy of a backup', () => {
  it('has every file as it was, under the same name', () => {
    const { name, ...job } = aBackup()
    expect(copyBackup(job)).toEqual({ kind: 'copied', name })
    expect(fs.readdirSync(job.into)).toEqual([name])
    expect(filesOf(join(job.into, name))).toEqual(filesOf(job.backupFolder))
  })

  it('that lies there already is looked through and left', () => {
    const { name, ...job } = aBackup()
    copyBackup(job)
    fs.writeFileSync(join(job.into, name, '.DS_Store'), '')
    expect(copyBackup(job)).toEqual({ kind: 'there', name })
    expect(fs.readdirSync(job.into)).toEqual([name])
  })

  it('does not take the place of another one of its name', () => {
    const { name, ...job } = aBackup()
    copyBackup(job)
    const other = join(job.into, name, 'desk.db')
    fs.writeFileSync(other, 'another school')
    expect(copyBackup(job)).toEqual({ kind: 'copied', name: `${name}（2）` })
    fs.rmSync(join(job.into, `${name}（2）`, 'manifest.json'))
    expect(copyBackup(job)).toEqual({ kind: 'copied', name: `${name}（3）` })
    expect(fs.readFileSync(other, 'utf8')).toBe('another school')
  })

  it('clears what a copy that was cut off has left', () => {
    const { name, ...job } = aBackup()
    fs.mkdirSync(join(job.into, `${name}.part`))
    fs.writeFileSync(join(job.into, `${name}.part`, 'desk.db'), 'half')
    expect(copyBackup(job)).toEqual({ kind: 'copied', name })
    expect(fs.readdirSync(job.into)).toEqual([name])
  })

  it('to a stick that is gone is none', () => {
    const { backupFolder, into } = aBackup()
    fs.rmdirSync(into)
    expect(copyBackup({ backupFolder, into })).toEqual({ kind: 'stick-failed' })
  })

  it('of a backup that cannot be read is refused', () => {
    const { backupFolder, into } = aBackup()
    fs.rmSync(backupFolder, { recursive: true })
    expect(() => copyBackup({ backupFolder, into })).toThrow(
      expect.objectContaining({ code: 'db-ruined' }),
    )
  })

  it('to a full or a read-only stick is refused, and leaves nothing on it', (context) => {
    const run = onOwnDisk('copy', 8 * 1024 * 1024, './testBackupDiskChild.ts')
    if ('skipped' in run) return context.skip(run.skipped)
    expect(run.found).toEqual({
      full: ['db-full'],
      left: [],
      readOnly: 'db-read-only',
      afterwards: 'done',
      lies: 1,
    })
  })
})
