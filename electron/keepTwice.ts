import { appendToJournal } from '../db/outboxJournal.ts'
import { logged, type Log } from './log.ts'
import type { OpenSchool } from './school.ts'

/** An act stands whatever becomes of its second copy: what was not written goes with the next. */
export function keepTwice({ data }: OpenSchool, log: Log): void {
  try {
    appendToJournal(data.journal, data.db)
  } catch (thrown) {
    log('journal-behind', logged(thrown))
  }
}
