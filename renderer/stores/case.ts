import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { EpochMs } from '../../core/calendarDate.ts'
import type { CaseWish } from '../../core/case/caseWish.ts'
import type { CaseAnswer, CaseShown } from '../../core/caseRequests.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask } from '../kiosk.ts'

/** What the last act came to. */
export type CaseTold =
  | { readonly kind: 'done'; readonly act: CaseWish['act']; readonly undoUntil: EpochMs | null }
  | {
      readonly kind: 'refused'
      readonly why: Extract<CaseAnswer, { readonly kind: 'refused' }>['why']
    }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

/** One pupil's case, as it is open on the screen. */
export const useCase = defineStore('case', () => {
  /** null: not fetched yet, or not a pupil one may know */
  const page = shallowRef<CaseShown | null>(null)
  const told = shallowRef<CaseTold | null>(null)
  const busy = ref(false)
  /** of whoever is at the desk: an answer of another time is nobody's */
  let turn = {}

  async function open(studentId: string): Promise<void> {
    forget()
    const mine = turn
    try {
      const answer = await ask('case.page', { studentId })
      if (mine === turn) page.value = answer
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
    try {
      const answer = await ask('case.act', wish)
      if (mine !== turn) return false
      if (answer.kind === 'done') {
        page.value = answer.page
        told.value = { kind: 'done', act: wish.act, undoUntil: answer.undoUntil }
        return true
      }
      told.value = answer
      return false
    } finally {
      busy.value = false
    }
  }

  function forget(): void {
    page.value = null
    told.value = null
    busy.value = false
    turn = {}
  }

  return { page, told, busy, open, act, forget }
})
