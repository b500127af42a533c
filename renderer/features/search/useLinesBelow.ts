import { onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { StudentLine } from '../../../core/studentShown.ts'
import { FIRST_LINES } from '../../stores/search.ts'

/** Long enough for the next answer of somebody who types. */
const FORGOTTEN_MS = 300

/**
 * The lines below the first, which come when those are seen. Until then the ones of the list before are
 * hidden, not taken out: to fill them anew costs less than to make them anew.
 */
export function useLinesBelow(lines: Readonly<Ref<readonly StudentLine[]>>) {
  const below = shallowRef<readonly StudentLine[]>([])
  const belowShown = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    lines,
    (all) => {
      clearTimeout(timer)
      belowShown.value = all.length > FIRST_LINES
      if (belowShown.value) below.value = all.slice(FIRST_LINES)
      else timer = setTimeout(() => (below.value = []), FORGOTTEN_MS)
    },
    { immediate: true },
  )
  onUnmounted(() => clearTimeout(timer))
  return { below, belowShown }
}
