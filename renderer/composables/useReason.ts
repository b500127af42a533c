import { computed, ref } from 'vue'

/** A reason that has to be given, before something is done. */
export function useReason() {
  const reason = ref('')
  const tried = ref(false)
  /** It was to be done without one. */
  const missing = computed(() => tried.value && reason.value.trim() === '')

  /** @returns what was typed; null: nothing, and from now on the field says so */
  function given(): string | null {
    tried.value = true
    return reason.value.trim() || null
  }

  /** It was for something else, or is done with. */
  function clear(): void {
    reason.value = ''
    tried.value = false
  }

  return { reason, missing, given, clear }
}
