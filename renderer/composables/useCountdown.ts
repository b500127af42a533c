import { onScopeDispose, ref, type Ref } from 'vue'

/** Whole seconds until a wait is over; 0: over. Setting the system's clock shortens none. */
export function useCountdown(): {
  readonly seconds: Readonly<Ref<number>>
  readonly until: (deadline: number) => void
} {
  const seconds = ref(0)
  let deadline = 0
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    seconds.value = Math.max(0, Math.ceil((deadline - performance.now()) / 1000))
    if (seconds.value === 0) clearInterval(timer)
  }

  /** @param at of `performance.now()` */
  function until(at: number): void {
    clearInterval(timer)
    deadline = at
    tick()
    if (seconds.value > 0) timer = setInterval(tick, 250)
  }

  onScopeDispose(() => clearInterval(timer))
  return { seconds, until }
}

/** 0:45, 14:05 */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
