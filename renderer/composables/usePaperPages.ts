import { computed, ref, shallowRef, watch } from 'vue'
import type { PaperPicture } from '../../core/paperRequests.ts'

/** Pages of a paper as blob URLs, and which one is looked at; revoked when others come or nobody looks. */
export function usePaperPages(pictures: () => readonly PaperPicture[]) {
  const urls = shallowRef<readonly string[]>([])
  const at = ref(0)
  watch(
    pictures,
    (now, _before, onCleanup) => {
      const made = now.map(({ mime, bytes }) =>
        URL.createObjectURL(new Blob([bytes], { type: mime })),
      )
      urls.value = made
      turnTo(at.value)
      onCleanup(() => {
        for (const url of made) URL.revokeObjectURL(url)
      })
    },
    { immediate: true },
  )

  /** Before the first and behind the last there is nothing. */
  function turnTo(page: number): void {
    at.value = Math.max(0, Math.min(page, urls.value.length - 1))
  }

  return {
    at,
    count: computed(() => urls.value.length),
    url: computed(() => urls.value[at.value]),
    turnTo,
  }
}
