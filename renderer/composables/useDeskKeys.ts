import { onMounted, onUnmounted } from 'vue'
import { useSession } from '../stores/session.ts'
import { useSettings } from '../stores/settings.ts'

/** Said beside their buttons. None of them belongs to the shell (electron/forbiddenKeys.ts). */
export const LOCK_KEY = 'F9'
export const PRIVACY_KEY = 'F8'

/** Keys that work on every screen and over every dialog, under a Chinese input method too. */
export function useDeskKeys(): void {
  const session = useSession()
  const settings = useSettings()
  function onKey(event: KeyboardEvent): void {
    if (event.code !== LOCK_KEY && event.code !== PRIVACY_KEY) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (event.code === LOCK_KEY) void session.lock({ handOver: false })
    else void settings.change({ privacyMode: !settings.current.privacyMode })
  }
  onMounted(() => window.addEventListener('keydown', onKey, { capture: true }))
  onUnmounted(() => window.removeEventListener('keydown', onKey, { capture: true }))
}
