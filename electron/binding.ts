import { v7 as uuidv7 } from 'uuid'
import { bindable, type CardBound } from '../core/binding.ts'
import type {
  BindingAnswer,
  ClassProgress,
  ClassToBind,
  UnbindingAnswer,
} from '../core/bindingShown.ts'
import type { CardIdentifier } from '../core/card.ts'
import { UNDO_WITHIN_MS } from '../core/ownAct.ts'
import type { PersonShown } from '../core/tapShown.ts'
import { bindCard, unbindCard } from '../db/bindings.ts'
import { identifiersOfCard } from '../db/cards.ts'
import { classProgress, pupilsOfClass } from '../db/classLists.ts'
import type { Database } from '../db/database.ts'
import { ownPupil } from '../db/students.ts'
import { actNow, type ActParts } from './actParts.ts'
import type { CardOnTable } from './cardOnTable.ts'
import { rowOfList } from './listShown.ts'
import { reasonHere } from './reasonHere.ts'
import { linesOf } from './search.ts'
import { cardTail, personShown } from './shown.ts'
import { withinOf, type Within } from './within.ts'

export interface BindingParts extends ActParts {
  readonly table: CardOnTable
}

/** 首次绑卡: which card is whose (domain.md 5.1). */
export interface Binding {
  classes(): readonly ClassProgress[]
  classList(classId: string): ClassToBind | null
  bind(tapId: string, studentId: string, takeOver: string | null): Promise<BindingAnswer>
  undo(bindingId: string): Promise<UnbindingAnswer>
}

export function binding(parts: BindingParts): Binding {
  const within = (): Within => withinOf(parts.operator(), 'bind-first-card')

  function knownPerson(db: Database, studentId: string | null): PersonShown | null {
    const student = ownPupil(db, studentId)
    return student !== null && within()(student) ? personShown(student) : null
  }

  function refused(
    why: Extract<BindingAnswer, { readonly kind: 'refused' }>['why'],
  ): BindingAnswer {
    return { kind: 'refused', why, owner: null, cardTail: null, cardState: null }
  }

  async function bind(
    tapId: string,
    studentId: string,
    takeOver: string | null,
  ): Promise<BindingAnswer> {
    const laid = parts.table.laidBy(tapId)
    if (laid.kind === 'refused') return refused(laid.why)
    const can = bindable(laid.read)
    if (can.kind !== 'bindable') return refused(can.kind)
    const numbers = await laid.numbers
    await parts.settled()
    const still = parts.table.laidBy(tapId)
    if (still.kind === 'refused') return refused(still.why)
    return store(studentId, numbers, takeOver)
  }

  function store(
    studentId: string,
    identifiers: readonly CardIdentifier[],
    takeOver: string | null,
  ): BindingAnswer {
    const school = parts.school()
    const { db } = school.data
    if (knownPerson(db, studentId) === null) return refused('pupil-unknown')
    const act = actNow(parts)
    const decision = bindCard(db, {
      ...act,
      command: {
        ...{ cardId: uuidv7(), studentId, identifiers, by: 'tap', takesOver: takeOver !== null },
        // A card in hand may still show the school before: nobody has typed what its face says.
        ...{ faceSchool: null, faceValidTo: null },
      },
      reason: takeOver === null ? null : reasonHere(db, takeOver),
    })
    if (decision.kind === 'refused') {
      const { why, card } = decision
      return {
        ...{ kind: 'refused', why, cardState: card?.state ?? null },
        owner: card?.studentId === studentId ? null : knownPerson(db, card?.studentId ?? null),
        cardTail: card === null ? null : cardTail(identifiersOfCard(db, card.cardId)),
      }
    }
    parts.onStored(school)
    return bound(db, act.cmdId, decision.event, act.moment.recordedAt + UNDO_WITHIN_MS)
  }

  function bound(
    db: Database,
    bindingId: string,
    { studentId, identifiers }: CardBound,
    undoUntil: number,
  ): BindingAnswer {
    const person = knownPerson(db, studentId)
    if (person === null) return refused('pupil-unknown')
    const numbers = identifiers.filter(({ kind }) => kind !== 'uid').length
    return {
      ...{ kind: 'bound', bindingId, person, numbers, undoUntil },
      cardTail: cardTail(identifiers) ?? '',
    }
  }

  return {
    classes() {
      const mayKnow = within()
      return classProgress(parts.school().data.db).filter(({ name }) =>
        mayKnow({ className: name }),
      )
    },
    classList(classId) {
      const { db } = parts.school().data
      const found = pupilsOfClass(db, classId)
      if (found === null || !within()({ className: found.name })) return null
      const row = rowOfList(found.studentIds)
      if (row !== null) parts.audit({ ...row, reason: 'binding' })
      return { classId, name: found.name, pupils: linesOf(db, found.studentIds) }
    },
    bind,
    async undo(undoes) {
      await parts.settled()
      const school = parts.school()
      const decision = unbindCard(school.data.db, { ...actNow(parts), undoes })
      if (decision.kind === 'refused') return decision
      parts.onStored(school)
      return { kind: 'undone' }
    },
  }
}
