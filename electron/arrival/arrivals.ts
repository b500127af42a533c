import type { ArrivalView } from '../../core/arrivalList.ts'
import type {
  ArrivalAnswer,
  ArrivalBy,
  ArrivalRequests,
  DeliveryPreview,
  ListedAnswer,
  ReturnedAnswer,
} from '../../core/arrivalRequests.ts'
import { bindable } from '../../core/binding.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { CaseRefusal } from '../../core/case/decided.ts'
import type { Database } from '../../db/database.ts'
import { deliveries } from '../../db/deliveries.ts'
import { dropListedCard } from '../../db/deliveryActs.ts'
import { getDeliveryRow } from '../../db/deliveryRows.ts'
import { ownPupil } from '../../db/students.ts'
import type { CardOnTable } from '../cardOnTable.ts'
import { rowOfList } from '../listShown.ts'
import { inSlices } from '../newCards/inSlices.ts'
import { actNow } from '../actParts.ts'
import { cardTail } from '../shown.ts'
import { arrivalAct, type ArrivalParts } from './arrivalParts.ts'
import { arrivalView } from './arrivalView.ts'
import { deliveryLists, type Listed, type RowToAdd } from './deliveryLists.ts'
import { refusedArrival, takeCardIn, type CardTakenIn } from './receiveCard.ts'
import { takeArrivalBack } from './takeArrivalBack.ts'
import { scannedCard, whoseCard, type CardSeen } from './whoseCard.ts'

type Wish<N extends keyof ArrivalRequests> = ArrivalRequests[N]['args']

/** 到卡: which cards are expected, which came, and what goes back (domain.md 5.2, features.md 28, 29, 34). */
export interface Arrivals {
  view(deliveryId: string | null): ArrivalView
  openFile(): Promise<DeliveryPreview | null>
  takeFile(): ListedAnswer
  add(row: RowToAdd): ListedAnswer
  drop(wish: Wish<'arrival.drop'>): ListedAnswer
  receive(wish: Wish<'arrival.receive'>): Promise<ArrivalAnswer>
  damaged(wish: Wish<'arrival.damaged'>): Promise<ArrivalAnswer>
  giveBack(wish: Wish<'arrival.return'>): Promise<ReturnedAnswer>
  undo(wish: Wish<'arrival.undo'>): Promise<ArrivalRequests['arrival.undo']['answer']>
  /** the desk was locked: what was chosen and not taken is forgotten */
  forget(): void
}

/** By hand or by a tick: no number was read. */
const UNSEEN = { identifiers: [], lookFor: [], cardId: null } as const

export function arrivals(parts: ArrivalParts & { readonly table: CardOnTable }): Arrivals {
  const { table } = parts
  const lists = deliveryLists(parts)
  const db = (): Database => parts.school().data.db
  const stored = (): void => parts.onStored(parts.school())

  /** whom the last look named, and the acts behind it */
  let named: ReadonlySet<string> = new Set()

  /** Whom it names is in the log before it is answered; behind an act only where somebody was not in view before. */
  function viewNow(deliveryId: string | null, isLook = false): ArrivalView {
    const view = arrivalView(db(), deliveryId, beijingDate(parts.moment().at))
    const all = [...view.lines, ...view.damaged, ...view.leavers]
    const ids = [...new Set(all.flatMap(({ pupil }) => pupil?.studentId ?? []))]
    const row = rowOfList(ids)
    if (row === null || (!isLook && ids.every((id) => named.has(id)))) return view
    parts.audit({ ...row, reason: 'deliveries' })
    named = new Set(ids)
    return view
  }

  function listed(answer: Listed): ListedAnswer {
    if (answer.kind === 'refused') return answer
    stored()
    return { kind: 'done', view: viewNow(answer.deliveryId) }
  }

  const isOwn = (studentId: string): boolean => ownPupil(db(), studentId) !== null

  function taken(card: Omit<CardTakenIn, 'extraList'>, deliveryId: string | null): ArrivalAnswer {
    if (!isOwn(card.studentId)) return refusedArrival(db(), 'pupil-unknown')
    const extraList = () => deliveryId ?? deliveries(db(), 1)[0]?.deliveryId ?? lists.typedToday()
    const answer = takeCardIn(parts, { ...card, extraList })
    if (answer.kind === 'received') stored()
    return answer
  }

  async function cardSeen(
    how: Extract<ArrivalBy, { readonly by: 'tap' | 'scan' }>,
  ): Promise<CardSeen | ArrivalAnswer> {
    if (how.by === 'scan') return scannedCard(how.text) ?? refusedArrival(db(), 'nothing-in-it')
    const laid = table.laidBy(how.tapId)
    if (laid.kind === 'refused') return refusedArrival(db(), laid.why)
    if (bindable(laid.read).kind !== 'bindable') return refusedArrival(db(), 'not-a-student-card')
    const numbers = await laid.numbers
    return { identifiers: numbers, lookFor: numbers, educationIds: [], isRead: true }
  }

  async function receive(wish: Wish<'arrival.receive'>): Promise<ArrivalAnswer> {
    const { how, deliveryId, anyway } = wish
    const card = { by: how.by, row: null, anyway, damaged: null }
    if (how.by === 'tick') {
      await parts.settled()
      const row = getDeliveryRow(db(), how.rowId)
      if (row === null) return refusedArrival(db(), 'row-unknown')
      const { studentId } = row
      if (studentId === null) return refusedArrival(db(), 'pupil-unknown')
      return taken({ ...card, studentId, ...UNSEEN, row }, deliveryId)
    }
    if (how.by === 'hand') {
      await parts.settled()
      const { studentId } = wish
      if (studentId === null) return refusedArrival(db(), 'pupil-unknown')
      return taken({ ...card, studentId, ...UNSEEN }, deliveryId)
    }
    const seen = await cardSeen(how)
    if ('kind' in seen) return seen
    await parts.settled()
    // Somebody else may have signed in meanwhile.
    if (how.by === 'tap' && table.laidBy(how.tapId).kind === 'refused')
      return refusedArrival(db(), 'tap-over')
    const { identifiers, lookFor } = seen
    const whose = whoseCard(db(), seen)
    const numberTail = cardTail(identifiers)
    const said = whose.kind === 'pupil' ? whose.studentId : null
    const studentId = wish.studentId ?? said
    if (studentId === null)
      return refusedArrival(db(), whose.kind === 'several' ? 'several' : 'nobody', null, {
        numberTail,
      })
    if (said !== null && said !== studentId)
      return refusedArrival(db(), 'number-of-another', said, { numberTail })
    const cardId = whose.kind === 'pupil' ? whose.cardId : null
    return taken({ ...card, studentId, identifiers, lookFor, cardId }, deliveryId)
  }

  return {
    view: (deliveryId) => viewNow(deliveryId, true),
    openFile: lists.openFile,
    takeFile: () => listed(lists.takeFile()),
    add(row) {
      const answer = lists.add(row)
      if (answer.kind === 'listed' && row.studentId !== null)
        named = new Set([...named, row.studentId])
      return listed(answer)
    },
    drop({ deliveryId, rowId }) {
      const decision = dropListedCard(db(), { ...actNow(parts), command: { rowId } })
      return listed(decision.kind === 'refused' ? decision : { kind: 'listed', deliveryId })
    },
    receive,
    async damaged({ deliveryId, rowId, studentId, how }) {
      await parts.settled()
      const row = rowId === null ? null : getDeliveryRow(db(), rowId)
      if (rowId !== null && row === null) return refusedArrival(db(), 'row-unknown')
      const whose = row?.studentId ?? studentId
      if (whose === null) return refusedArrival(db(), 'pupil-unknown')
      const card = { by: 'hand', ...UNSEEN, anyway: true } as const
      return taken({ ...card, studentId: whose, row, damaged: how }, deliveryId)
    },
    async giveBack({ deliveryId, cards, to, reason }) {
      await parts.settled()
      const by = parts.operator().id
      const refused: Partial<Record<CaseRefusal, number>> = {}
      let returned = 0
      await inSlices(
        db(),
        'The cards were not returned',
        cards.filter(({ studentId }) => isOwn(studentId)),
        (card) => {
          const payload = { ...card, to, reason }
          const decision = arrivalAct(parts, actNow(parts), { type: 'card.returned', payload })
          if (decision.kind === 'done') returned += 1
          else refused[decision.why] = (refused[decision.why] ?? 0) + 1
        },
        () => parts.moment().operatorId !== by,
      )
      stored()
      // Somebody else's look is none of theirs.
      parts.operator()
      return { returned, refused, view: viewNow(deliveryId) }
    },
    async undo({ deliveryId, studentId, cmdIds }) {
      await parts.settled()
      const decision = takeArrivalBack(parts, studentId, cmdIds)
      if (decision.kind === 'refused') return decision
      stored()
      return { kind: 'undone', view: viewNow(deliveryId) }
    },
    forget() {
      named = new Set()
      lists.forget()
    },
  }
}
