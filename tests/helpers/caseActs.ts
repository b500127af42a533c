import { v7 as uuidv7 } from 'uuid'
import type { CaseState } from '../../core/case/caseState.ts'
import type { CaseCommand, CaseCommands, CaseCommandType } from '../../core/case/commands.ts'
import type { CaseDecision } from '../../core/case/decided.ts'
import type { ActToStore } from '../../db/acts.ts'
import { storeCaseAct, type CaseConditions } from '../../db/caseActs.ts'
import { caseOf } from '../../db/cases.ts'
import type { Database } from '../../db/database.ts'
import type { FoundRow } from '../../db/sealedRow.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { byClerk, givePhoto } from './newCardActs.ts'
import { aCard, aRoll, aStudent } from './rollBuilders.ts'
import { testDb } from './testDb.ts'

/** Monday 2026-10-12, 09:00 in Beijing. */
export const MONDAY = Date.parse('2026-10-12T01:00:00Z')
export const MINUTE = 60_000
export const PUPIL = 'student-1'

/** One pupil with a card and a photo, and a classmate with a card. */
export function aCaseDesk(): Database {
  const db = testDb()
  const students = [aStudent(), aStudent({ id: 'student-2', educationId: '00123457' })]
  const other = [{ kind: 'bmac' as const, value: '1000751099999999' }]
  const cards = [aCard(), aCard({ id: 'card-2', studentId: 'student-2', identifiers: other })]
  replaceRoll(db, aRoll({ students, cards }))
  givePhoto(db, PUPIL)
  return db
}

/** A supervisor with the card on the reader, while the window is open. */
export const conditions = (part: Partial<CaseConditions> = {}): CaseConditions => ({
  ...{ isSupervisor: true, tapped: null, window: () => 'open', clockBehind: false },
  ...{ online: true, mayReactivate: true },
  ...part,
})

/** Does it as a clerk would: with the very card on the reader. */
export function doCase<T extends CaseCommandType>(
  db: Database,
  type: T,
  payload: Omit<CaseCommands[T], 'studentId'>,
  by: ActToStore = byClerk('operator-1', MONDAY),
  part: Partial<CaseConditions> = {},
): { readonly cmdId: string; readonly decision: CaseDecision } {
  const command = { type, payload: { studentId: PUPIL, ...payload } } as unknown as CaseCommand
  const tapped = 'cardId' in command.payload ? command.payload.cardId : null
  const decision = storeCaseAct(db, {
    ...{ ...by, command, reason: null },
    conditions: conditions({ tapped, ...part }),
  })
  return { cmdId: by.cmdId, decision }
}

/** By that moment, under an id of its time. */
export function at(ms: number, operatorId = 'operator-1'): ActToStore {
  return { ...byClerk(operatorId, ms), cmdId: uuidv7({ msecs: ms }) }
}

export const CHIP = [{ kind: 'bmac', value: '1000751000000042' }] as const

/** In no order but that of ids: what two ways to the same case are compared by. */
export const inOrder = (state: CaseState): CaseState => ({
  ...state,
  cards: state.cards.toSorted((a, b) => a.cardId.localeCompare(b.cardId)),
  applications: state.applications.toSorted((a, b) =>
    a.applicationId.localeCompare(b.applicationId),
  ),
  orders: state.orders.toSorted((a, b) => a.orderId.localeCompare(b.orderId)),
})

export const caseNow = (db: Database): CaseState => inOrder(caseOf(db, PUPIL))

export const foundRows = (db: Database): readonly FoundRow[] =>
  db
    .prepare(
      `SELECT device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, cmd_id AS cmdId,
              type, sealed, prev_hash AS prevHash, hash, status, refusal FROM outbox ORDER BY device_seq`,
    )
    .all() as FoundRow[]
