import {
  sameClass,
  sameEntry,
  type ClassChange,
  type PupilChange,
  type RollChange,
  type RollNow,
} from './rollChange.ts'

/**
 * The change that takes another one back, as far as it can be: pupils who have been changed since or who
 * hold a card by now stay as they are, and classes that are not empty then.
 */
export function undoing(
  done: RollChange,
  roll: RollNow,
  changeId: string,
): { readonly change: RollChange; readonly kept: number } {
  const back = done.pupils.flatMap((one) => backOf(one, roll))
  const kept = done.pupils.length - back.length
  const gone = new Set(back.flatMap((one) => (one.kind === 'withdraws' ? [one.studentId] : [])))
  const into = new Map(
    back.flatMap((one) => (one.kind === 'changes' ? [[one.studentId, one.to] as const] : [])),
  )
  const seats = new Set(
    [...roll.pupils].flatMap(([studentId, entry]) =>
      gone.has(studentId) ? [] : [(into.get(studentId) ?? entry).classId],
    ),
  )
  const classes = done.classes.toReversed().flatMap((one) => classBackOf(one, roll, seats))
  return {
    change: {
      ...{ changeId, why: 'undo', undoes: done.changeId, school: null },
      ...{ classes, pupils: back, cards: cardsBack(done, roll, into) },
    },
    kept,
  }
}

/** Of pupils who come back; a card that has got on since stays where it is. */
function cardsBack(
  { cards }: RollChange,
  roll: RollNow,
  into: ReadonlyMap<string, unknown>,
): RollChange['cards'] {
  return cards.flatMap(({ cardId, studentId, from, to }) =>
    into.has(studentId) && roll.cards.get(cardId)?.state === to
      ? [{ cardId, studentId, from: to, to: from }]
      : [],
  )
}

function backOf(one: PupilChange, roll: RollNow): readonly PupilChange[] {
  const { studentId } = one
  const now = roll.pupils.get(studentId)
  if (one.kind === 'withdraws')
    return now === undefined ? [{ kind: 'enters', studentId, to: one.from }] : []
  if (now === undefined || !sameEntry(now, one.to)) return []
  if (one.kind === 'changes') return [{ kind: 'changes', studentId, from: one.to, to: one.from }]
  return roll.rooted.has(studentId) ? [] : [{ kind: 'withdraws', studentId, from: one.to }]
}

function classBackOf(
  one: ClassChange,
  roll: RollNow,
  seats: ReadonlySet<string | null>,
): readonly ClassChange[] {
  const { classId } = one
  const now = roll.classes.get(classId)
  if (one.kind === 'closes')
    return now === undefined ? [{ kind: 'opens', classId, to: one.from }] : []
  if (!sameClass(now, one.to)) return []
  if (one.kind === 'changes') return [{ kind: 'changes', classId, from: one.to, to: one.from }]
  return seats.has(classId) ? [] : [{ kind: 'closes', classId, from: one.to }]
}
