import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CaseLineShown, TodayShown } from '../../core/caseRequests.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask } from '../kiosk.ts'

/** What ticking 已通知 came to. */
export type CallTold =
  | {
      readonly kind: 'told'
      readonly studentId: string
      readonly name: string
      /** null: it cannot be taken back */
      readonly cmdId: string | null
    }
  | { readonly kind: 'refused' }

/** 今天: the day's work at a glance, while its screen is open. */
export const useToday = defineStore('today', () => {
  /** null: not fetched yet */
  const view = shallowRef<TodayShown | null>(null)
  const told = shallowRef<CallTold | null>(null)
  const loading = ref(false)
  const refused = ref<DeskErrorCode | null>(null)
  /** of whoever is at the desk, and of the last question: an older answer is nobody's */
  let turn = {}

  async function load(): Promise<void> {
    const mine = (turn = {})
    loading.value = true
    refused.value = null
    const answer = await ask('case.today', null).catch((thrown: unknown) => errorCode(thrown))
    if (mine !== turn) return
    loading.value = false
    if (typeof answer === 'string') refused.value = answer
    else view.value = answer
  }

  /**
   * 已通知: the parents of one who is to be called know of the fee.
   *
   * @throws DeskError: the caller says it (composables/useAct.ts)
   */
  async function tell({ studentId, name, orderId }: CaseLineShown): Promise<void> {
    if (orderId === null) return
    const mine = turn
    const answer = await ask('case.act', { act: 'move-order', studentId, orderId, to: 'PENDING' })
    if (mine !== turn) return
    if (answer.kind === 'refused') told.value = { kind: 'refused' }
    else {
      const cmdId = answer.undoUntil === null ? null : answer.cmdId
      told.value = { kind: 'told', studentId, name, cmdId }
    }
    await load()
  }

  /** @throws DeskError */
  async function takeBack(studentId: string, cmdId: string): Promise<void> {
    const mine = turn
    const answer = await ask('case.act', { act: 'undo', studentId, cmdId })
    if (mine !== turn) return
    told.value = answer.kind === 'refused' ? { kind: 'refused' } : null
    await load()
  }

  function forget(): void {
    turn = {}
    view.value = null
    told.value = null
    loading.value = false
    refused.value = null
  }

  return { view, told, loading, refused, load, tell, takeBack, forget }
})
