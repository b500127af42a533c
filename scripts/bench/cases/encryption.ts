import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardRead } from '../../../core/cardRead.ts'
import { SAFE_PRAGMAS } from '../../../db/connect.ts'
import type { Database } from '../../../db/database.ts'
import { getDataState } from '../../../db/dataState.ts'
import { openDatabase } from '../../../db/open.ts'
import { systemClock } from '../../../electron/clock.ts'
import { takeTap } from '../../../electron/takeTap.ts'
import { deskSamples, inTurn } from '../cards.ts'
import { benchKey } from '../person.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'
import { tapFake } from './tapFake.ts'

/**
 * What encryption adds to a tap. In main, from the card's numbers to the durable row (looked up, judged, stored,
 * queued and logged), a tap is taken in the encrypted file and, in turn, in the same file in the clear with the
 * same safety; the medians differ by what the cipher costs. That is held against a whole tap, card → painted, of
 * the same run: with the cipher as it is, and less what it costs.
 */
export async function encryption(n: number): Promise<Measured> {
  const home = await schoolOf(3_000)
  const cards = cardsOf(home)
  const folder = mkdtempSync(join(tmpdir(), 'bench-plain-'))
  try {
    const key = await benchKey(home)
    for (const name of ['encrypted', 'plain'])
      for (const file of ['desk.db', 'desk.db.keycheck'])
        cpSync(join(home, 'rehearsal', file), join(folder, name, file))
    const encrypted = openDatabase({ file: join(folder, 'encrypted', 'desk.db'), key })
    const plain = inTheClear(join(folder, 'plain', 'desk.db'), key, driverOf(encrypted))
    const taps = { encrypted: [] as number[], plain: [] as number[] }
    for (let turn = 0; turn < 5 * n + WARM_UP; turn++) {
      const card = inTurn(cards, turn)
      const [one, other] = [timed(encrypted, card), timed(plain, card)]
      if (turn < WARM_UP) continue
      taps.encrypted.push(one)
      taps.plain.push(other)
    }
    encrypted.close()
    plain.close()
    const [withCipher, without] = [percentile(taps.encrypted, 50), percentile(taps.plain, 50)]
    const whole = await tapFake(3_000)(n)
    const judged = percentile(whole.values, 50)
    return {
      values: whole.values,
      floor: [judged - (withCipher - without)],
      judged,
      loopDelayMaxMs: whole.loopDelayMaxMs,
      more: {
        'in main, encrypted (p50)': rounded(withCipher),
        'in main, in the clear (p50)': rounded(without),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const WARM_UP = 100
const rounded = (ms: number): number => Math.round(ms * 1_000) / 1_000

function cardsOf(home: string): readonly CardRead[] {
  return [...deskSamples(home).values()].flatMap(({ read }) =>
    read.kind === 'card' ? [read.card] : [],
  )
}

type Driver = new (file: string) => Database

/** db/connect.ts alone loads the driver, and gives nobody a file in the clear: so it is asked what it is of. */
const driverOf = (db: Database): Driver => db.constructor as Driver

function inTheClear(file: string, key: Uint8Array, Sqlite: Driver): Database {
  const db = new Sqlite(file)
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  db.pragma('journal_mode = DELETE')
  db.pragma(`rekey = ''`)
  db.close()
  const plain = new Sqlite(file)
  for (const [name, value] of Object.entries(SAFE_PRAGMAS))
    if (name !== 'cipher') plain.pragma(`${name} = ${value}`)
  return plain
}

function timed(db: Database, card: CardRead): number {
  const begin = performance.now()
  takeTap(
    {
      db,
      clock: systemClock,
      bootId: 'bench',
      recorder: {
        ...{ deviceId: 'bench', deviceEpoch: 1, schoolId: 'bench' },
        ...{ operatorId: 'bench', leaseId: null },
      },
      data: getDataState(db),
      purpose: 'desk',
    },
    { reader: 'bench', outcome: { kind: 'card', card }, presentedAt: systemClock.steady() },
  )
  return performance.now() - begin
}
