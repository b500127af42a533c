import { computed, onMounted, ref, type ComputedRef, type Ref } from 'vue'
import { afterPaint } from '../../composables/afterPaint.ts'

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
  // By frames, not by the clock: on a slow screen the rest would come before the first rows are drawn.
  onMounted(() => afterPaint(() => afterPaint(() => (seen.value = true))))
  return computed(() => (seen.value ? asked.value : Math.max(SEEN_AT_ONCE, least)))
}
