import type { CardIdentifier } from '../../core/card.ts'
import type { CaseWish } from '../../core/case/caseWish.ts'
import { isUndoable } from '../../core/case/undoCase.ts'
import type { WorkList } from '../../core/case/workLists.ts'
import type { CaseAnswer, CaseLists, CaseShown, TodayShown } from '../../core/caseRequests.ts'
import { UNDO_WITHIN_MS, type ByWhomAndWhen } from '../../core/ownAct.ts'
import { storeCaseAct, type CaseConditions } from '../../db/caseActs.ts'
import { gradeOf, ownPupil } from '../../db/students.ts'
import type { CardOnTable } from '../cardOnTable.ts'
import { rowOfList } from '../listShown.ts'
import { actNow } from '../actParts.ts'
import { reasonHere } from '../reasonHere.ts'
import { casePage } from './casePage.ts'
import { caseLists, todayShown } from './caseLists.ts'
import {
  deskDay,
  isClockBehind,
  stageOfGrade,
  windowCalendar,
  windowOn,
  type CaseParts,
  type DeskDay,
} from './caseParts.ts'
import { commandOf } from './commandOf.ts'
import { proveTap } from './tapProof.ts'

/** From a loss to the hand-over of the new card (core/case). */
export interface Cases {
  page(studentId: string): CaseShown | null
  lists(list: WorkList): CaseLists
  today(): TodayShown
  act(wish: CaseWish): Promise<CaseAnswer>
}

export function cases(parts: CaseParts & { readonly table: CardOnTable }): Cases {
  const db = () => parts.school().data.db
  const today = (): DeskDay => deskDay(parts.school(), parts.clock)
  const here = (): ByWhomAndWhen => ({ at: parts.clock.now(), operatorId: parts.operator().id })
  const shown = (studentId: string) => casePage(db(), studentId, today(), here())

  function noteList(ids: readonly string[], reason: string): void {
    const row = rowOfList(ids)
    if (row !== null) parts.audit({ ...row, reason })
  }

  function conditions(studentId: string, wish: CaseWish, tapped: string | null): CaseConditions {
    const calendar = windowCalendar(db())
    const stage = stageOfGrade(gradeOf(db(), studentId))
    return {
      // What takes a supervisor was decided before it came here (core/channelRights.ts).
      isSupervisor: OVERRIDES.has(wish.act) || isOverriding(wish) || isSupervisor(parts.operator()),
      ...{ tapped, window: (on) => windowOn(on, calendar, stage) },
      clockBehind: isClockBehind(parts.school(), parts.clock),
      ...{ online: false, mayReactivate: true },
    }
  }

  /** In the log; who overrides alone what takes two says so there. */
  function reasonOf(wish: CaseWish): string | null {
    if (wish.act === 'apply') return wish.waiver
    if (!('reason' in wish) || wish.reason === null) return null
    const takesTwo = OVERRIDES.has(wish.act) || isOverriding(wish)
    return takesTwo ? reasonHere(db(), wish.reason) : wish.reason
  }

  function store(
    wish: CaseWish,
    tapped: string | null,
    identifiers: readonly CardIdentifier[],
  ): CaseAnswer {
    const order = actNow(parts)
    const { studentId } = wish
    const command = commandOf(wish, identifiers)
    const decision = storeCaseAct(db(), {
      ...{ ...order, command, reason: reasonOf(wish) },
      conditions: conditions(studentId, wish, tapped),
    })
    if (decision.kind === 'refused') return decision
    parts.onStored(parts.school())
    const page = shown(studentId)
    if (page === null) return { kind: 'refused', why: 'pupil-unknown' }
    const until = order.moment.recordedAt + UNDO_WITHIN_MS
    return {
      ...{ kind: 'done', cmdId: order.cmdId, page },
      undoUntil: isUndoable({ type: command.type, events: decision.events }) ? until : null,
    }
  }

  return {
    page(studentId) {
      const page = shown(studentId)
      if (page !== null)
        parts.audit({ kind: 'page-opened', studentId, about: null, reason: 'case' })
      return page
    },
    lists(list) {
      const lists = caseLists(db(), today(), list)
      noteList(
        lists.lines.map(({ studentId }) => studentId),
        'cases',
      )
      return lists
    },
    today() {
      const day = todayShown(db(), today())
      noteList(
        day.calls.map(({ studentId }) => studentId),
        'cases',
      )
      return day
    },
    async act(wish) {
      await parts.settled()
      if (ownPupil(db(), wish.studentId) === null) return { kind: 'refused', why: 'pupil-unknown' }
      if (!('tapId' in wish) || wish.tapId === null) return store(wish, null, [])
      const { tapId, cardId } = wish
      const laid = parts.table.laidBy(tapId)
      const numbers = laid.kind === 'laid' ? await laid.numbers : []
      const proof = proveTap(db(), parts.table.laidBy(tapId), cardId)
      if (proof.kind === 'refused') return proof
      if (proof.kind === 'proven') return store(wish, cardId, numbers)
      if (wish.act === 'hand-over') return { kind: 'refused', why: 'chip-of-another' }
      return store(wish, null, [])
    },
  }
}

/** Acts only a supervisor's right or agreement leads to. */
const OVERRIDES: ReadonlySet<CaseWish['act']> = new Set([
  'decide-waiver',
  'hold',
  'void-card',
  'settle-two',
  'reactivate',
])

/** A reason where a rule asks for none is a supervisor's. */
const isOverriding = (wish: CaseWish): boolean =>
  (wish.act === 'lift-loss' || wish.act === 'claim-found' || wish.act === 'hand-over') &&
  wish.reason !== null

const isSupervisor = ({ roles }: { readonly roles: readonly string[] }): boolean =>
  roles.includes('supervisor')
