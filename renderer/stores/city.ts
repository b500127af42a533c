import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CityRefusal } from '../../core/cityLink.ts'
import type {
  OutcomeCounts,
  PaymentPreview,
  PaymentsTaken,
  UnmatchedView,
} from '../../core/cityRequests.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { RollProgress } from '../../core/rollRequests.ts'
import { ask, listen } from '../kiosk.ts'
import { useConfirming } from './confirming.ts'

type Preview = Extract<PaymentPreview, { readonly kind: 'preview' }>

export type CityTold =
  | { readonly kind: 'taken'; readonly counts: OutcomeCounts; readonly left: number }
  | { readonly kind: 'retried'; readonly counts: OutcomeCounts }
  | { readonly kind: 'settled' }
  | { readonly kind: 'refused'; readonly why: CityRefusal }
  | { readonly kind: 'failed'; readonly code: DeskErrorCode }

/** 缴费对账: what the city tells of payments, looked through, taken, and what was left of it. */
export const useCity = defineStore('city', () => {
  const confirming = useConfirming()
  const preview = shallowRef<Preview | null>(null)
  /** null: not fetched yet */
  const unmatched = shallowRef<UnmatchedView | null>(null)
  const told = shallowRef<CityTold | null>(null)
  const progress = shallowRef<RollProgress | null>(null)
  const busy = ref(false)
  /** of whoever is at the desk: an answer of another time is nobody's */
  let turn = {}

  listen('roll.progress', (next) => (progress.value = busy.value ? next : null))

  /** @returns undefined: refused, and said so; nobody waits any more, or the one before is not through */
  async function asked<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    const mine = turn
    busy.value = true
    try {
      const answer = await confirming.confirmed(question, 'confirm.why.payments')
      return mine === turn ? answer : undefined
    } catch (thrown) {
      if (mine === turn) told.value = { kind: 'failed', code: errorCode(thrown) }
      return undefined
    } finally {
      if (mine === turn) {
        busy.value = false
        progress.value = null
      }
    }
  }

  async function load(): Promise<void> {
    const answer = await asked(() => ask('city.unmatched', null))
    if (answer !== undefined) unmatched.value = answer
  }

  async function open(): Promise<void> {
    told.value = null
    const answer = await asked(() => ask('city.open', null))
    if (answer === undefined || answer === null) return
    if (answer.kind === 'preview') preview.value = answer
    else told.value = answer
  }

  async function take(): Promise<void> {
    const answer = await asked<PaymentsTaken>(() => ask('city.take', null))
    if (answer === undefined) return
    preview.value = null
    told.value = answer
    await load()
  }

  /** @param rowId null: all of them */
  async function retry(rowId: string | null): Promise<void> {
    const rowIds = rowId === null ? null : [rowId]
    const answer = await asked(() => ask('city.retry', { rowIds }))
    if (answer === undefined) return
    unmatched.value = answer.view
    told.value = { kind: 'retried', counts: answer.counts }
  }

  /** @returns whether it is settled; if not, why is said */
  async function settle(rowId: string, reason: string): Promise<boolean> {
    const answer = await asked(() => ask('city.settle', { rowId, reason }))
    if (answer === undefined) return false
    unmatched.value = answer
    told.value = { kind: 'settled' }
    return true
  }

  const putAside = (): void => void (preview.value = null)

  function forget(): void {
    turn = {}
    preview.value = null
    unmatched.value = null
    told.value = null
    progress.value = null
    busy.value = false
  }

  return {
    ...{ preview, unmatched, told, progress, busy },
    ...{ load, open, take, retry, settle, putAside, forget },
  }
})
