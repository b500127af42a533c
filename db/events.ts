import type { EpochMs } from '../core/calendarDate.ts'
import type { DeskEvent } from '../core/deskEvents.ts'
import type { CommandType, Envelope } from '../core/outbox.ts'
import type { ByWhomAndWhen } from '../core/ownAct.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** An event as it is kept: with the act it comes from, and when. */
export interface StoredEvent {
  readonly cmdId: string
  readonly at: EpochMs
  readonly event: DeskEvent
}

/** Inside the transaction of its act. */
export function storeEvent(db: Database, { cmdId, at, event }: StoredEvent): void {
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO event (cmd_id, at, type, student_id, card_id, body) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    cmdId,
    at,
    event.type,
    event.studentId,
    'cardId' in event ? event.cardId : null,
    JSON.stringify(event),
  )
}

interface EventRow {
  readonly cmdId: string
  readonly at: number
  readonly body: string
}

/** What happened with a pupil, newest first. A line of a file that names one is nothing that happened. */
export function eventsOfStudent(
  db: Database,
  studentId: string,
  limit: number,
): readonly StoredEvent[] {
  return reading('The events of the pupil were not looked up', () =>
    prepared<[string, number], EventRow>(
      db,
      `SELECT cmd_id AS cmdId, at, body FROM event
       WHERE student_id = ? AND body <> '{}' AND type <> 'named-in-file' ORDER BY seq DESC LIMIT ?`,
    )
      .all(studentId, limit)
      .map(stored),
  )
}

/** What an act came to, in its order. */
export function eventsOfAct(db: Database, cmdId: string): readonly StoredEvent[] {
  return reading('The events of the act were not looked up', () =>
    prepared<[string], EventRow>(
      db,
      `SELECT cmd_id AS cmdId, at, body FROM event WHERE cmd_id = ? AND body <> '{}' ORDER BY seq`,
    )
      .all(cmdId)
      .map(stored),
  )
}

const stored = ({ cmdId, at, body }: EventRow): StoredEvent => ({
  cmdId,
  at,
  event: JSON.parse(body) as DeskEvent,
})

/** An act as it was recorded, by what it came to first; null: no act of this id, or nothing is known of it. */
export function actMade(
  db: Database,
  cmdId: string,
):
  | (ByWhomAndWhen & {
      readonly event: DeskEvent
      /** of its command; null: the act is emptied */
      readonly type: CommandType | null
    })
  | null {
  const [stored] = eventsOfAct(db, cmdId)
  if (stored === undefined) return null
  const select = 'SELECT sealed FROM outbox WHERE cmd_id = ?'
  const sealed = prepared<[string], { sealed: string }>(db, select).get(cmdId)?.sealed
  const { operatorId, type } = sealed
    ? (JSON.parse(sealed) as Envelope)
    : { operatorId: null, type: null }
  return { event: stored.event, at: stored.at, operatorId, type }
}
