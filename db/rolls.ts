import type { Roll } from '../core/roll.ts'
import type { Database } from './database.ts'
import { getDataState } from './dataState.ts'
import { nativeCode } from './dbError.ts'
import { NO_LOAD, upsertRoll } from './rollRows.ts'
import { fillSearchIndex } from './searchIndex.ts'
import { prepared } from './statements.ts'
import { writing } from './writing.ts'

/** A roll that is not taken over changes nothing. */
export type RollTaken =
  | { readonly kind: 'taken'; readonly students: number; readonly cards: number }
  /** a newer one is in force */
  | { readonly kind: 'refused'; readonly why: 'older'; readonly inForce: number }
  | {
      readonly kind: 'refused'
      readonly why:
        /** the desk made or changed pupils itself: they are of no roll, and would go */
        | 'made-here'
        /** not exactly one school is the desk's own */
        | 'own-school'
        /** the same id twice */
        | 'row-twice'
        /** the same 教育ID twice */
        | 'education-id-twice'
        /** a form that no row may have, or a name of a row that is not there */
        | 'malformed'
    }

type Refusal = Extract<RollTaken, { readonly kind: 'refused' }>

/** Leaves the transaction; never leaves this file. */
class RefusedRoll extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.why)
    this.refusal = refusal
  }
}

/**
 * Puts a roll in the place of the one there, whole or not at all. Rows that stay are updated in
 * place, so `first_seen_at` of an identifier and the desk's own identifiers last; rows the roll
 * does not name go. Taps keep the ids they were recorded with. For a rehearsal: what a school brings in a
 * file is a change (`storeChange`), and a roll a desk made is not dropped by a whole one.
 */
export function replaceRoll(db: Database, roll: Roll): RollTaken {
  try {
    return writing(db, 'The roll was not taken over', () => load(db, roll))
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.cause : undefined
    if (cause instanceof RefusedRoll) return cause.refusal
    if (nativeCode(cause).startsWith('SQLITE_CONSTRAINT'))
      return { kind: 'refused', why: 'malformed' }
    throw thrown
  }
}

function load(db: Database, roll: Roll): RollTaken {
  const inForce = getDataState(db)
  if (inForce !== null && roll.version < inForce.version)
    throw new RefusedRoll({ kind: 'refused', why: 'older', inForce: inForce.version })
  if (hasOwnPupils(db)) refuse('made-here')
  if (roll.schools.filter((school) => school.own).length !== 1) refuse('own-school')

  db.pragma('defer_foreign_keys = ON') // until the commit: a roll may come in any order
  const number = beginLoad(db, roll)
  const taken = upsertRoll(db, roll, number)
  if (taken === 'row-twice') refuse('row-twice')
  if (educationIdTwice(db)) refuse('education-id-twice')
  fillSearchIndex(db)
  return { kind: 'taken', ...taken }
}

function refuse(why: Exclude<Refusal['why'], 'older'>): never {
  throw new RefusedRoll({ kind: 'refused', why })
}

/** @returns the number of this load */
function beginLoad(db: Database, { version, asOf }: Roll): number {
  const row = prepared<[number, number], { load: number }>(
    db,
    `INSERT INTO data_state (one, version, as_of, load) VALUES (1, ?, ?, 1)
     ON CONFLICT (one)
     DO UPDATE SET version = excluded.version, as_of = excluded.as_of, load = load + 1
     RETURNING load`,
  ).get(version, asOf)
  return row?.load ?? 1
}

function hasOwnPupils(db: Database): boolean {
  const sql = 'SELECT 1 FROM student WHERE load = ? LIMIT 1'
  return prepared<[number], unknown>(db, sql).get(NO_LOAD) !== undefined
}

function educationIdTwice(db: Database): boolean {
  const row = prepared<[], unknown>(
    db,
    `SELECT 1 FROM student WHERE education_id IS NOT NULL
     GROUP BY education_id HAVING count(*) > 1 LIMIT 1`,
  ).get()
  return row !== undefined
}
