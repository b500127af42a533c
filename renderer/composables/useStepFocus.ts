import { onMounted, watch, type Ref } from 'vue'

type Place = Readonly<Ref<HTMLElement | null>>

/** What was pressed has gone with the step before, or can be pressed no more. */
export function nobodyHasFocus(): boolean {
  const { activeElement } = document
  if (activeElement === null || activeElement === document.body) return true
  return !activeElement.isConnected || activeElement.matches(':disabled')
}

/**
 * Where a step takes the place of the one before, the focus goes to its heading: else it would be nowhere,
 * and a screen reader silent. Whoever came from elsewhere keeps theirs.
 */
export function useStepFocus(heading: Place): void {
  onMounted(() => {
    if (nobodyHasFocus()) heading.value?.focus()
  })
}

/** What a step came to has the focus as soon as it is said; whoever is in another part of the page keeps theirs. */
export function useResultFocus(result: Place, around: string): void {
  watch(
    result,
    (place) => {
      const isHere = place?.closest(around)?.contains(document.activeElement) === true
      if (isHere || nobodyHasFocus()) place?.focus()
    },
    { flush: 'post' },
  )
}
