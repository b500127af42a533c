import { computed, ref } from 'vue'
import type { Whole } from '../../../core/listRequests.ts'

/** Whether names are to be whole, and why: without a reason nothing is asked of the desk. */
export function useWhole() {
  const names = ref<'masked' | 'whole'>('masked')
  const reason = ref('')
  const tried = ref(false)
  const missing = computed(() => tried.value && reason.value.trim() === '')

  /** @returns undefined: the reason is missing */
  function wish(): Whole | undefined {
    if (names.value === 'masked') return null
    tried.value = true
    return missing.value ? undefined : { reason: reason.value.trim() }
  }

  return { names, reason, missing, wish }
}
