import type { EpochMs } from '../core/calendarDate.ts'
import type { Operator, Role } from '../core/staff.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** An operator as stored: the truth about who may sign in and what they may. */
export interface StoredOperator extends Operator {
  /** the least version their PIN's envelope may have: an older one is a copy put back; 0: no PIN yet */
  readonly pinVersion: number
  readonly endedAt: EpochMs | null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly roles: string
  readonly classes: string
  readonly pinVersion: number
  readonly endedAt: EpochMs | null
}

const SELECT = `
  SELECT operator_id AS id, name, roles, classes, pin_version AS pinVersion, ended_at AS endedAt
  FROM operator`

/** All there ever were, those who may sign in first, by name. */
export function listOperators(db: Database): readonly StoredOperator[] {
  return reading('The people of the desk were not read', () =>
    prepared<[], Row>(db, `${SELECT} ORDER BY ended_at IS NOT NULL, name, operator_id`)
      .all()
      .map(operator),
  )
}

export function getOperator(db: Database, id: string): StoredOperator | null {
  return reading('The person was not looked up', () => {
    const row = prepared<[string], Row>(db, `${SELECT} WHERE operator_id = ?`).get(id)
    return row === undefined ? null : operator(row)
  })
}

export function addOperator(db: Database, added: Operator, pinVersion: number, at: EpochMs): void {
  writing(db, 'The person was not added', () => {
    prepared<[string, string, string, string, number, number]>(
      db,
      `INSERT INTO operator (operator_id, name, roles, classes, pin_version, made_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(
      added.id,
      added.name,
      JSON.stringify(added.roles),
      JSON.stringify(added.classes),
      pinVersion,
      at,
    )
  })
}

export function changeOperator(db: Database, changed: Operator): void {
  writing(db, 'The person was not changed', () => {
    prepared<[string, string, string, string]>(
      db,
      'UPDATE operator SET name = ?, roles = ?, classes = ? WHERE operator_id = ?',
    ).run(changed.name, JSON.stringify(changed.roles), JSON.stringify(changed.classes), changed.id)
  })
}

/** From now on they cannot sign in; the log keeps their name. */
export function endOperator(db: Database, id: string, at: EpochMs): void {
  writing(db, 'The person was not ended', () => {
    prepared<[number, string]>(
      db,
      'UPDATE operator SET ended_at = ? WHERE operator_id = ? AND ended_at IS NULL',
    ).run(at, id)
  })
}

export function keepPinVersion(db: Database, id: string, version: number): void {
  writing(db, 'The new PIN was not noted', () => {
    prepared<[number, string]>(db, 'UPDATE operator SET pin_version = ? WHERE operator_id = ?').run(
      version,
      id,
    )
  })
}

/** Is one person administrator and supervisor? */
export function isAlone(db: Database): boolean {
  return reading('The desk does not know itself', () => {
    return prepared<[], { alone: number }>(db, 'SELECT alone FROM desk').get()?.alone === 1
  })
}

export function setAlone(db: Database, alone: boolean): void {
  writing(db, 'The desk was not changed', () => {
    prepared<[number]>(db, 'UPDATE desk SET alone = ?').run(alone ? 1 : 0)
  })
}

function operator({ roles, classes, ...row }: Row): StoredOperator {
  return {
    ...row,
    roles: JSON.parse(roles) as readonly Role[],
    classes: JSON.parse(classes) as readonly string[],
  }
}
