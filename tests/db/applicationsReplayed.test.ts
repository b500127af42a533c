import { expect, it } from 'vitest'
import { cardLists, rowsOfCardList } from '../../db/cardLists.ts'
import type { Database } from '../../db/database.ts'
import { openApplications } from '../../db/openApplications.ts'
import { replayOutbox } from '../../db/replay.ts'
import type { FoundRow } from '../../db/sealedRow.ts'
import { replaceRoll } from '../../db/rolls.ts'
import {
  apply,
  bind,
  givePhoto,
  list,
  say,
  takeBack,
  withdraw,
  WRONG_NAME,
} from '../helpers/newCardActs.ts'
import { aRoll, aStudent } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const PUPILS = ['listed', 'bound', 'wrong', 'withdrawn', 'again'] as const

function withRoll(): Database {
  const db = testDb()
  replaceRoll(
    db,
    aRoll({
      students: PUPILS.map((id, n) => aStudent({ id, educationId: `2000000${n}` })),
      cards: [],
    }),
  )
  for (const id of PUPILS) givePhoto(db, id)
  return db
}

const found = (db: Database): readonly FoundRow[] =>
  db
    .prepare(
      `SELECT device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, cmd_id AS cmdId,
              type, sealed, prev_hash AS prevHash, hash, status, refusal FROM outbox ORDER BY device_seq`,
    )
    .all() as FoundRow[]

const tables = (db: Database) =>
  ['application', 'confirmation', 'card_list'].map((one) =>
    db.prepare(`SELECT * FROM ${one} ORDER BY 1`).all(),
  )

/** All that can happen with applications. */
function work(db: Database): void {
  const [listed, , wrong, withdrawn, again] = PUPILS.map((id) => apply(db, id).applicationId)
  say(db, listed ?? '')
  list(db)
  bind(db, 'bound', '1000751099999999')
  say(db, wrong ?? '', WRONG_NAME)
  withdraw(db, withdrawn ?? '')
  say(db, again ?? '')
  takeBack(db, again ?? '')
}

it('what was found again after a loss is shown as it was', () => {
  const lost = withRoll()
  work(lost)
  const back = withRoll()
  replayOutbox(back, { rows: found(lost), newEpoch: 'if-needed', epochSeen: 1 })
  expect(tables(back)).toEqual(tables(lost))
  expect(openApplications(back)).toEqual(openApplications(lost))
})

it('is back also where the roll is not yet, and is seen with it', () => {
  const lost = withRoll()
  const { applicationId } = apply(lost, 'listed')
  say(lost, applicationId)
  list(lost)
  const back = testDb()
  replayOutbox(back, { rows: found(lost), newEpoch: 'always', epochSeen: 1 })
  const [made] = cardLists(back)
  expect([made?.pupils, rowsOfCardList(back, made?.listId ?? '')]).toEqual([1, []])
  replaceRoll(back, aRoll({ students: [aStudent({ id: 'listed' })], cards: [] }))
  expect(rowsOfCardList(back, made?.listId ?? '')).toHaveLength(1)
})
