import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ArrivalLine, ArrivalView } from '../../core/arrivalList.ts'
import type {
  ArrivalAnswer,
  ArrivalBy,
  DeliveryPreview,
  ListedAnswer,
  ListedRefusal,
} from '../../core/arrivalRequests.ts'
import type { ReturnedTo } from '../../core/case/returns.ts'
import { errorCode } from '../../core/errors.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { ask } from '../kiosk.ts'
import { returnedTold, undoneTold, type ArrivalTold } from './arrivalTold.ts'
import { lineInView } from './lineInView.ts'

/** Which lines are listed: 未到, 已到, 坏卡, and what has to go back, of all lists. */
export const ARRIVAL_SHELVES = ['missing', 'here', 'damaged', 'back'] as const
export type ArrivalShelf = (typeof ARRIVAL_SHELVES)[number]

/** 到卡: card after card is taken in, and held against the list. */
export const useArrival = defineStore('arrival', () => {
  /** null: not fetched yet */
  const view = shallowRef<ArrivalView | null>(null)
  const shelf = ref<ArrivalShelf>('missing')
  const told = shallowRef<ArrivalTold | null>(null)
  /** a card nobody is known of, or one that is not the listed one: it waits for a word */
  const waiting = shallowRef<ArrivalBy | null>(null)
  /** chosen in the list, or by search */
  const chosen = shallowRef<ArrivalLine | null>(null)
  const pupil = shallowRef<StudentLine | null>(null)
  const preview = shallowRef<Extract<DeliveryPreview, { readonly kind: 'preview' }> | null>(null)
  const busy = ref(false)
  /** of whoever is at the desk: an answer of another time is nobody's */
  let turn = {}
  /** cards are taken one after the other, and none is passed over */
  let last: Promise<unknown> = Promise.resolve()

  const deliveryId = computed(() => view.value?.deliveryId ?? null)

  /** @returns undefined: refused, and said so; or nobody waits for the answer any more */
  async function asked<T>(question: () => Promise<T>): Promise<T | undefined> {
    const mine = turn
    busy.value = true
    try {
      const answer = await question()
      return mine === turn ? answer : undefined
    } catch (thrown) {
      if (mine === turn) told.value = { kind: 'failed', code: errorCode(thrown) }
      return undefined
    } finally {
      busy.value = false
    }
  }

  async function load(of: string | null = deliveryId.value): Promise<void> {
    const answer = await asked(() => ask('arrival.view', { deliveryId: of }))
    if (answer !== undefined) view.value = answer
  }

  /** In turn: what comes while one is being taken waits. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn
    busy.value = true
    const next = last.then(() => (mine === turn ? work() : undefined))
    last = next.catch(() => undefined)
    return next
  }

  function receive(how: ArrivalBy, studentId: string | null = null, anyway = false): Promise<void> {
    return inTurn(async () => {
      const wish = { deliveryId: deliveryId.value, how, studentId, anyway }
      const answer = await asked(() => ask('arrival.receive', wish))
      if (answer !== undefined) after(answer, how)
    })
  }

  function after(answer: ArrivalAnswer, how: ArrivalBy | null): void {
    told.value = { kind: 'answer', answer }
    if (answer.kind === 'refused') {
      waiting.value = how !== null && ASKS.has(answer.why) ? how : null
      return
    }
    waiting.value = null
    chosen.value = null
    pupil.value = null
    const next = lineInView(view.value, answer)
    if (next === null) return void load()
    view.value = next
  }

  const laid = ({ tapId }: TapShown): Promise<void> => receive({ by: 'tap', tapId })
  const scanned = (text: string): Promise<void> => receive({ by: 'scan', text })
  const tick = (rowId: string): Promise<void> => receive({ by: 'tick', rowId })

  /** Whoever was chosen by search gets the card that waits, or one without a number. */
  async function confirm(): Promise<void> {
    const { value: whose } = pupil
    if (whose !== null) await receive(waiting.value ?? { by: 'hand' }, whose.studentId)
  }

  /** It is not the number of the list, and it is theirs all the same. */
  async function anyway(): Promise<void> {
    const { value: now } = told
    const { value: how } = waiting
    if (how === null || now?.kind !== 'answer' || now.answer.kind !== 'refused') return
    await receive(how, now.answer.person?.studentId ?? null, true)
  }

  function damaged(how: 'unreadable' | 'broken'): Promise<void> {
    return inTurn(async () => {
      const rowId = chosen.value?.rowId ?? null
      const studentId = rowId === null ? (pupil.value?.studentId ?? null) : null
      const wish = { deliveryId: deliveryId.value, rowId, studentId, how }
      const answer = await asked(() => ask('arrival.damaged', wish))
      if (answer !== undefined) after(answer, null)
    })
  }

  /** @returns whether they were looked at, each by itself; if not, why is said */
  async function giveBack(
    cardIds: readonly string[],
    to: ReturnedTo,
    reason: string,
  ): Promise<boolean> {
    const { value: now } = view
    const cards = [...(now?.damaged ?? []), ...(now?.leavers ?? [])]
      .filter(({ cardId }) => cardIds.includes(cardId))
      .map(({ cardId, pupil: { studentId } }) => ({ cardId, studentId }))
    const wish = { deliveryId: deliveryId.value, cards, to, reason }
    const answer = await asked(() => ask('arrival.return', wish))
    if (answer === undefined) return false
    view.value = answer.view
    told.value = returnedTold(answer, cards.length)
    return true
  }

  async function undo(): Promise<void> {
    const { value: now } = told
    if (now?.kind !== 'answer' || now.answer.kind !== 'received') return
    const { cmdIds, person } = now.answer
    const wish = { deliveryId: deliveryId.value, studentId: person.studentId, cmdIds }
    const answer = await asked(() => ask('arrival.undo', wish))
    if (answer === undefined) return
    if (answer.kind === 'undone') view.value = answer.view
    told.value =
      answer.kind === 'undone' ? undoneTold(now.answer) : { kind: 'not-undone', why: answer.why }
  }

  async function openFile(): Promise<void> {
    const answer = await asked(() => ask('arrival.openFile', null))
    if (answer === undefined || answer === null) return
    if (answer.kind === 'preview') preview.value = answer
    else told.value = { kind: 'file', why: answer.why }
  }

  async function takeFile(): Promise<void> {
    const answer = await asked(() => ask('arrival.takeFile', null))
    preview.value = null
    if (answer !== undefined) listed(answer)
  }

  /**
   * The pupil of the search becomes a row more, or the pupil of a row nobody was known of.
   *
   * @param printedNumber as it was typed
   * @returns null: it is on the list, or the desk did not answer
   */
  async function add(
    { studentId }: StudentLine,
    rowId: string | null,
    printedNumber: string,
  ): Promise<ListedRefusal | null> {
    const whose = { educationId: null, studentId, printedNumber }
    const wish = { deliveryId: deliveryId.value, rowId, ...whose }
    const answer = await asked(() => ask('arrival.add', wish))
    if (answer === undefined) return null
    listed(answer)
    return answer.kind === 'refused' ? answer.why : null
  }

  function listed(answer: ListedAnswer, done: ArrivalTold | null = null): void {
    if (answer.kind === 'done') {
      view.value = answer.view
      told.value = done ?? { kind: 'listed', n: answer.view.counts.expected }
      pupil.value = null
      show('missing')
    } else told.value = { kind: 'not-listed', why: answer.why }
  }

  async function drop({ rowId, pupil: whose, listed: says }: ArrivalLine): Promise<void> {
    const wish = { deliveryId: deliveryId.value, rowId }
    const answer = await asked(() => ask('arrival.drop', wish))
    if (answer === undefined) return
    listed(answer, { kind: 'dropped', name: whose?.name ?? says.name })
  }

  /** By 教育ID, name or what else a search takes. @returns the first few; [] where the desk refuses */
  async function find(text: string): Promise<readonly StudentLine[]> {
    const answer = await asked(() => ask('search.find', { text, limit: OFFERED }))
    return answer?.lines ?? []
  }

  function choose(line: ArrivalLine | null): void {
    chosen.value = line
    pupil.value = null
  }

  function choosePupil(student: StudentLine): void {
    pupil.value = student
    chosen.value = chosen.value?.pupil === null ? chosen.value : null
  }

  function show(to: ArrivalShelf): void {
    shelf.value = to
    chosen.value = null
  }

  function putAside(): void {
    waiting.value = null
    pupil.value = null
    chosen.value = null
    told.value = null
  }

  function forget(): void {
    turn = {}
    view.value = null
    shelf.value = 'missing'
    preview.value = null
    busy.value = false
    putAside()
  }

  const forgetPreview = (): void => void (preview.value = null)

  return {
    ...{ view, shelf, told, waiting, chosen, pupil, preview, busy, deliveryId },
    ...{ load, laid, scanned, tick, confirm, anyway, damaged, giveBack, undo },
    ...{ find, openFile, takeFile, add, drop, choose, choosePupil, show, putAside, forget },
    forgetPreview,
  }
})

/** Of several found, so many are offered. */
const OFFERED = 8

/** Refusals somebody's word settles: whose it is, or that it is right all the same. */
const ASKS: ReadonlySet<string> = new Set(['nobody', 'several', 'number-differs'])
