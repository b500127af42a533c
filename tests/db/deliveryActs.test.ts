import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { CityPayment, CityRow } from '../../core/cityLink.ts'
import type { ListedCard } from '../../core/delivery.ts'
import type { CommandPayloads, CommandType } from '../../core/outbox.ts'
import { keepPayment, settlePayment } from '../../db/cityRowActs.ts'
import { rowIdOf } from '../../db/cityRows.ts'
import type { Database } from '../../db/database.ts'
import { deletePupil } from '../../db/deletePupil.ts'
import { dropListedCard, giveCardPupil, listCards, typeCard } from '../../db/deliveryActs.ts'
import { replayOutbox } from '../../db/replay.ts'
import { foundRows } from '../helpers/caseActs.ts'
import { everyRow, replayInto } from '../helpers/foundAgain.ts'
import { aLeaver, asDesk, at, NOW, rowsOf, run, sent } from '../helpers/leaversDesk.ts'
import { byClerk } from '../helpers/newCardActs.ts'
import { aRoll, aStudent, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'

const ROLL = aRoll({
  students: [
    aLeaver('student-1', '2026-09-14', { educationId: '00000001' }),
    aStudent({ id: 'student-2', educationId: '00000002' }),
  ],
  cards: [],
  photos: [],
})

const aDesk = (): Database => asDesk(testDb(), ROLL)

const card = (line: number, part: Partial<ListedCard> = {}): ListedCard => ({
  ...{ rowId: uuidv7(), line, studentId: null, educationId: null, printedNumber: null },
  ...{ name: '某某', className: null, why: null },
  ...part,
})

/** By hand of one clerk, at one moment. @returns the act */
function list(db: Database, cards: readonly ListedCard[], fileDigest = 'f', ms = NOW): string {
  const act = { ...byClerk('o-1', ms), cmdId: uuidv7({ msecs: ms }) }
  const deliveryId = uuidv7()
  listCards(db, { ...act, command: { deliveryId, fileDigest, cards }, newId: uuidv7 })
  return act.cmdId
}

const payment = (part: Partial<CityPayment> = {}): CityRow<CityPayment> => {
  const on = date('2026-10-12')
  const told = { educationId: '00000009', cityNo: 'N-1', on, fen: 1_500, ...part }
  return { kind: 'read', line: 2, told: { ...told, result: 'paid' } }
}

function keep(db: Database, row = payment(), studentId: string | null = null): string {
  const act = byClerk('o-1', NOW)
  const command = { row, why: 'no-application', fileDigest: 'f', studentId } as const
  keepPayment(db, { ...act, command })
  return act.cmdId
}

const stored = (db: Database): readonly number[] =>
  ['outbox', 'audit', 'event', 'delivery', 'delivery_row', 'city_row'].map((of) => rowsOf(db, of))

const sealedOf = (db: Database, cmdId: string): string =>
  (db.prepare('SELECT sealed FROM outbox WHERE cmd_id = ?').get(cmdId) as { sealed: string }).sealed

const payloads = <T extends CommandType>(db: Database, type: T): readonly CommandPayloads[T][] =>
  foundRows(db)
    .filter((row) => row.type === type)
    .map(({ sealed }) => (JSON.parse(sealed) as { payload: CommandPayloads[T] }).payload)

describe('a list of cards', () => {
  it('that is long is queued in parts of a hundred, and stands once in the log', () => {
    const lost = aDesk()
    const cards = Array.from({ length: 250 }, (_, n) => card(n + 2))
    list(lost, cards)
    expect(stored(lost)).toEqual([3, 1, 250, 1, 250, 0])
    expect(payloads(lost, 'delivery.listed').map((one) => one.cards.length)).toEqual([100, 100, 50])
    for (const { sealed } of foundRows(lost)) expect(sealed.length).toBeLessThan(64 * 1024)
    const back = aDesk()
    replayInto(back, lost)
    expect(everyRow(back)).toEqual(everyRow(lost))
  })

  it('comes back also behind a gap, in a new epoch', () => {
    const lost = aDesk()
    list(lost, [card(2), card(3, { studentId: 'student-2' })])
    const back = aDesk()
    const [rows, tables] = [foundRows(lost), ['delivery', 'delivery_row', 'event']]
    replayOutbox(back, { rows, newEpoch: 'always', epochSeen: 1 })
    const told = (db: Database) => tables.map((table) => everyRow(db)[table])
    expect(told(back)).toEqual(told(lost))
  })

  it('of one file that was listed on two desks of one past is there once', () => {
    const [lost, back] = [aDesk(), aDesk()]
    const gone = card(2)
    list(lost, [gone])
    const act = byClerk('o-1', NOW)
    const given = { rowId: gone.rowId, studentId: 'student-2', printedNumber: null }
    giveCardPupil(lost, { ...act, command: given })
    list(back, [card(2)])
    replayOutbox(back, { rows: foundRows(lost), newEpoch: 'if-needed', epochSeen: 1 })
    expect([rowsOf(back, 'delivery'), rowsOf(back, 'delivery_row')]).toEqual([1, 1])
    expect(rowsOf(back, 'outbox')).toBe(3)
  })
})

describe('an act that fails in the middle leaves nothing', () => {
  const [row, typed] = [card(2), card(3)]
  const ACTS: readonly (readonly [string, (db: Database) => unknown])[] = [
    ['a list', (db) => list(db, [card(4), card(5)], 'g')],
    [
      'a typed card',
      (db) => typeCard(db, { ...byClerk(), command: { deliveryId: uuidv7(), card: typed } }),
    ],
    [
      'whose a row is',
      (db) => {
        const command = { rowId: row.rowId, studentId: 'student-2', printedNumber: null }
        return giveCardPupil(db, { ...byClerk(), command })
      },
    ],
    ['a dropped card', (db) => dropListedCard(db, { ...byClerk(), command: { rowId: row.rowId } })],
    ['a kept payment', (db) => keep(db, payment({ fen: 2_000 }))],
    [
      'a settled payment',
      (db) => {
        const command = { rowId: rowIdOf(payment()), reason: '已退给家长' }
        return settlePayment(db, { ...byClerk(), command })
      },
    ],
  ]

  it.each(ACTS)('%s', (_, act) => {
    const db = aDesk()
    list(db, [row])
    keep(db)
    const [before, rows] = [stored(db), everyRow(db)]
    for (const table of ['audit', 'event', 'outbox_head']) {
      const change = table === 'outbox_head' ? 'UPDATE' : 'INSERT'
      // A dropped card names nobody: it has no event.
      if (table === 'event' && act === ACTS[3]?.[1]) continue
      db.exec(`CREATE TRIGGER no_more BEFORE ${change} ON ${table}
               BEGIN SELECT RAISE(ABORT, 'no more'); END`)
      expect(failureOf(() => act(db)).code).toBe('internal')
      db.exec('DROP TRIGGER no_more')
      expect([stored(db), everyRow(db)]).toEqual([before, rows])
    }
    act(db)
    const [queued = 0, logged = 0] = stored(db)
    expect([queued, logged]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  })
})

describe('what an act says of a pupil', () => {
  const remove = (db: Database) =>
    deletePupil(db, 'student-1', { why: 'left', runId: uuidv7(), moment: at(NOW) })

  it('goes with the pupil, known by then or not, and what it says of others alone stays', () => {
    const db = aDesk()
    const known = list(db, [card(2, { studentId: 'student-1', educationId: '00000001' })], 'a')
    const byNumber = list(db, [card(2, { educationId: '00000001' })], 'b')
    const laterRow = card(2, { educationId: '1', name: '王小明', why: 'education-id-malformed' })
    const later = list(db, [laterRow], 'c')
    const given = byClerk('o-1', NOW)
    giveCardPupil(db, {
      ...given,
      command: { rowId: laterRow.rowId, studentId: 'student-1', printedNumber: null },
    })
    const paid = keep(db, payment({ educationId: '00000001' }))
    const another = list(db, [card(2, { studentId: 'student-2', educationId: '00000002' })], 'd')
    const stranger = keep(db)
    const theirs = [known, byNumber, later, given.cmdId, paid]
    sent(db, ...theirs, another, stranger)
    expect(remove(db)).toMatchObject({ kind: 'deleted', emptied: 5, held: 0 })
    expect(theirs.map((one) => sealedOf(db, one))).toEqual(['', '', '', '', ''])
    expect([another, stranger].every((one) => sealedOf(db, one) !== '')).toBe(true)
    expect([rowsOf(db, 'delivery_row'), rowsOf(db, 'city_row'), rowsOf(db, 'event')]).toEqual([
      1, 1, 2,
    ])
  })

  it('waits for the city, names nobody meanwhile, and goes once the city has it', () => {
    const db = aDesk()
    const act = list(db, [card(2, { educationId: '00000001' })])
    expect(remove(db)).toMatchObject({ kind: 'deleted', emptied: 0, held: 1 })
    expect(sealedOf(db, act)).not.toBe('')
    expect(db.prepare('SELECT student_id, body FROM event').all()).toEqual([
      { student_id: 'student-1', body: '{}' },
    ])
    sent(db, act)
    run(db)
    expect([sealedOf(db, act), rowsOf(db, 'event')]).toEqual(['', 0])
  })

  it('goes when its time is over, as every act', () => {
    const db = aDesk()
    const act = list(db, [card(2, { studentId: 'student-2' })], 'f', NOW - 400 * 86_400_000)
    sent(db, act)
    run(db)
    expect([sealedOf(db, act), ...stored(db).slice(2, 5)]).toEqual(['', 0, 0, 0])
  })
})
