import {
  afterCard,
  applyToApplication,
  type Application,
  type ApplicationEvent,
  type CardMoved,
} from '../core/application.ts'
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
}

export const APPLICATION_COLUMNS = `
  application.application_id AS applicationId, application.student_id AS studentId, kind, application.state,
  application.state_at AS stateAt, opened_at AS openedAt, opened_by AS openedBy, list_id AS listId,
  application.card_id AS cardId`

/** The casts are what is written here alone. */
export function applicationOf(row: ApplicationRow): Application {
  const { applicationId, studentId, stateAt, openedAt, openedBy, listId, cardId } = row
  return {
    ...{ applicationId, studentId, stateAt, openedAt, openedBy, listId, cardId },
    kind: row.kind as Application['kind'],
    state: row.state as Application['state'],
  }
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
  if (after !== null) store(db, after)
  storeEvent(db, { cmdId, at, event })
}

/** A card became a pupil's, or is theirs no longer. Inside the transaction of that act. */
export function moveApplications(db: Database, moved: CardMoved): void {
  const { to, from } = moved
  for (const studentId of [from, to])
    if (studentId !== null)
      for (const before of selected(db, 'student_id = ?', studentId)) {
        const after = afterCard(before, moved)
        if (after !== before) store(db, after)
      }
}

function store(db: Database, application: Application): void {
  const { applicationId, studentId, kind, state, stateAt } = application
  const { openedAt, openedBy, listId, cardId } = application
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO application (application_id, student_id, kind, state, state_at, opened_at, opened_by,
                              list_id, card_id, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id) DO UPDATE SET state = excluded.state, state_at = excluded.state_at,
       list_id = excluded.list_id, card_id = excluded.card_id, ended_at = excluded.ended_at`,
  ).run(
    ...[applicationId, studentId, kind, state, stateAt, openedAt, openedBy, listId, cardId],
    state === 'SUBMITTED' ? null : stateAt,
  )
}
