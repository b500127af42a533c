import { v7 as uuidv7 } from 'uuid'
import type { Outcome } from '../../core/confirmation.ts'
import type {
  AppliedAnswer,
  ListAnswer,
  NewCardList,
  NewCardStage,
  NewCardView,
  SaidAnswer,
  TakenBackAnswer,
  WithdrawnAnswer,
} from '../../core/newCardRequests.ts'
import { openApplication, withdrawApplication } from '../../db/applicationActs.ts'
import { getApplication } from '../../db/applications.ts'
import { makeCardList } from '../../db/cardLists.ts'
import { recordConfirmation, takeConfirmationBack } from '../../db/confirmations.ts'
import { classNames, ownPupil } from '../../db/students.ts'
import { pupilsWithoutCard } from '../../db/withoutCard.ts'
import { rowOfList } from '../listShown.ts'
import { isEverybody, withinOf, type Within } from '../within.ts'
import { inSlices } from './inSlices.ts'
import { actNow, type ActParts } from '../actParts.ts'
import { cardListsShown, newCardClasses, newCardList } from './newCardView.ts'

/** 新生制卡: from "no card" to a list for the city (domain.md 5.3, 5.5). */
export interface NewCards {
  view(): NewCardView
  list(classId: string | null, stage: NewCardStage): NewCardList | null
  apply(classIds: readonly (string | null)[], studentIds: readonly string[]): Promise<AppliedAnswer>
  withdraw(applicationIds: readonly string[], reason: string | null): Promise<WithdrawnAnswer>
  /** @param mark of the data on the screen */
  say(applicationId: string, mark: string, outcome: Outcome): SaidAnswer
  takeBack(applicationId: string, reason: string | null): TakenBackAnswer
  makeList(): Promise<ListAnswer>
}

export function newCards(parts: ActParts): NewCards {
  const db = () => parts.school().data.db
  const within = (): Within => withinOf(parts.operator(), 'confirm-card-data')
  const stored = (): void => parts.onStored(parts.school())

  /** Somebody else's pupils are answered like nobody's. */
  function isTheirs(applicationId: string): boolean {
    const student = ownPupil(db(), getApplication(db(), applicationId)?.studentId ?? null)
    return student !== null && within()(student)
  }

  /** @returns how many were refused, by why */
  async function each<T, Why extends string>(
    doing: string,
    all: readonly T[],
    act: (one: T) => { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: Why },
  ): Promise<{ readonly done: readonly T[]; readonly refused: Partial<Record<Why, number>> }> {
    const by = parts.operator().id
    const done: T[] = []
    const refused: Partial<Record<Why, number>> = {}
    const one = (what: T): void => {
      const decision = act(what)
      if (decision.kind === 'done') done.push(what)
      else refused[decision.why] = (refused[decision.why] ?? 0) + 1
    }
    await inSlices(db(), doing, all, one, () => parts.moment().operatorId !== by)
    stored()
    return { done, refused }
  }

  return {
    view() {
      const mayKnow = within()
      return {
        classes: newCardClasses(db(), mayKnow, classNames(db())),
        lists: isEverybody(mayKnow) ? cardListsShown(db()) : [],
      }
    },
    list(classId, stage) {
      const list = newCardList(db(), within(), classId, stage)
      const row = rowOfList(list?.lines.map(({ pupil }) => pupil.studentId) ?? [])
      if (row !== null) parts.audit({ ...row, reason: 'new-cards' })
      return list
    },
    async apply(classIds, studentIds) {
      await parts.settled()
      const ofClasses = pupilsWithoutCard(db()).filter(({ classId }) => classIds.includes(classId))
      const pupils = new Set([...ofClasses.map(({ studentId }) => studentId), ...studentIds])
      const commands = [...pupils].map((studentId) => ({
        ...{ applicationId: uuidv7(), studentId, kind: 'new' as const },
      }))
      const { done, refused } = await each('The cards were not applied for', commands, (command) =>
        openApplication(db(), { ...actNow(parts), command }),
      )
      return { applicationIds: done.map(({ applicationId }) => applicationId), refused }
    },
    async withdraw(applicationIds, reason) {
      const { done, refused } = await each(
        'The applications were not withdrawn',
        applicationIds,
        (applicationId) => withdrawApplication(db(), { ...actNow(parts), applicationId, reason }),
      )
      return { withdrawn: done.length, refused }
    },
    say(applicationId, mark, outcome) {
      if (!isTheirs(applicationId)) return { kind: 'refused', why: 'not-open' }
      const order = { ...actNow(parts), applicationId, outcome, seen: mark }
      const decision = recordConfirmation(db(), order)
      if (decision.kind === 'refused') return decision
      stored()
      return { kind: 'recorded' }
    },
    takeBack(applicationId, reason) {
      if (!isTheirs(applicationId)) return { kind: 'refused', why: 'not-open' }
      const decision = takeConfirmationBack(db(), { ...actNow(parts), applicationId, reason })
      if (decision.kind === 'refused') return decision
      stored()
      return { kind: 'taken-back' }
    },
    async makeList() {
      await parts.settled()
      const pupils = makeCardList(db(), { ...actNow(parts), listId: uuidv7() })
      if (pupils === 0) return { kind: 'refused', why: 'nobody' }
      stored()
      return { kind: 'made', pupils }
    },
  }
}
