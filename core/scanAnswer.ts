import { readsAsBirthDate } from './birthDate.ts'
import type { CalendarDate } from './calendarDate.ts'
import type { ScannedText } from './scan.ts'
import type { ScanAnswer, ScannedBy } from './search.ts'
import type { StudentLine } from './studentShown.ts'

/** What the desk found for one number of the code. */
export type NumberFound =
  | {
      readonly kind: 'own'
      readonly student: StudentLine
      readonly by: Exclude<ScannedBy, 'name'>
      readonly cardId: string | null
    }
  | { readonly kind: 'elsewhere'; readonly school: string | null }

/**
 * Whom a code points to. Numbers decide; a name only confirms, chooses among several, or stands in
 * where there is no number. Whoever is not sure is shown to choose from, never chosen.
 */
export function scanAnswer(
  scanned: ScannedText,
  numbers: readonly NumberFound[],
  named: readonly StudentLine[],
  today: CalendarDate,
): ScanAnswer {
  const own = numbers.filter((one) => one.kind === 'own')
  const pointed = distinct(own.map((one) => one.student))
  if (pointed.length > 0) return amongPointed(own, pointed, named)
  const [elsewhere] = numbers.filter((one) => one.kind === 'elsewhere')
  if (elsewhere !== undefined) return { kind: 'other-school', school: elsewhere.school }
  return byNameAlone(scanned, named, today)
}

function amongPointed(
  own: readonly Extract<NumberFound, { readonly kind: 'own' }>[],
  pointed: readonly StudentLine[],
  named: readonly StudentLine[],
): ScanAnswer {
  const confirmed = pointed.filter((one) => includes(named, one))
  const meant = confirmed.length === 1 ? confirmed : pointed
  const contradicted = confirmed.length === 0 && named.length > 0
  const [student] = meant
  if (student === undefined || meant.length > 1 || contradicted)
    return { kind: 'several', students: distinct([...pointed, ...(contradicted ? named : [])]) }
  const hits = own.filter((one) => one.student.studentId === student.studentId)
  const hit = hits.find((one) => one.cardId !== null) ?? hits[0]
  return { kind: 'student', student, by: hit?.by ?? 'education-id', cardId: hit?.cardId ?? null }
}

function byNameAlone(
  scanned: ScannedText,
  named: readonly StudentLine[],
  today: CalendarDate,
): ScanAnswer {
  const { educationIds, cardNumbers, otherNumbers } = scanned
  const dates = educationIds.filter((one) => readsAsBirthDate(one, today))
  // A 教育ID that nobody here has is somebody else's, whatever the name.
  if (educationIds.length > dates.length) return { kind: 'none', why: 'unknown-number' }
  const unknown = otherNumbers || cardNumbers.length > 0
  const [student] = named
  if (student !== undefined)
    return named.length > 1 || unknown
      ? { kind: 'several', students: named }
      : { kind: 'student', student, by: 'name', cardId: null }
  if (dates.length > 0) return { kind: 'none', why: 'looks-like-birth-date' }
  return { kind: 'none', why: unknown ? 'unknown-number' : 'nothing-in-it' }
}

const includes = (some: readonly StudentLine[], one: StudentLine): boolean =>
  some.some(({ studentId }) => studentId === one.studentId)

function distinct(students: readonly StudentLine[]): readonly StudentLine[] {
  return [...new Map(students.map((one) => [one.studentId, one])).values()]
}
