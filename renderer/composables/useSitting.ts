import { watch } from 'vue'
import { useDesk } from '../stores/desk.ts'
import { useDrafts } from '../stores/drafts.ts'
import { forgetAll } from '../stores/forgetAll.ts'
import { useSession } from '../stores/session.ts'

/**
 * From one sign-in to the next lock. In the same moment in which the desk locks, all stores forget; the
 * screens go with the next drawing. A hand that locks does not even wait for main's word: the page shows
 * nothing until it comes.
 */
export function useSitting(): void {
  const desk = useDesk()
  const drafts = useDrafts()
  const sitting = useSession()
  watch(
    () => sitting.leaving,
    (leaving) => document.documentElement.toggleAttribute('data-leaving', leaving),
    { flush: 'sync' },
  )
  watch(
    () => desk.open?.session ?? null,
    (session, before) => {
      if (before) forgetAll()
      // The locked screen is drawn next, and wants to be typed into.
      sitting.left()
      if (session !== null) void drafts.begin()
    },
    { immediate: true, flush: 'sync' },
  )
}
