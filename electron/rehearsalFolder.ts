import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dbError } from '../db/dbError.ts'
import { parseCalendarDate } from '../core/calendarDate.ts'
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

/** Written last: a folder without it is a school half made, and is made anew. */
export function keepPlan(folder: string, plan: RehearsalPlan): void {
  writeFileSync(join(folder, PLAN), JSON.stringify(plan), { mode: 0o600 })
}

export function newPlan(students: number, today: CalendarDate): RehearsalPlan {
  return { seed: SEED, students, today }
}

/**
 * Empties a rehearsal folder, in which everything is synthetic. The folder itself stays: it may be
 * a disk of its own.
 * @throws DeskError `db-read-only`, …
 */
export function clearRehearsal(folder: string): void {
  if (!existsSync(folder)) return
  try {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  } catch (thrown) {
    throw dbError(thrown, 'The rehearsal school was not made anew')
  }
}
