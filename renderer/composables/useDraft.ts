import { onScopeDispose, watch, type Ref } from 'vue'
import { useDrafts } from '../stores/drafts.ts'

/**
 * A form whose text comes back when the same person signs in again after a lock. Never for a PIN.
 *
 *     const note = ref('')
 *     useDraft('loss-note', note)
 */
export function useDraft(formName: string, text: Ref<string>): void {
  const drafts = useDrafts()
  watch(
    () => drafts.returned[formName],
    () => {
      const kept = drafts.takeBack(formName)
      // What was typed since is newer.
      if (kept !== null && text.value === '') text.value = kept
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(drafts.join(formName, () => text.value))
}
