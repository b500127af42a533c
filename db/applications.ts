import {
  afterCard,
  applyToApplication,
  type Application,
  type ApplicationEvent,
  type ApplicationState,
  type CardMoved,
  type Reissue,
} from '../core/application.ts'
import type { CalendarDate } from '../core/calendarDate.ts'
import { isOver } from '../core/case/applicationStates.ts'
import type { ByAct } from './acts.ts'
import type { Database } from './database.ts'
import { storeEvent } from './events.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

export interface ApplicationRow {
  readonly applicationId: string
  readonly studentId: string
  readonly kind: string
  readonly state: string
  readonly stateAt: number
  readonly openedAt: number
  readonly openedBy: string | null
  readonly listId: string | null
  readonly cardId: string | null
  readonly oldCardId: string | null
  readonly cause: string | null
  readonly feeVersion: number | null
  readonly feeFen: number | null
  readonly feeBasis: string | null
  readonly producedFrom: string | null
  readonly arrivedAt: number | null
  readonly heldFrom: string | null
}

export const APPLICATION_COLUMNS = `
  application.application_id AS applicationId, application.student_id AS studentId, kind, application.state,
  application.state_at AS stateAt, opened_at AS openedAt, opened_by AS openedBy, list_id AS listId,
  application.card_id AS cardId, old_card_id AS oldCardId, cause, fee_version AS feeVersion,
  fee_fen AS feeFen, fee_basis AS feeBasis, produced_from AS producedFrom, arrived_at AS arrivedAt, held_from AS heldFrom`

/** The casts are what is written here alone. */
export function applicationOf(row: ApplicationRow): Application {
  const { applicationId, studentId, stateAt, openedAt, openedBy, listId, cardId } = row
  return {
    ...{ applicationId, studentId, stateAt, openedAt, openedBy, listId, cardId },
    kind: row.kind as Application['kind'],
    state: row.state as ApplicationState,
    reissue: reissueOf(row),
    producedFrom: row.producedFrom as CalendarDate | null,
    arrivedAt: row.arrivedAt,
    heldFrom: row.heldFrom as ApplicationState | null,
  }
}

function reissueOf({ oldCardId, cause, ...row }: ApplicationRow): Reissue | null {
  if (oldCardId === null) return null
  const fee = { version: row.feeVersion ?? 0, fen: row.feeFen ?? 0, basis: row.feeBasis ?? '' }
  return { oldCardId, cause: cause as Reissue['cause'], fee }
}

export function getApplication(db: Database, applicationId: string): Application | null {
  const [found] = selected(db, 'application_id = ?', applicationId)
  return found ?? null
}

/** null: none of the pupil's is open */
export function openApplicationOf(db: Database, studentId: string): Application | null {
  const [found] = selected(db, 'student_id = ? AND ended_at IS NULL', studentId)
  return found ?? null
}

/** All a pupil ever had, oldest first. */
export function applicationsOf(db: Database, studentId: string): readonly Application[] {
  return selected(db, 'student_id = ? ORDER BY opened_at, application_id', studentId)
}

function selected(db: Database, where: string, id: string): readonly Application[] {
  return reading('The application was not looked up', () =>
    prepared<[string], ApplicationRow>(
      db,
      `SELECT ${APPLICATION_COLUMNS} FROM application WHERE ${where}`,
    )
      .all(id)
      .map(applicationOf),
  )
}

/** Shows an event in the tables. Inside a transaction. */
export function applyApplication(db: Database, event: ApplicationEvent, act: ByAct): void {
  const { cmdId, at } = act
  const after = applyToApplication(getApplication(db, event.applicationId), event, act)
  if (after !== null) storeApplication(db, after)
  storeEvent(db, { cmdId, at, event })
}

/** A card became a pupil's, or is theirs no longer. Inside the transaction of that act. */
export function moveApplications(db: Database, moved: CardMoved): void {
  const { to, from } = moved
  for (const studentId of [from, to])
    if (studentId !== null)
      for (const before of selected(db, 'student_id = ?', studentId)) {
        const after = afterCard(before, moved)
        if (after !== before) storeApplication(db, after)
      }
}

/** As it is now. Inside a transaction. */
export function storeApplication(db: Database, application: Application): void {
  const { applicationId, studentId, kind, state, stateAt, reissue } = application
  const { openedAt, openedBy, listId, cardId, producedFrom, arrivedAt, heldFrom } = application
  const fee = reissue?.fee ?? null
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO application (application_id, student_id, kind, state, state_at, opened_at, opened_by,
                              list_id, card_id, ended_at, old_card_id, cause, fee_version, fee_fen, fee_basis,
                              produced_from, arrived_at, held_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET state = excluded.state, state_at = excluded.state_at,
       list_id = excluded.list_id, card_id = excluded.card_id, ended_at = excluded.ended_at,
       fee_version = excluded.fee_version, fee_fen = excluded.fee_fen, fee_basis = excluded.fee_basis,
       produced_from = excluded.produced_from, arrived_at = excluded.arrived_at, held_from = excluded.held_from`,
  ).run(
    ...[applicationId, studentId, kind, state, stateAt, openedAt, openedBy, listId, cardId],
    ...[isOver(state) ? stateAt : null, reissue?.oldCardId ?? null, reissue?.cause ?? null],
    ...[
      fee?.version ?? null,
      fee?.fen ?? null,
      fee?.basis ?? null,
      producedFrom,
      arrivedAt,
      heldFrom,
    ],
  )
}
