import { assertNever } from './assertNever.ts'
import type { CalendarDate } from './calendarDate.ts'
import {
  changedFields,
  type ClassChange,
  type ClassEntry,
  type PupilChange,
  type RollChange,
  type RollEntry,
  type RollField,
  type RollNow,
} from './rollChange.ts'
import type { RollFileRow } from './rollFile.ts'
import type { FileEnrolment } from './rollFileEnrolment.ts'
import type { Enrolment } from './student.ts'

/** What becomes of pupils who are on the roll, in a class the file names, and not in the file. */
export type Missing =
  | { readonly kind: 'stay' }
  | { readonly kind: 'leave'; readonly on: CalendarDate; readonly why: 'transferred' | 'other' }

export interface DifferenceOrder {
  readonly rows: readonly RollFileRow[]
  /** 教育IDs of lines that cannot be used: who stands there is not missing */
  readonly heldBack: readonly string[]
  /** since when, where a file says only that */
  readonly today: CalendarDate
  readonly roll: RollNow
  readonly missing: Missing
  /** UUIDv7 of the change */
  readonly changeId: string
  /** the own school, where the desk has none yet */
  readonly school: RollChange['school']
  /** a new id each time */
  readonly newId: () => string
}

/** What the import would do, pupil by pupil: what somebody looks through before it is done. */
export type DifferenceLine =
  | { readonly kind: 'new'; readonly line: number; readonly entry: RollEntry }
  | {
      readonly kind: 'changed'
      readonly line: number
      readonly studentId: string
      readonly from: RollEntry
      readonly to: RollEntry
      readonly fields: readonly RollField[]
    }
  /** on the roll and not in the file */
  | { readonly kind: 'gone'; readonly studentId: string; readonly entry: RollEntry }
  /** another 教育ID under the name and class of somebody on the roll: perhaps mistyped */
  | {
      readonly kind: 'same-name'
      readonly line: number
      readonly entry: RollEntry
      readonly studentId: string
    }
  /** new, and the file does not say what nobody can be entered without */
  | { readonly kind: 'incomplete'; readonly line: number; readonly lacks: 'sex' }

export interface Difference {
  readonly change: RollChange
  readonly lines: readonly DifferenceLine[]
  /** rows that change nothing */
  readonly same: number
  /** classes on the roll the file says nothing of: their pupils are left alone */
  readonly otherClasses: number
}

/** Holds a file against the roll. Pure: the same rows and the same roll give the same change, but for new ids. */
export function differenceOf(order: DifferenceOrder): Difference {
  const { rows, roll, missing } = order
  const { today } = order
  const classes = classesFor(order)
  const idOf = new Map([...roll.pupils].map(([id, { educationId }]) => [educationId, id]))
  const lines: DifferenceLine[] = []
  const pupils: PupilChange[] = []
  const named = new Set<string>()
  let same = 0
  for (const row of rows) {
    const studentId = idOf.get(row.educationId)
    const from = studentId === undefined ? undefined : roll.pupils.get(studentId)
    if (studentId === undefined || from === undefined) {
      // A leaver whom the desk never knew is nobody's to take over.
      if (row.enrolment?.kind === 'left') {
        same += 1
        continue
      }
      const to = newEntry(row, classes.idOf(row), today)
      if (to === null) {
        lines.push({ kind: 'incomplete', line: row.line, lacks: 'sex' })
        continue
      }
      pupils.push({ kind: 'enters', studentId: order.newId(), to })
      lines.push({ kind: 'new', line: row.line, entry: to })
      continue
    }
    named.add(studentId)
    const to = changedEntry(from, row, classes.idOf(row), today)
    const fields = changedFields(from, to)
    if (fields.length === 0) same += 1
    else {
      pupils.push({ kind: 'changes', studentId, from, to })
      lines.push({ kind: 'changed', line: row.line, studentId, from, to, fields })
    }
  }
  const gone = goneOf(order, named, classes.named)
  for (const [studentId, entry] of gone) {
    lines.push({ kind: 'gone', studentId, entry })
    if (missing.kind === 'leave') pupils.push(leaving(studentId, entry, missing))
  }
  lines.push(...sameNames(lines, roll))
  const { changeId, school } = order
  return {
    change: {
      ...{ changeId, why: 'import', undoes: null, school },
      ...{ classes: classes.opened, pupils, cards: [] },
    },
    lines,
    same,
    otherClasses: [...roll.classes.keys()].filter((id) => !classes.named.has(id)).length,
  }
}

interface ClassesFor {
  readonly opened: readonly ClassChange[]
  /** ids of the classes the file names */
  readonly named: ReadonlySet<string>
  idOf(row: RollFileRow): string | null
}

const placeOf = ({ grade, number }: ClassEntry): string => `${grade} ${number}`

/** Classes are the same by grade and number; a name written otherwise makes no other class. */
function classesFor({ rows, roll, newId }: DifferenceOrder): ClassesFor {
  const known = new Map([...roll.classes].map(([id, entry]) => [placeOf(entry), id]))
  const opened: ClassChange[] = []
  const named = new Set<string>()
  for (const row of rows) {
    const inClass = classIn(row)
    if (inClass === null || row.enrolment?.kind === 'left') continue
    const place = placeOf(inClass)
    const classId = known.get(place) ?? newId()
    if (!known.has(place)) {
      known.set(place, classId)
      opened.push({ kind: 'opens', classId, to: inClass })
    }
    named.add(classId)
  }
  return {
    opened,
    named,
    idOf(row) {
      const inClass = classIn(row)
      return inClass === null ? null : (known.get(placeOf(inClass)) ?? null)
    },
  }
}

function classIn({ grade, classNumber, className }: RollFileRow): ClassEntry | null {
  return grade === null || classNumber === null || className === null
    ? null
    : { grade, number: classNumber, name: className }
}

function newEntry(row: RollFileRow, classId: string | null, today: CalendarDate): RollEntry | null {
  const { educationId, name, sex, enrolment } = row
  if (sex === null) return null
  const enrolled = enrolment === null ? ENROLLED : dated(enrolment, ENROLLED, today)
  return { educationId, name, sex, classId, enrolment: enrolled }
}

const ENROLLED: Enrolment = { kind: 'enrolled' }

/** Who had left and stands in the file again is here again, unless it says otherwise. */
function changedEntry(
  from: RollEntry,
  row: RollFileRow,
  classId: string | null,
  today: CalendarDate,
): RollEntry {
  const back = from.enrolment.kind === 'left' ? ENROLLED : from.enrolment
  const enrolment = row.enrolment === null ? back : dated(row.enrolment, from.enrolment, today)
  return {
    educationId: from.educationId,
    name: row.name,
    sex: row.sex ?? from.sex,
    classId: enrolment.kind === 'left' ? null : (classId ?? from.classId),
    enrolment,
  }
}

/** Since when, where the roll knew it already; else from today. */
function dated(said: FileEnrolment, before: Enrolment, today: CalendarDate): Enrolment {
  switch (said.kind) {
    case 'enrolled':
    case 'temporary':
      return said
    case 'suspended':
      return before.kind === 'suspended' ? before : { kind: 'suspended', since: today }
    case 'left':
      return before.kind === 'left' ? before : { kind: 'left', on: today, why: said.why, to: null }
    default:
      return assertNever(said)
  }
}

function goneOf(
  { roll, heldBack }: DifferenceOrder,
  named: ReadonlySet<string>,
  classes: ReadonlySet<string>,
): readonly (readonly [string, RollEntry])[] {
  const unclear = new Set(heldBack)
  return [...roll.pupils].filter(
    ([studentId, { educationId, classId, enrolment }]) =>
      !named.has(studentId) &&
      !unclear.has(educationId) &&
      enrolment.kind !== 'left' &&
      classId !== null &&
      classes.has(classId),
  )
}

export function leaving(
  studentId: string,
  from: RollEntry,
  { on, why }: Extract<Missing, { readonly kind: 'leave' }>,
): PupilChange {
  const to = { ...from, classId: null, enrolment: { kind: 'left', on, why, to: null } } as const
  return { kind: 'changes', studentId, from, to }
}

/** New rows under the name of somebody in the same class whom the file does not name. */
function sameNames(lines: readonly DifferenceLine[], roll: RollNow): readonly DifferenceLine[] {
  const key = ({ name, classId }: RollEntry): string => `${classId ?? ''} ${name}`
  const here = new Map([...roll.pupils].map(([studentId, entry]) => [key(entry), studentId]))
  return lines.flatMap((one): readonly DifferenceLine[] => {
    if (one.kind !== 'new') return []
    const studentId = here.get(key(one.entry))
    return studentId === undefined
      ? []
      : [{ kind: 'same-name', line: one.line, entry: one.entry, studentId }]
  })
}
