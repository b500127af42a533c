import { watch } from 'vue'
import { useScan } from '../stores/scan.ts'
import { useSettings } from '../stores/settings.ts'
import { playSound } from './useSound.ts'

/** Whether a scan led to somebody can be heard, as a verdict can. */
export function useScanSound(): void {
  const scan = useScan()
  const settings = useSettings()
  watch(
    () => scan.answered,
    (answer) => {
      if (answer === null || settings.current.muted) return
      playSound(answer.found ? 'tick' : 'buzz', settings.current.volume)
    },
    { flush: 'sync' },
  )
}
