import { assertNever } from './assertNever.ts'
import { changeCard, type HeldCard, type RollCardChange } from './rollCards.ts'
import type { Enrolment, Sex } from './student.ts'

/** What the roll says of one pupil of the own school: all that an act on the roll can change. */
export interface RollEntry {
  /** 教育ID, 8 digits */
  readonly educationId: string
  readonly name: string
  readonly sex: Sex
  /** null: in no class, as who has left */
  readonly classId: string | null
  readonly enrolment: Enrolment
}

export interface ClassEntry {
  /** 1–12 */
  readonly grade: number
  /** 1… within the grade */
  readonly number: number
  /** 三年级2班 */
  readonly name: string
}

/** A class goes up with its pupils: it stays the same class, and its grade is another (domain.md 5.6). */
export type ClassChange =
  | { readonly kind: 'opens'; readonly classId: string; readonly to: ClassEntry }
  | {
      readonly kind: 'changes'
      readonly classId: string
      readonly from: ClassEntry
      readonly to: ClassEntry
    }
  | { readonly kind: 'closes'; readonly classId: string; readonly from: ClassEntry }

export type PupilChange =
  | { readonly kind: 'enters'; readonly studentId: string; readonly to: RollEntry }
  | {
      readonly kind: 'changes'
      readonly studentId: string
      readonly from: RollEntry
      readonly to: RollEntry
    }
  /** only as the undoing of `enters`: who has been here leaves by `changes` */
  | { readonly kind: 'withdraws'; readonly studentId: string; readonly from: RollEntry }

export const ROLL_CHANGE_WHYS = [
  'import', // 导入名册
  'undo', // 撤销
  'school-year', // 升级、毕业
  'transfer-in', // 转入
  'transfer-out', // 转出
  'temporary', // 临时学籍
  'correction', // 更正
] as const

export type RollChangeWhy = (typeof ROLL_CHANGE_WHYS)[number]

/** One act on the roll: all of it or nothing. */
export interface RollChange {
  /** UUIDv7 */
  readonly changeId: string
  readonly why: RollChangeWhy
  /** the change this one takes back; null: none */
  readonly undoes: string | null
  /** the own school, where the desk had none; null: it stays */
  readonly school: { readonly id: string; readonly name: string } | null
  readonly classes: readonly ClassChange[]
  readonly pupils: readonly PupilChange[]
  /** what becomes of the cards of who leaves */
  readonly cards: readonly RollCardChange[]
}

/** A change as it is queued: in parts that fit a push (sync.md 5.2), each naming how many there are. */
export interface RollChangePart extends RollChange {
  /** from 1 */
  readonly part: number
  readonly parts: number
}

/** 100 pupils are some 20 KB: far below the 256 KiB of one push, and shown in the tables in some 8 ms. */
export const PUPILS_A_PART = 100

export function partsOf(change: RollChange): readonly RollChangePart[] {
  const { classes, pupils, cards, school } = change
  const longest = Math.max(pupils.length, cards.length)
  const parts = Math.max(1, Math.ceil(longest / PUPILS_A_PART))
  const nth = <T>(all: readonly T[], at: number): readonly T[] =>
    all.slice(at * PUPILS_A_PART, (at + 1) * PUPILS_A_PART)
  return Array.from({ length: parts }, (_, at) => ({
    ...change,
    // Classes come before the pupils that go into them.
    school: at === 0 ? school : null,
    classes: at === 0 ? classes : [],
    pupils: nth(pupils, at),
    cards: nth(cards, at),
    part: at + 1,
    parts,
  }))
}

/** The roll of the own school as a change is decided against it. */
export interface RollNow {
  readonly classes: ReadonlyMap<string, ClassEntry>
  readonly pupils: ReadonlyMap<string, RollEntry>
  /** of pupils of the own school */
  readonly cards: ReadonlyMap<string, HeldCard>
  /** pupils that acts besides the roll have named: they hold a card, an application */
  readonly rooted: ReadonlySet<string>
}

export type RollRefusal =
  /** what it was made from is not what is there now */
  | 'changed-meanwhile'
  | 'education-id-taken'
  | 'class-unknown'
  /** two classes of one grade and number */
  | 'class-taken'
  /** a class with pupils in it closes */
  | 'class-not-empty'
  /** who holds a card or has an application is not taken back like a slip of the pen */
  | 'pupil-rooted'

export type RollDecision =
  | { readonly kind: 'done'; readonly roll: RollNow }
  | { readonly kind: 'refused'; readonly why: RollRefusal; readonly at: string }

/**
 * Decides a change of the roll and applies it: the desk does it before the change is stored, the city with
 * its own roll. Pure; the order within the change does not matter but that classes come first.
 */
export function decideRollChange(roll: RollNow, change: RollChange): RollDecision {
  const classes = new Map(roll.classes)
  const pupils = new Map(roll.pupils)
  const cards = new Map(roll.cards)
  for (const one of change.classes) {
    const refused = changeClass(classes, one)
    if (refused !== null) return { kind: 'refused', why: refused, at: one.classId }
  }
  for (const one of change.pupils) {
    const refused = changePupil(pupils, roll.rooted, one)
    if (refused !== null) return { kind: 'refused', why: refused, at: one.studentId }
  }
  for (const one of change.cards)
    if (!changeCard(cards, one, change.undoes !== null))
      return { kind: 'refused', why: 'changed-meanwhile', at: one.cardId }
  const wrong = wholeRoll(classes, pupils)
  return wrong ?? { kind: 'done', roll: { ...roll, classes, pupils, cards } }
}

function changeClass(classes: Map<string, ClassEntry>, one: ClassChange): RollRefusal | null {
  const now = classes.get(one.classId)
  switch (one.kind) {
    case 'opens':
      if (now !== undefined) return 'changed-meanwhile'
      classes.set(one.classId, one.to)
      return null
    case 'changes':
      if (!sameClass(now, one.from)) return 'changed-meanwhile'
      classes.set(one.classId, one.to)
      return null
    case 'closes':
      if (!sameClass(now, one.from)) return 'changed-meanwhile'
      classes.delete(one.classId)
      return null
    default:
      return assertNever(one)
  }
}

function changePupil(
  pupils: Map<string, RollEntry>,
  rooted: ReadonlySet<string>,
  one: PupilChange,
): RollRefusal | null {
  const now = pupils.get(one.studentId)
  switch (one.kind) {
    case 'enters':
      if (now !== undefined) return 'changed-meanwhile'
      pupils.set(one.studentId, one.to)
      return null
    case 'changes':
      if (now === undefined || !sameEntry(now, one.from)) return 'changed-meanwhile'
      pupils.set(one.studentId, one.to)
      return null
    case 'withdraws':
      if (now === undefined || !sameEntry(now, one.from)) return 'changed-meanwhile'
      if (rooted.has(one.studentId)) return 'pupil-rooted'
      pupils.delete(one.studentId)
      return null
    default:
      return assertNever(one)
  }
}

/** What holds of the roll as a whole, whatever changed it. */
function wholeRoll(
  classes: ReadonlyMap<string, ClassEntry>,
  pupils: ReadonlyMap<string, RollEntry>,
): Extract<RollDecision, { readonly kind: 'refused' }> | null {
  const places = new Set<string>()
  for (const [classId, { grade, number }] of classes) {
    const place = `${grade} ${number}`
    if (places.has(place)) return { kind: 'refused', why: 'class-taken', at: classId }
    places.add(place)
  }
  const ids = new Set<string>()
  for (const [studentId, { educationId, classId }] of pupils) {
    if (ids.has(educationId)) return { kind: 'refused', why: 'education-id-taken', at: studentId }
    ids.add(educationId)
    if (classId !== null && !classes.has(classId))
      return { kind: 'refused', why: 'class-unknown', at: studentId }
  }
  return null
}

export function sameEntry(a: RollEntry, b: RollEntry): boolean {
  return changedFields(a, b).length === 0
}

export type RollField = keyof RollEntry

/** What differs, in the order a clerk reads it. */
export function changedFields(a: RollEntry, b: RollEntry): readonly RollField[] {
  const fields: readonly RollField[] = ['educationId', 'name', 'sex', 'classId', 'enrolment']
  return fields.filter((field) =>
    field === 'enrolment' ? !sameEnrolment(a.enrolment, b.enrolment) : a[field] !== b[field],
  )
}

export function sameEnrolment(a: Enrolment, b: Enrolment): boolean {
  switch (a.kind) {
    case 'enrolled':
      return b.kind === 'enrolled'
    case 'temporary':
      return b.kind === 'temporary' && a.until === b.until
    case 'suspended':
      return b.kind === 'suspended' && a.since === b.since
    case 'left':
      return b.kind === 'left' && a.on === b.on && a.why === b.why && a.to === b.to
    default:
      return assertNever(a)
  }
}

export function sameClass(a: ClassEntry | undefined, b: ClassEntry): boolean {
  return a !== undefined && a.grade === b.grade && a.number === b.number && a.name === b.name
}
