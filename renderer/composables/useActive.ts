import { onMounted, onUnmounted } from 'vue'
import { useSession } from '../stores/session.ts'
import { USES } from './useIdle.ts'

/** The desk counts minutes: it need not hear of each key. */
export const TOLD_EVERY_MS = 20_000

/** Tells the desk now and then that somebody is at it, so that it does not lock itself. */
export function useActive(): void {
  const session = useSession()
  let timer: ReturnType<typeof setTimeout> | undefined
  function used(): void {
    if (timer !== undefined) return
    timer = setTimeout(() => (timer = undefined), TOLD_EVERY_MS)
    void session.active()
  }
  onMounted(() => {
    for (const use of USES) window.addEventListener(use, used, { capture: true, passive: true })
  })
  onUnmounted(() => {
    clearTimeout(timer)
    for (const use of USES) window.removeEventListener(use, used, { capture: true })
  })
}
