import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dbError } from '../db/dbError.ts'
import { writeDurably } from '../db/durableFile.ts'
import { ANCHOR_FILE } from './auditAnchor.ts'
import { SCREEN_FILE } from './lastSettings.ts'
import { addDays, parseCalendarDate } from '../core/calendarDate.ts'
import type { CalendarDate } from '../core/calendarDate.ts'

/** How a rehearsal school was made; with the same plan the generator makes the same school. */
export interface RehearsalPlan {
  readonly seed: number
  readonly students: number
  /** the day it was made for: cards expire relative to it */
  readonly today: CalendarDate
}

const planFile = z.object({
  seed: z.int(),
  students: z.int(),
  today: z.string().transform((text, context) => {
    const date = parseCalendarDate(text)
    if (date !== null) return date
    context.addIssue('no date')
    return z.NEVER
  }),
})

const PLAN = 'rehearsal.json'
const SEED = 20260901

/** The plan of the school that is there and whole; null: none, or its making was broken off. */
export function existingPlan(folder: string): RehearsalPlan | null {
  const path = join(folder, PLAN)
  if (!existsSync(path)) return null
  try {
    return planFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/**
 * Written last: a folder without it is a school half made, and is made anew.
 * @throws DeskError `db-full`, `db-read-only`
 */
export function keepPlan(folder: string, plan: RehearsalPlan): void {
  try {
    writeDurably(join(folder, PLAN), JSON.stringify(plan))
  } catch (thrown) {
    throw dbError(thrown, 'The rehearsal school was not kept')
  }
}

export function newPlan(students: number, today: CalendarDate): RehearsalPlan {
  return { seed: SEED, students, today }
}

/** After so many days its cards have run out one by one, and a good sample is good no more. */
const FRESH_DAYS = 30

/** Whether the samples of a school still show what their names say. */
export function isFresh(plan: RehearsalPlan, today: CalendarDate): boolean {
  return plan.today > addDays(today, -FRESH_DAYS) && plan.today < addDays(today, FRESH_DAYS)
}

const OURS = [
  'desk.db',
  'desk.db-wal',
  'desk.db-shm',
  'desk.db.keycheck',
  'desk.keys',
  'desk.tries',
  'desk.stops',
  'desk.outbox-journal',
  'backups',
  'quarantine',
  'recovering',
  SCREEN_FILE,
  // of earlier programs
  'desk.key',
  ANCHOR_FILE,
  PLAN,
]

/**
 * Takes a rehearsal school away: everything in it is synthetic. By name, because `--data` may point
 * to a folder that holds what is not ours.
 * @throws DeskError `db-read-only`, …
 */
export function clearRehearsal(folder: string): void {
  try {
    for (const name of OURS) rmSync(join(folder, name), { force: true, recursive: true })
  } catch (thrown) {
    throw dbError(thrown, 'The rehearsal school was not made anew')
  }
}
