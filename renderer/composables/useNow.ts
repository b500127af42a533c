import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import type { EpochMs } from '../../core/calendarDate.ts'
import { useDesk } from '../stores/desk.ts'

/** The page's own clock: nothing else in the renderer reads it. */
const pageClock = (): EpochMs => Date.now()

const tick = ref<EpochMs>(pageClock())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The desk's clock, moving once a second: the page's own plus what the desk says it is off. */
export function useNow(): ComputedRef<EpochMs> {
  const desk = useDesk()
  if (users++ === 0) timer = setInterval(() => (tick.value = pageClock()), 1000)
  tick.value = pageClock()
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer)
  })
  return computed(() => tick.value + desk.offsetMs)
}
