import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { RollProgress } from '../../../core/rollRequests.ts'
import { useNow } from '../../composables/useNow.ts'

/** Sooner, nothing can be said of the pace. */
const SEEN_FOR_MS = 3_000
/** What is over sooner than this is not worth a word (look.md). */
const LONG_MS = 10_000

/** How much longer it takes, in milliseconds; null: not known, or not long. */
export function useRemaining(
  progress: Readonly<Ref<RollProgress | null>>,
): ComputedRef<number | null> {
  const now = useNow()
  /** where this part of the work was first seen */
  const began = shallowRef({ at: now.value, done: 0 })
  watch(
    progress,
    (next, before) => {
      if (next === null || (next.at === before?.at && next.done >= before.done)) return
      began.value = { at: now.value, done: next.done }
    },
    { immediate: true },
  )
  return computed(() => {
    const { done = 0, total = null } = progress.value ?? {}
    const [took, moved] = [now.value - began.value.at, done - began.value.done]
    if (total === null || moved <= 0 || took < SEEN_FOR_MS) return null
    const left = (took / moved) * (total - done)
    return took + left < LONG_MS ? null : left
  })
}
