import type { CalendarDate, EpochMs } from '../core/calendarDate.ts'
import type { PaperWish } from '../core/paperRequests.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** Which paper of what. */
export interface PaperKey {
  readonly paper: PaperWish['of']
  readonly about: string
  /** null: of several */
  readonly studentId: string | null
}

/** How often it was printed: the number of the copy that comes next. 0: the original. */
export function timesPrinted(db: Database, { paper, about }: PaperKey): number {
  return reading('The prints were not counted', () => {
    const select = 'SELECT times FROM paper_print WHERE paper = ? AND about = ?'
    return prepared<[string, string], { times: number }>(db, select).get(paper, about)?.times ?? 0
  })
}

/** The fee window that the last print told; undefined: none was printed. null: it told none. */
export function windowPrinted(
  db: Database,
  { paper, about }: Pick<PaperKey, 'paper' | 'about'>,
): CalendarDate | null | undefined {
  return reading('The prints were not looked up', () => {
    const select = 'SELECT window_to AS day FROM paper_print WHERE paper = ? AND about = ?'
    const row = prepared<[string, string], { day: string | null }>(db, select).get(paper, about)
    return row === undefined ? undefined : (row.day as CalendarDate | null)
  })
}

export function countPrint(
  db: Database,
  { paper, about, studentId }: PaperKey,
  windowTo: CalendarDate | null,
  at: EpochMs,
): void {
  writing(db, 'The print was not counted', () =>
    prepared<(string | number | null)[]>(
      db,
      `INSERT INTO paper_print (paper, about, student_id, times, last_at, window_to) VALUES (?, ?, ?, 1, ?, ?)
       ON CONFLICT (paper, about) DO UPDATE SET times = times + 1, last_at = excluded.last_at,
         window_to = excluded.window_to`,
    ).run(paper, about, studentId, at, windowTo),
  )
}
