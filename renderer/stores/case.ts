import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CaseWish } from '../../core/case/caseWish.ts'
import type { CaseAnswer, CaseShown } from '../../core/caseRequests.ts'
import type { ConfirmationRefusal, DisputedItem, SaidBy } from '../../core/confirmation.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { TapShown } from '../../core/tapShown.ts'
import { ask } from '../kiosk.ts'

/** What the last act came to. */
export type CaseTold =
  | { readonly kind: 'done'; readonly act: CaseWish['act'] }
  | {
      readonly kind: 'refused'
      readonly why: Extract<CaseAnswer, { readonly kind: 'refused' }>['why']
    }
  /** 制卡信息; it is taken back by the same store */
  | { readonly kind: 'said'; readonly what: 'confirmed' | 'disputed' | 'taken-back' }
  | { readonly kind: 'not-said'; readonly why: ConfirmationRefusal | SaidBackRefusal }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

type SaidBackRefusal = 'nothing-said' | 'somebody-elses' | 'too-late'

/** What somebody says is wrong on the card; null: nothing. */
export type Wrong = {
  readonly items: readonly DisputedItem[]
  readonly evidence: string
} | null

/** Refusals after which the card is laid down anew. */
const LAY_AGAIN: ReadonlySet<string> = new Set([
  ...([
    'tap-over',
    'not-read',
    'not-a-student-card',
    'chip-not-proven',
    'chip-of-another',
  ] as const),
])

/** One pupil's case, as it is open on the screen. */
export const useCase = defineStore('case', () => {
  /** null: not fetched yet, or not a pupil one may know */
  const page = shallowRef<CaseShown | null>(null)
  /** asked for, and there is no such pupil */
  const gone = ref(false)
  const told = shallowRef<CaseTold | null>(null)
  const busy = ref(false)
  /** the card that was laid down last, for the act that waits for it; null: none, or it is used up */
  const laid = shallowRef<TapShown | null>(null)
  /** of whoever is at the desk: an answer of another time is nobody's */
  let turn = {}

  async function open(studentId: string): Promise<void> {
    forget()
    const mine = turn
    try {
      const answer = await ask('case.page', { studentId })
      if (mine !== turn) return
      page.value = answer
      gone.value = answer === null
    } catch (thrown) {
      if (mine === turn) told.value = { kind: 'failed', code: errorCode(thrown) }
    }
  }

  /**
   * Does an act; the page is as it left it.
   *
   * @returns whether it was done
   * @throws DeskError `re-auth-needed`, `second-person-needed`: the caller asks for a PIN (composables/useAct.ts)
   */
  async function act(wish: CaseWish): Promise<boolean> {
    const mine = turn
    busy.value = true
    told.value = null
    try {
      const answer = await ask('case.act', wish)
      if (mine !== turn) return false
      if (answer.kind === 'done') {
        page.value = answer.page
        laid.value = null
        told.value = { kind: 'done', act: wish.act }
        return true
      }
      told.value = answer
      if (LAY_AGAIN.has(answer.why)) laid.value = null
      return false
    } finally {
      busy.value = false
    }
  }

  /** What the pupil or a parent says of what is to be printed on the card. @throws DeskError */
  async function say(said: SaidBy, wrong: Wrong): Promise<boolean> {
    const data = page.value?.application?.data ?? null
    if (data === null) return false
    const { applicationId, mark } = data
    const about = { applicationId, mark, said }
    return recorded(wrong === null ? 'confirmed' : 'disputed', () =>
      wrong === null
        ? ask('newCards.confirm', about)
        : ask('newCards.dispute', { ...about, ...wrong }),
    )
  }

  /** @param reason null: a slip. @throws DeskError */
  async function takeBack(reason: string | null): Promise<boolean> {
    const applicationId = page.value?.application?.applicationId
    if (applicationId === undefined) return false
    return recorded('taken-back', () => ask('newCards.takeBack', { applicationId, reason }))
  }

  async function recorded(
    what: Extract<CaseTold, { kind: 'said' }>['what'],
    question: () => Promise<
      | { readonly kind: 'recorded' | 'taken-back' }
      | { readonly kind: 'refused'; readonly why: ConfirmationRefusal | SaidBackRefusal }
    >,
  ): Promise<boolean> {
    const mine = turn
    busy.value = true
    told.value = null
    try {
      const answer = await question()
      if (mine === turn) await again()
      if (mine !== turn) return false
      const isDone = answer.kind !== 'refused'
      told.value = isDone ? { kind: 'said', what } : { kind: 'not-said', why: answer.why }
      return isDone
    } finally {
      busy.value = false
    }
  }

  /** What is shown is what is true now. */
  async function again(): Promise<void> {
    const mine = turn
    const studentId = page.value?.person.studentId
    if (studentId === undefined) return
    const answer = await ask('case.page', { studentId })
    if (mine === turn && answer !== null) page.value = answer
  }

  const lay = (tap: TapShown | null): void => void (laid.value = tap)

  function forget(): void {
    page.value = null
    gone.value = false
    told.value = null
    busy.value = false
    laid.value = null
    turn = {}
  }

  return { page, gone, told, busy, laid, open, act, say, takeBack, again, lay, forget }
})
