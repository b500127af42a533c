import { assertNever } from './assertNever.ts'
import type { CalendarDate } from './calendarDate.ts'
import { cardsOfLeavers, type Destination } from './rollCards.ts'
import {
  sameEntry,
  type PupilChange,
  type RollChange,
  type RollChangeWhy,
  type RollEntry,
  type RollNow,
} from './rollChange.ts'
import type { Enrolment } from './student.ts'

/** On the roll, in whatever way. */
export type OnRoll = Exclude<Enrolment, { readonly kind: 'left' }>

/** What is done about one pupil of the roll at the desk. */
export type PupilWish =
  /** 转入, also of who was here before; `temporary` is 临时学籍 */
  | { readonly kind: 'transfer-in'; readonly entry: RollEntry & { readonly enrolment: OnRoll } }
  /** 转出 */
  | {
      readonly kind: 'transfer-out'
      readonly studentId: string
      readonly on: CalendarDate
      /** the school they go to, where known */
      readonly to: string | null
      readonly destination: Destination
    }
  /** 更正, 转班, 休学, 复学, and 临时学籍 that begins or ends */
  | {
      readonly kind: 'correct'
      readonly studentId: string
      readonly to: Omit<RollEntry, 'educationId' | 'enrolment'> & {
        /** null: it stays */
        readonly educationId: string | null
        readonly enrolment: OnRoll
      }
    }

export type PupilWishRefusal =
  | 'pupil-unknown'
  /** transferred in, and on the roll already */
  | 'on-roll-already'
  /** has left: who comes back is transferred in */
  | 'pupil-left'
  | 'nothing-to-do'

export type PupilWishDecision =
  | { readonly kind: 'change'; readonly change: RollChange; readonly studentId: string }
  | { readonly kind: 'refused'; readonly why: PupilWishRefusal }

export interface PupilWishContext {
  /** UUIDv7 of the change */
  readonly changeId: string
  /** UUIDv7 of a pupil who is new */
  readonly newId: string
}

/** The change of the roll that a wish about one pupil is; what holds of the roll, `decideRollChange` says. */
export function pupilChange(
  roll: RollNow,
  wish: PupilWish,
  context: PupilWishContext,
): PupilWishDecision {
  switch (wish.kind) {
    case 'transfer-in':
      return transferIn(roll, wish.entry, context)
    case 'transfer-out':
      return transferOut(roll, wish, context)
    case 'correct':
      return correct(roll, wish, context)
    default:
      return assertNever(wish)
  }
}

const refused = (why: PupilWishRefusal): PupilWishDecision => ({ kind: 'refused', why })

function transferIn(roll: RollNow, to: RollEntry, context: PupilWishContext): PupilWishDecision {
  const why = to.enrolment.kind === 'temporary' ? 'temporary' : 'transfer-in'
  const known = [...roll.pupils].find(([, { educationId }]) => educationId === to.educationId)
  if (known === undefined) {
    const studentId = context.newId
    return changeOf(context, why, { kind: 'enters', studentId, to })
  }
  const [studentId, from] = known
  if (from.enrolment.kind !== 'left') return refused('on-roll-already')
  return changeOf(context, why, { kind: 'changes', studentId, from, to })
}

function transferOut(
  roll: RollNow,
  wish: Extract<PupilWish, { readonly kind: 'transfer-out' }>,
  context: PupilWishContext,
): PupilWishDecision {
  const { studentId, on, to, destination } = wish
  const from = roll.pupils.get(studentId)
  if (from === undefined) return refused('pupil-unknown')
  if (from.enrolment.kind === 'left') return refused('pupil-left')
  const enrolment = { kind: 'left', on, why: 'transferred', to } as const
  const cards = cardsOfLeavers(roll.cards, new Map([[studentId, destination]]))
  const left = { ...from, classId: null, enrolment }
  return changeOf(
    context,
    'transfer-out',
    { kind: 'changes', studentId, from, to: left },
    { cards },
  )
}

function correct(
  roll: RollNow,
  { studentId, to: given }: Extract<PupilWish, { readonly kind: 'correct' }>,
  context: PupilWishContext,
): PupilWishDecision {
  const from = roll.pupils.get(studentId)
  if (from === undefined) return refused('pupil-unknown')
  if (from.enrolment.kind === 'left') return refused('pupil-left')
  const to = { ...given, educationId: given.educationId ?? from.educationId }
  if (sameEntry(from, to)) return refused('nothing-to-do')
  const temporary = [from, to].filter(({ enrolment }) => enrolment.kind === 'temporary').length
  const why = temporary === 1 ? 'temporary' : 'correction'
  return changeOf(context, why, { kind: 'changes', studentId, from, to })
}

function changeOf(
  { changeId }: PupilWishContext,
  why: RollChangeWhy,
  pupil: PupilChange,
  { cards }: Pick<RollChange, 'cards'> = { cards: [] },
): PupilWishDecision {
  const about = { changeId, why, undoes: null, school: null, classes: [] }
  return {
    kind: 'change',
    change: { ...about, pupils: [pupil], cards },
    studentId: pupil.studentId,
  }
}
