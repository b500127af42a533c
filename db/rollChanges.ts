import type { EpochMs } from '../core/calendarDate.ts'
import { CanonicalText, type Envelope } from '../core/outbox.ts'
import type { PhotoChangePart } from '../core/photoChange.ts'
import type { RollChangePart } from '../core/rollChange.ts'
import type { RollChangeLine, RollCounts } from '../core/rollShown.ts'
import type { SchoolChange, WrittenChange } from '../core/schoolChange.ts'
import type { AuditMoment } from '../core/audit.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { appendCommand, type Append } from './outbox.ts'
import { applyPhotoPart } from './photoProjection.ts'
import { applyRollPart, dropClosedClasses, type ActOf } from './rollProjection.ts'
import { prepared } from './statements.ts'
import { reading, writingSlice } from './writing.ts'

export interface ChangeToStore extends Omit<Append, 'command'> {
  readonly change: WrittenChange
  /** a new UUIDv7 for each part */
  readonly newId: () => string
  readonly audit: AuditMoment
}

/**
 * A decided change of the roll or of the photos: queued in all its parts, listed and written into the log,
 * in one transaction. From then on it stands; `applyNextPart` shows it in the tables, part by part, also
 * after a start. It takes some 25 ms for 3,000 pupils; the tables would take 150. Whoever tells it done waits
 * for `syncLog` first.
 */
export function storeChange(db: Database, order: ChangeToStore): void {
  const { change, audit, recorder, moment } = order
  writingSlice(db, 'The change of the roll was not stored', () => {
    const cmdIds = change.parts.map((text) => {
      const cmdId = order.newId()
      appendCommand(db, { command: commandOf(change.of, cmdId, text), recorder, moment })
      waitForApplying(db, cmdId)
      return cmdId
    })
    const { changeId, undoes, why, counts } = change
    const { recordedAt: at } = moment
    listChange(db, { changeId, undoes, why, counts, at, operatorId: recorder.operatorId, cmdIds })
    const kind = change.of === 'photos' ? 'photos-taken' : 'roll-changed'
    appendAudit(db, { kind, studentId: null, about: changeId, reason: undoes && 'undo' }, audit)
  })
}

function commandOf(of: WrittenChange['of'], cmdId: string, text: string): Append['command'] {
  const type = of === 'roll' ? 'roll.changed' : 'photos.set'
  return { cmdId, type, schemaVersion: 1, payload: new CanonicalText(text), basedOn: {} }
}

interface ListedChange extends Pick<
  RollChangeLine,
  'changeId' | 'at' | 'operatorId' | 'why' | 'counts' | 'undoes'
> {
  readonly cmdIds: readonly string[]
}

/** Inside the transaction of the change. */
export function listChange(db: Database, change: ListedChange): void {
  const { changeId, at, operatorId, why, counts, undoes, cmdIds } = change
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO roll_change (change_id, at, operator_id, why, counts, undoes, cmd_ids)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(changeId, at, operatorId, why, JSON.stringify(counts), undoes, JSON.stringify(cmdIds))
  if (undoes === null) return
  prepared<[string, string]>(db, 'UPDATE roll_change SET undone_by = ? WHERE change_id = ?').run(
    changeId,
    undoes,
  )
}

/** Also where a found command is put back after a loss: it is shown like any other. */
export function waitForApplying(db: Database, cmdId: string): void {
  prepared<[string]>(
    db,
    `INSERT INTO part_waiting (cmd_id, place)
     VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM part_waiting))`,
  ).run(cmdId)
}

export function partsWaiting(db: Database): number {
  return reading('The waiting parts were not counted', () => {
    const select = 'SELECT count(*) AS n FROM part_waiting'
    return prepared<[], { n: number }>(db, select).get()?.n ?? 0
  })
}

/**
 * Shows the next waiting part in the tables; with the last one the roll has a new version, as of when it
 * was stored. One transaction of some milliseconds: lost, the part still waits.
 *
 * @returns how many are left; null: there was none
 */
export function applyNextPart(db: Database): number | null {
  return writingSlice(db, 'The change of the roll was not applied', () => {
    db.pragma('defer_foreign_keys = ON')
    const next = prepared<[], { cmdId: string; sealed: string }>(
      db,
      `SELECT cmd_id AS cmdId, sealed FROM part_waiting JOIN outbox USING (cmd_id) ORDER BY place LIMIT 1`,
    ).get()
    if (next === undefined) return null
    const envelope = JSON.parse(next.sealed) as Envelope
    const { recordedAt: at, operatorId: by } = envelope
    const act = { cmdId: next.cmdId, at, by }
    prepared<[string]>(db, 'DELETE FROM part_waiting WHERE cmd_id = ?').run(next.cmdId)
    if (envelope.type === 'photos.set') applyPhotoPart(db, envelope.payload as PhotoChangePart, act)
    else applyRoll(db, envelope.payload as RollChangePart, act)
    return partsWaiting(db)
  })
}

function applyRoll(db: Database, part: RollChangePart, act: ActOf): void {
  applyRollPart(db, part, act)
  if (part.part < part.parts) return
  dropClosedClasses(db)
  newRollVersion(db, act.at)
  // A start makes the index anew where this one's does not get so far.
  db.exec('UPDATE search_form SET form = 0')
}

function newRollVersion(db: Database, asOf: EpochMs): void {
  prepared<[number]>(
    db,
    `INSERT INTO data_state (one, version, as_of, load) VALUES (1, 1, ?, 0)
     ON CONFLICT (one) DO UPDATE SET version = version + 1, as_of = excluded.as_of`,
  ).run(asOf)
}

/** 升级 that stand, newest first. */
export function promotions(db: Database): readonly Pick<RollChangeLine, 'at' | 'operatorId'>[] {
  return reading('The changes of the roll were not looked up', () =>
    prepared<[], Pick<RollChangeLine, 'at' | 'operatorId'>>(
      db,
      `SELECT at, operator_id AS operatorId FROM roll_change
       WHERE why = 'school-year' AND undone_by IS NULL ORDER BY at DESC`,
    ).all(),
  )
}

/** Newest first. */
export function rollChanges(db: Database, limit: number): readonly RollChangeLine[] {
  return reading('The changes of the roll were not listed', () =>
    prepared<[number], Omit<RollChangeLine, 'counts'> & { readonly counts: string }>(
      db,
      `SELECT change_id AS changeId, at, operator_id AS operatorId, why, counts, undoes,
              undone_by AS undoneBy
       FROM roll_change ORDER BY change_id DESC LIMIT ?`,
    )
      .all(limit)
      .map((row) => ({ ...row, counts: JSON.parse(row.counts) as RollCounts })),
  )
}

/** A change as it was queued, put together again; null: its text is not here any more. */
export function changeOf(db: Database, changeId: string): SchoolChange | null {
  return reading('The change of the roll was not read', () => {
    const parts = prepared<[string], { sealed: string }>(
      db,
      `SELECT sealed FROM roll_change, json_each(cmd_ids) AS part JOIN outbox ON cmd_id = part.value
       WHERE change_id = ? AND sealed <> '' ORDER BY part.key`,
    )
      .all(changeId)
      .map(({ sealed }) => JSON.parse(sealed) as Envelope)
    const [first] = parts
    if (first === undefined) return null
    return first.type === 'photos.set'
      ? photosOf(parts.map(({ payload }) => payload as PhotoChangePart))
      : rollOf(parts.map(({ payload }) => payload as RollChangePart))
  })
}

function rollOf(parts: readonly RollChangePart[]): SchoolChange | null {
  const [first] = parts
  if (first === undefined || parts.length < first.parts) return null
  const { changeId, why, undoes, school } = first
  const change = {
    ...{ changeId, why, undoes, school },
    classes: parts.flatMap(({ classes }) => classes),
    pupils: parts.flatMap(({ pupils }) => pupils),
    cards: parts.flatMap(({ cards }) => cards),
  }
  return { of: 'roll', change }
}

function photosOf(parts: readonly PhotoChangePart[]): SchoolChange | null {
  const [first] = parts
  if (first === undefined || parts.length < first.parts) return null
  const { changeId, undoes } = first
  return { of: 'photos', change: { changeId, undoes, photos: parts.flatMap((one) => one.photos) } }
}
