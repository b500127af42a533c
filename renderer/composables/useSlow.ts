import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Sooner than this nothing is said of waiting: a word that flickers helps nobody. */
export const SLOW_MS = 300

/** Something has been going on long enough to be shown. */
export function useSlow(busy: Readonly<Ref<boolean>>): Readonly<Ref<boolean>> {
  const slow = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(busy, (is) => {
    clearTimeout(timer)
    slow.value = false
    if (is) timer = setTimeout(() => (slow.value = true), SLOW_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return slow
}
