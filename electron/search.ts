import { readsAsBirthDate } from '../core/birthDate.ts'
import type { CalendarDate } from '../core/calendarDate.ts'
import type { SearchAnswer } from '../core/search.ts'
import { searchWords } from '../core/searchQuery.ts'
import type { StudentLine } from '../core/studentShown.ts'
import { cardsOfStudent } from '../db/cards.ts'
import type { Database } from '../db/database.ts'
import { findPupils } from '../db/search.ts'
import { getStudent } from '../db/students.ts'
import { studentLine } from './shown.ts'

/** A typed search among the pupils of the own school. Any text is understood, or finds nobody. */
export function search(
  db: Database,
  text: string,
  limit: number,
  today: CalendarDate,
): SearchAnswer {
  const words = searchWords(text)
  const { studentIds, total } = findPupils(db, words, limit)
  const [only] = words
  const asDate =
    words.length === 1 && only?.kind === 'digits' && readsAsBirthDate(only.digits, today)
  return {
    lines: linesOf(db, studentIds),
    total,
    remark: asDate ? 'looks-like-birth-date' : null,
  }
}

/** In the order given. */
export function linesOf(db: Database, studentIds: readonly string[]): readonly StudentLine[] {
  return studentIds.flatMap((id) => {
    const student = getStudent(db, id)
    return student === null ? [] : [studentLine(student, cardsOfStudent(db, id))]
  })
}
