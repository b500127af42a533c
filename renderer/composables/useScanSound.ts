import { watch } from 'vue'
import { useScan } from '../stores/scan.ts'
import { useSettings } from '../stores/settings.ts'
import { playSound } from './useSound.ts'

/** Whether a scan led to somebody can be heard, and is never taken for a verdict. */
export function useScanSound(): void {
  const scan = useScan()
  const settings = useSettings()
  watch(
    () => scan.answered,
    (answer) => {
      if (answer === null || settings.current.muted) return
      playSound(answer.found ? 'tick' : 'low-ticks', settings.current.volume)
    },
    { flush: 'sync' },
  )
}
