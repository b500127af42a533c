import { computed, ref, shallowRef, watch } from 'vue'
import { errorCode, type DeskErrorCode } from '../../../core/errors.ts'
import type { PinAnswer } from '../../../core/signIn.ts'
import { useCountdown } from '../../composables/useCountdown.ts'

export type WrongPin = Exclude<PinAnswer, { readonly kind: 'right' }>

interface Told {
  readonly answer: WrongPin
  /** of `performance.now()`, where it is a wait */
  readonly until: number
}

/**
 * PINs of one person at a time: what was typed, what became of it, and how long to wait. What somebody
 * was told is still true when they are chosen again.
 *
 * @param person whose PIN it is; null: nobody is chosen
 */
export function usePinTries(person: () => string | null) {
  const pin = ref('')
  const busy = ref(false)
  const refused = ref<DeskErrorCode | null>(null)
  const told = shallowRef<ReadonlyMap<string, Told>>(new Map())
  const mine = computed(() => told.value.get(person() ?? '') ?? null)
  const { seconds, until } = useCountdown()
  const waits = computed(() => mine.value?.answer.kind === 'wait' && seconds.value > 0)

  watch(mine, (now) => until(now?.until ?? 0))
  watch(person, () => {
    pin.value = ''
    refused.value = null
  })

  /** @returns whether it was the right one. What was typed is gone either way. */
  async function attempt(question: (pin: string) => Promise<PinAnswer>): Promise<boolean> {
    const id = person()
    const typed = pin.value
    if (id === null || typed === '' || busy.value || waits.value) return false
    busy.value = true
    refused.value = null
    try {
      const answer = await question(typed)
      tell(id, answer)
      return answer.kind === 'right'
    } catch (thrown) {
      refused.value = errorCode(thrown)
      return false
    } finally {
      busy.value = false
      pin.value = ''
    }
  }

  function tell(id: string, answer: PinAnswer): void {
    const next = new Map(told.value)
    if (answer.kind === 'right') next.delete(id)
    else
      next.set(id, { answer, until: performance.now() + (answer.kind === 'wait' ? answer.ms : 0) })
    told.value = next
  }

  return {
    pin,
    busy,
    refused,
    waits,
    seconds,
    answer: computed(() => mine.value?.answer ?? null),
    attempt,
  }
}
