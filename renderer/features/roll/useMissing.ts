import { computed, ref, watch } from 'vue'
import { beijingDate, type CalendarDate } from '../../../core/calendarDate.ts'
import type { Missing } from '../../../core/rollDifference.ts'
import { readDate } from '../../../core/typedDate.ts'
import { useNow } from '../../composables/useNow.ts'
import { useRollImport, type RollStep } from '../../stores/rollImport.ts'
import { useRollWork } from '../../stores/rollWork.ts'

export const MISSING_CHOICES = ['stay', 'transferred', 'other'] as const
type Choice = (typeof MISSING_CHOICES)[number]

type LeavingDay =
  | { readonly kind: 'day'; readonly on: CalendarDate }
  | { readonly kind: 'missing' }
  /** who leaves later has not left */
  | { readonly kind: 'future' }

/**
 * What becomes of pupils who are not in the file, as it is chosen and typed. Each time that is whole, the file
 * is held against the roll once more: what is taken over is what was shown.
 *
 * @param settle told whether what is chosen is what is shown
 */
export function useMissing(step: () => RollStep, settle: (settled: boolean) => void) {
  const imports = useRollImport()
  const work = useRollWork()
  const now = useNow()
  const { missing: before } = step().preview
  /** what the desk was asked to show last */
  let asked: Missing = before
  const chosen = ref<Choice>(before.kind === 'stay' ? 'stay' : before.why)
  const typed = ref<string>(before.kind === 'stay' ? '' : before.on)
  const day = computed(() => leavingDay(typed.value, beijingDate(now.value)))
  const wanted = computed<Missing | null>(() => {
    if (chosen.value === 'stay') return { kind: 'stay' }
    return day.value.kind === 'day' ? { kind: 'leave', on: day.value.on, why: chosen.value } : null
  })

  function decide(): void {
    const next = wanted.value
    const isShown = next !== null && isSame(next, asked)
    settle(isShown)
    if (next === null || isShown || work.busy) return
    asked = next
    const { file, mapping } = step()
    void imports.compareRoll(file, mapping, next)
  }
  // What was chosen while the desk was at it.
  watch(
    () => work.busy,
    (busy) => !busy && decide(),
  )

  return { chosen, typed, day, decide }
}

/** Without its year it is the last one there was. */
function leavingDay(typed: string, today: CalendarDate): LeavingDay {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const on = readDate(typed, (month) => (month > thisMonth ? year - 1 : year))
  if (on === null) return { kind: 'missing' }
  return on > today ? { kind: 'future' } : { kind: 'day', on }
}

function isSame(a: Missing, b: Missing): boolean {
  if (a.kind === 'stay' || b.kind === 'stay') return a.kind === b.kind
  return a.on === b.on && a.why === b.why
}
