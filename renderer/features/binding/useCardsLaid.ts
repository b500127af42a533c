import { onMounted, watch } from 'vue'
import { useBinding } from '../../stores/binding.ts'
import { useVerify } from '../../stores/verify.ts'

/** Every card that is laid down while the screen is open, and the one that led here. */
export function useCardsLaid(): void {
  const binding = useBinding()
  const verify = useVerify()
  onMounted(() => {
    void binding.load()
    const { shown } = verify
    if (shown?.verdict.kind === 'unknown-card') binding.askWhose(shown)
  })
  watch(
    () => verify.shown?.tapId,
    (tapId) => {
      if (tapId !== undefined && verify.shown !== null) void binding.laid(verify.shown)
    },
  )
}
