import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import type { EpochMs } from '../../core/calendarDate.ts'
import { useDesk } from '../stores/desk.ts'

const tick = ref<EpochMs>(Date.now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The desk's clock, moving once a second: the page's own plus what the desk says it is off. */
export function useNow(): ComputedRef<EpochMs> {
  const desk = useDesk()
  if (users++ === 0) timer = setInterval(() => (tick.value = Date.now()), 1000)
  tick.value = Date.now()
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer)
  })
  return computed(() => tick.value + desk.offsetMs)
}
