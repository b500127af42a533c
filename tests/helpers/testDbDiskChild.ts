/** Run as a program by testDbDisk.ts, on a disk of its own: plays one scenario, prints what it found. */
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { DeskError } from '../../core/errors.ts'
import { verifyChain } from '../../db/chain.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { changeSettings } from '../../db/settings.ts'
import { recordTap } from '../../db/taps.ts'
import { aRollOf } from './rollBuilders.ts'
import { bytesOf } from './testDbFiles.ts'
import { aTap } from './testDbTaps.ts'

const [scenario = '', disk = ''] = process.argv.slice(2)
const key = new Uint8Array(32).fill(7)
const folder = path.join(disk, 'data')
const file = path.join(folder, 'desk.db')
const filler = path.join(disk, 'filler')

const open = (): Database => openDatabase({ file, key })

interface Told {
  readonly code: string
  readonly message: string
}

/** What an act ends in; null: it went well. */
function told(act: () => unknown): Told | null {
  try {
    act()
    return null
  } catch (thrown) {
    if (thrown instanceof DeskError) return { code: thrown.code, message: thrown.message }
    throw thrown
  }
}

function aUsedDesk(): Database {
  const db = open()
  replaceRoll(db, aRollOf(300))
  recordTap(db, aTap())
  return db
}

/** Leaves room for so many bytes and no more. */
function fillUpTo(free: number): void {
  fs.rmSync(filler, { force: true })
  const { bavail, bsize } = fs.statfsSync(disk)
  fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

function count(db: Database, table: string): number {
  return (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
}

function isWhole(db: Database): boolean {
  const taps = count(db, 'tap')
  const chain = verifyChain(db)
  return (
    db.pragma('integrity_check', { simple: true }) === 'ok' &&
    count(db, 'outbox') === taps &&
    chain.kind === 'ok' &&
    chain.rows === taps
  )
}

const SCENARIOS: Readonly<Record<string, () => unknown>> = {
  /** The disk is read-only when the desk starts. */
  readOnly() {
    aUsedDesk().close()
    const before = bytesOf(folder)
    execFileSync('mount', ['-o', 'remount,bind,ro', disk])
    const opening = told(open)
    const anew = told(() => openDatabase({ file: path.join(disk, 'new', 'desk.db'), key }))
    const wrongKey = told(() => openDatabase({ file, key: new Uint8Array(32) }))
    const after = bytesOf(folder)
    execFileSync('mount', ['-o', 'remount,bind,rw', disk])
    const db = open()
    const seq = recordTap(db, aTap()).deviceSeq
    return { opening, anew, wrongKey, unchanged: same(before, after), seq, whole: isWhole(db) }
  },

  /** The disk fills up under a working desk, with more and more room left at the last moment. */
  full() {
    const db = aUsedDesk()
    let acknowledged = 1
    const failures = new Map<string, string>()
    for (let free = 0; free <= 96 * 1024; free += 4096) {
      fs.rmSync(filler, { force: true })
      db.pragma('wal_checkpoint(TRUNCATE)')
      fillUpTo(free)
      for (let n = 0; n < 30; n += 1) {
        const failure = told(() => recordTap(db, aTap()))
        if (failure === null) acknowledged += 1
        else failures.set(failure.code, failure.message)
      }
      if (count(db, 'tap') !== acknowledged || !isWhole(db)) return { broken: free }
    }
    fs.rmSync(filler, { force: true })
    db.pragma('wal_checkpoint(TRUNCATE)')
    fillUpTo(0)
    const setting = told(() => changeSettings(db, { volume: 1 }))
    const roll = told(() => replaceRoll(db, { ...aRollOf(3000), version: 2 }))
    const keptRoll = count(db, 'student')
    fs.rmSync(filler)
    const seq = recordTap(db, aTap()).deviceSeq
    const whole = isWhole(db)
    db.close()
    return { failures: [...failures], setting, roll, keptRoll, acknowledged, seq, whole }
  },

  /** The disk is full when the desk starts: with data, and for the first time. */
  fullAtStart() {
    aUsedDesk().close()
    const before = bytesOf(folder)
    fillUpTo(0)
    const opening = told(open)
    const unchanged = same(before, bytesOf(folder))
    fs.rmSync(filler)
    const db = open()
    const seq = recordTap(db, aTap()).deviceSeq
    const whole = isWhole(db)
    db.close()

    const young = path.join(disk, 'young', 'desk.db')
    const codes: (string | undefined)[] = []
    for (let free = 0; free <= 160 * 1024; free += 8192) {
      fillUpTo(free)
      codes.push(told(() => openDatabase({ file: young, key }).close())?.code)
    }
    fs.rmSync(filler)
    const first = recordTap(openDatabase({ file: young, key }), aTap()).deviceSeq
    return { opening, unchanged, seq, whole, codes: [...new Set(codes.filter(Boolean))], first }
  },
}

function same(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

const result = SCENARIOS[scenario]?.()
process.stdout.write(JSON.stringify(result))
