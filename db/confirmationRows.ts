import type { Application } from '../core/application.ts'
import {
  standingOf,
  type CardData,
  type ConfirmationMade,
  type ConfirmationStanding,
  type Outcome,
} from '../core/confirmation.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

interface ConfirmationRow {
  readonly version: number
  readonly at: number
  readonly operatorId: string | null
  readonly data: string
  readonly outcome: string
}

/** What was said last of the data on an application and not taken back; null: nothing. */
export function lastConfirmation(db: Database, applicationId: string): ConfirmationMade | null {
  return reading('The confirmation was not looked up', () => {
    const row = prepared<[string], ConfirmationRow>(
      db,
      `SELECT version, at, operator_id AS operatorId, data, outcome FROM confirmation
       WHERE application_id = ? AND taken_back = 0 ORDER BY seq DESC LIMIT 1`,
    ).get(applicationId)
    return row === undefined ? null : confirmationOf(row)
  })
}

export function confirmationOf(row: ConfirmationRow): ConfirmationMade {
  const { version, at, operatorId } = row
  const data = JSON.parse(row.data) as CardData
  return { version, at, operatorId, data, outcome: JSON.parse(row.outcome) as Outcome }
}

export function standingNow(
  db: Database,
  { applicationId }: Application,
  data: CardData,
): ConfirmationStanding {
  return standingOf(lastConfirmation(db, applicationId), data)
}
