import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aRollOf } from '../helpers/rollBuilders.ts'
import { testPlace, type TestPlace } from '../helpers/testDb.ts'

/** A class of forty in the long form (tests/README.md). */
const CLASS = process.env['DESK_KILL_ROUNDS'] === undefined ? 12 : 40
const CHILD = fileURLToPath(new URL('../helpers/testBindingKillChild.ts', import.meta.url))

/** @returns the pupils whose binding was acknowledged before the kill */
function bindAndKill(place: TestPlace, afterAcks: number): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const key = Buffer.from(place.key).toString('hex')
    const child = spawn(process.execPath, [CHILD, place.file, key, String(CLASS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > afterAcks) child.kill('SIGKILL')
    })
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

const count = (db: Database, of: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${of}`).get() as { n: number }).n

it(`${CLASS} cards bound with a kill -9 at each of them leave ${CLASS} claims and rows of the log, no card twice`, async () => {
  const place = testPlace()
  const first = openDatabase(place)
  replaceRoll(first, { ...aRollOf(CLASS), cards: [] })
  first.close()
  const acknowledged = new Set<string>()
  // Every start binds whom the ones before have not: it is killed at its first word, or its second.
  for (let round = 0; acknowledged.size < CLASS && round < 2 * CLASS; round += 1) {
    for (const one of await bindAndKill(place, 1 + (round % 2))) acknowledged.add(one)
    const db = openDatabase(place)
    const bound = count(db, `card WHERE state = 'ACTIVE'`)
    expect(bound).toBeGreaterThanOrEqual(acknowledged.size)
    expect([count(db, 'outbox'), count(db, 'event'), count(db, 'audit')]).toEqual([
      bound,
      bound,
      bound,
    ])
    if (bound === CLASS) for (let n = 1; n <= CLASS; n += 1) acknowledged.add(`student-${n}`)
    db.close()
  }
  const db = openDatabase(place)
  expect(count(db, 'card')).toBe(CLASS)
  expect(count(db, '(SELECT DISTINCT student_id FROM card)')).toBe(CLASS)
  expect(count(db, 'card_identifier')).toBe(2 * CLASS)
  db.close()
}, 120_000)
