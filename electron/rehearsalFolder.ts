import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
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

/** Only ever called on a rehearsal folder: everything in it is synthetic. */
export function clearRehearsal(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
