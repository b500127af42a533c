import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Args } from '../../core/contract.ts'
import type { Purpose } from '../../core/audit.ts'
import { ask } from '../kiosk.ts'
import { useDrafts } from './drafts.ts'

/** Who comes to the desk and who leaves it. What becomes of that is told by the desk's state. */
export const useSession = defineStore('session', () => {
  const drafts = useDrafts()
  /** what was chosen last, as long as this page lives; null: nothing was yet */
  const lastPurpose = ref<Purpose | null>(null)
  /** a hand has locked the desk and main has not said so yet: nothing of it is on the screen any more */
  const leaving = ref(false)

  /** @throws DeskError */
  function signIn(args: Args<'session.signIn'>) {
    return ask('session.signIn', args)
  }

  /** What was typed is kept before it, except when the desk goes to somebody else. */
  async function lock({ handOver }: Args<'session.lock'>): Promise<void> {
    leaving.value = true
    if (!handOver) drafts.keepNow()
    // It may have locked by itself in the same moment.
    await ask('session.lock', { handOver }).catch(() => null)
    left()
  }

  function left(): void {
    leaving.value = false
  }

  /** @throws DeskError */
  async function setPurpose(purpose: Purpose): Promise<void> {
    await ask('session.purpose', { purpose })
    lastPurpose.value = purpose
  }

  /** A hand is at the desk. */
  async function active(): Promise<void> {
    await ask('session.active', null).catch(() => null)
  }

  /** @throws DeskError */
  const changePin = (args: Args<'session.changePin'>) => ask('session.changePin', args)

  /** @throws DeskError */
  const openWithSheet = (args: Args<'recovery.open'>) => ask('recovery.open', args)

  return { lastPurpose, leaving, signIn, lock, left, setPurpose, active, changePin, openWithSheet }
})
