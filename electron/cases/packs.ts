import { v7 as uuidv7 } from 'uuid'
import { beijingDate } from '../../core/calendarDate.ts'
import { decideCase } from '../../core/case/decideCase.ts'
import type { CaseCommand } from '../../core/case/commands.ts'
import type { CaseRefusal } from '../../core/case/decided.ts'
import type { PackAnswer, PackClass, PackLine, PackShown } from '../../core/packRequests.ts'
import { cardsOfStudent, identifiersOfCard } from '../../db/cards.ts'
import { caseOf } from '../../db/cases.ts'
import { storeCaseAct, type CaseConditions } from '../../db/caseActs.ts'
import { pupilsOfClass } from '../../db/classLists.ts'
import { classesWithCardsHere } from '../../db/classPacks.ts'
import { listOperators } from '../../db/operators.ts'
import { getStudent } from '../../db/students.ts'
import { writing } from '../../db/writing.ts'
import { rowOfList } from '../listShown.ts'
import { actNow } from '../actParts.ts'
import { cardTail, personShown } from '../shown.ts'
import { withinOf, type Within } from '../within.ts'
import type { CaseParts } from './caseParts.ts'

/** 班级领卡: a class's cards go into its teacher's hands with one signature. */
export interface Packs {
  classes(): readonly PackClass[]
  class(classId: string): PackShown | null
  take(classId: string, cardIds: readonly string[], by: PackTaker): Promise<PackAnswer>
}

export interface PackTaker {
  readonly teacher: string
  readonly signature: string
}

/** A pack takes no card on the reader and no window. */
const CONDITIONS: CaseConditions = {
  ...{ isSupervisor: false, tapped: null, window: () => 'unsure', clockBehind: false },
  ...{ online: false, mayReactivate: false },
}

export function packs(parts: CaseParts): Packs {
  const db = () => parts.school().data.db
  const within = (): Within => withinOf(parts.operator(), 'sign-class-pack')

  function commandOf(line: PackLine, packId: string, by: PackTaker, first: boolean): CaseCommand {
    const { studentId, cardId } = line
    const signature = first ? by.signature : null
    return {
      type: 'pack.taken',
      payload: { studentId, cardId, packId, teacher: by.teacher, signature },
    }
  }

  function heldBy(studentId: string, cardId: string): CaseRefusal | null {
    const at = parts.clock.now()
    const context = { ...CONDITIONS, at, operatorId: null, today: beijingDate(at), chipOf: [] }
    const payload = { studentId, cardId, packId: '', teacher: '', signature: null }
    const decision = decideCase(caseOf(db(), studentId), { type: 'pack.taken', payload }, context)
    return decision.kind === 'refused' ? decision.why : null
  }

  function linesOf(studentIds: readonly string[]): readonly PackLine[] {
    return studentIds.flatMap((studentId) => {
      const student = getStudent(db(), studentId)
      const card = cardsOfStudent(db(), studentId).find(
        ({ state }) => state === 'ARRIVED' || state === 'WITH_TEACHER',
      )
      if (student === null || card === undefined) return []
      const { name, educationIdTail } = personShown(student)
      const state = card.state === 'ARRIVED' ? 'ARRIVED' : 'WITH_TEACHER'
      return [
        {
          ...{ studentId, name, educationIdTail, cardId: card.id, state, since: card.stateSince },
          cardTail: cardTail(identifiersOfCard(db(), card.id)),
          held: state === 'ARRIVED' ? heldBy(studentId, card.id) : null,
        },
      ]
    })
  }

  function shown(classId: string): PackShown | null {
    const found = pupilsOfClass(db(), classId)
    if (found === null || !within()({ className: found.name })) return null
    const teachers = listOperators(db())
      .filter(({ classes }) => classes.includes(found.name))
      .map(({ name }) => name)
    return { classId, name: found.name, teachers, lines: linesOf(found.studentIds) }
  }

  return {
    classes() {
      const mayKnow = within()
      return classesWithCardsHere(db()).filter(({ name }) => mayKnow({ className: name }))
    },
    class(classId) {
      const pack = shown(classId)
      const row = rowOfList(pack?.lines.map(({ studentId }) => studentId) ?? [])
      if (row !== null) parts.audit({ ...row, reason: 'pack' })
      return pack
    },
    async take(classId, cardIds, by) {
      await parts.settled()
      const here = shown(classId)?.lines ?? []
      const lines = here.filter(
        ({ cardId, state }) => state === 'ARRIVED' && cardIds.includes(cardId),
      )
      const held = lines.find((line) => line.held !== null)
      if (held !== undefined && held.held !== null)
        return { kind: 'refused', why: held.held, studentId: held.studentId }
      if (lines.length === 0) return { kind: 'nothing' }
      const packId = uuidv7()
      writing(db(), 'The class pack was not given out', () => {
        lines.forEach((line, n) =>
          storeCaseAct(db(), {
            ...{ ...actNow(parts), conditions: CONDITIONS, reason: null },
            command: commandOf(line, packId, by, n === 0),
          }),
        )
      })
      parts.onStored(parts.school())
      const pack = shown(classId)
      return pack === null ? { kind: 'nothing' } : { kind: 'taken', cards: lines.length, pack }
    },
  }
}
