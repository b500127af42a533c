/** Run as a program by testDbDisk.ts, on a disk of its own: backups, a copy and a recovery where it is full. */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { errorCode } from '../../core/errors.ts'
import { ensureDesk } from '../../db/desk.ts'
import { openDatabase } from '../../db/open.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap } from '../../db/taps.ts'
import { copyBackup } from '../../electron/backups/copyBackup.ts'
import { listBackups } from '../../electron/backups/listBackups.ts'
import { makeBackup } from '../../electron/backups/makeBackup.ts'
import { recover } from '../../electron/recovery/recover.ts'
import { aRollOf } from './rollBuilders.ts'
import { aTap, RECORDER } from './testDbTaps.ts'

const [scenario = '', disk = ''] = process.argv.slice(2)
const key = new Uint8Array(32).fill(7)
const folder = path.join(disk, 'data')
const file = path.join(folder, 'desk.db')
const place = { folder, nativeBinding: undefined }
const filler = path.join(disk, 'filler')

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (thrown) {
    return errorCode(thrown)
  }
}

const backUp = () =>
  makeBackup({
    ...{ place, key, recoveryBox: null, afterDeletion: false },
    ...{ kind: 'hourly', madeAt: 1_790_000_000_000 },
  })

/** Leaves room for so many bytes and no more. */
function fillUpTo(free: number): void {
  fs.rmSync(filler, { force: true })
  const { bavail, bsize } = fs.statfsSync(disk)
  fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

function aDesk(): void {
  const db = openDatabase({ file, key })
  ensureDesk(db, { deviceId: RECORDER.deviceId, schoolId: 'school-1', madeAt: 1 })
  replaceRoll(db, aRollOf(300))
  recordTap(db, aTap())
  db.close()
}

const wholeOnes = (): number => listBackups(folder, key).filter((one) => one.whole).length

const SCENARIOS: Readonly<Record<string, () => unknown>> = {
  backup() {
    aDesk()
    backUp()
    const codes = new Set<string>()
    const size = fs.statSync(file).size
    for (let free = 0; free < size; free += Math.ceil(size / 12)) {
      fillUpTo(free)
      codes.add(codeOf(backUp))
    }
    const kept = [wholeOnes(), fs.readdirSync(path.join(folder, 'backups')).length]
    fs.rmSync(filler)
    return { codes: [...codes], kept, afterwards: codeOf(backUp) }
  },
  copy() {
    aDesk()
    const backupFolder = path.join(folder, 'backups', backUp().name)
    const into = path.join(disk, 'stick')
    fs.mkdirSync(into)
    const copy = (): string => codeOf(() => copyBackup({ backupFolder, into }))
    const size = fs.statSync(path.join(backupFolder, 'desk.db')).size
    const full = new Set<string>()
    for (let free = 0; free < size; free += Math.ceil(size / 6)) {
      fillUpTo(free)
      full.add(copy())
    }
    const left = fs.readdirSync(into)
    fs.rmSync(filler)
    const remount = (how: string) => spawnSync('mount', ['-o', `remount,${how}`, disk])
    remount('ro')
    const readOnly = copy()
    remount('rw')
    return {
      ...{ full: [...full], left, readOnly },
      ...{ afterwards: copy(), lies: fs.readdirSync(into).length },
    }
  },
  recovery() {
    aDesk()
    backUp()
    fs.truncateSync(file, 8_192)
    const moment = { at: 1, bootId: 'b', operatorId: null, purpose: null }
    const job = { place, key, moment, newDeviceId: 'd' }
    fillUpTo(40_960)
    const codes = [codeOf(() => recover(job)), codeOf(() => recover(job))]
    fs.rmSync(filler)
    return { codes, afterwards: recover(job) }
  },
}

process.stdout.write(JSON.stringify(SCENARIOS[scenario]?.()))
