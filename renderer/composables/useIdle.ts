import { onMounted, onUnmounted } from 'vue'

/** What a hand at the desk does. */
export const USES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const

/** Calls `unused` once nobody has touched mouse, screen or keys for so many seconds. */
export function useIdle(seconds: () => number, unused: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function used(): void {
    clearTimeout(timer)
    timer = setTimeout(unused, seconds() * 1000)
  }
  onMounted(() => {
    used()
    for (const use of USES) window.addEventListener(use, used, { capture: true, passive: true })
  })
  onUnmounted(() => {
    clearTimeout(timer)
    for (const use of USES) window.removeEventListener(use, used, { capture: true })
  })
}
