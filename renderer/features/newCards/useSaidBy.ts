import { computed, ref } from 'vue'
import type { Relation, SaidBy } from '../../../core/confirmation.ts'

/** Who says so, as it is filled in. */
export function useSaidBy() {
  const by = ref<SaidBy['by']>('student')
  const name = ref('')
  const relation = ref<Relation>('mother')
  const tried = ref(false)
  const missing = computed(() => tried.value && by.value !== 'student' && name.value.trim() === '')

  /** null: the parent is not named yet, and from now on the field says so */
  function given(): SaidBy | null {
    tried.value = true
    if (by.value === 'student') return { by: by.value }
    const named = name.value.trim()
    return named === '' ? null : { by: by.value, name: named, relation: relation.value }
  }

  return { by, name, relation, missing, given }
}

export type SaidByForm = ReturnType<typeof useSaidBy>
