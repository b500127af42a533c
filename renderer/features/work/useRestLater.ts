import { computed, onUnmounted, ref, type ComputedRef, type Ref } from 'vue'
import { TWO_FRAMES_MS } from '../../composables/twoFrames.ts'

/** As many as the largest screen of look.md shows at once. */
const SEEN_AT_ONCE = 14

/**
 * The first rows of a list at once, the rest when those are seen.
 * @param asked how many rows are wanted
 * @param least how many must be there from the start: somebody comes back to one of them
 * @returns how many to draw now
 */
export function useRestLater(asked: Readonly<Ref<number>>, least: number): ComputedRef<number> {
  const seen = ref(false)
  const timer = setTimeout(() => (seen.value = true), TWO_FRAMES_MS)
  onUnmounted(() => clearTimeout(timer))
  return computed(() => (seen.value ? asked.value : Math.max(SEEN_AT_ONCE, least)))
}
