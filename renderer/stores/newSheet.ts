import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { NewSheetAnswer, RecoverySheet } from '../../core/signIn.ts'
import { ask } from '../kiosk.ts'

/**
 * A recovery sheet that is to take the place of the present one. It stays while one goes to another
 * screen, since its paper may be printed already; main forgets it with the sign-in, and so does this.
 */
export const useNewSheet = defineStore('newSheet', () => {
  const sheet = shallowRef<RecoverySheet | null>(null)
  /** null: not tried yet */
  const printed = ref<boolean | null>(null)
  /** what became of the last one */
  const done = shallowRef<Extract<NewSheetAnswer, { readonly kind: 'renewed' }> | null>(null)

  /** @throws DeskError `re-auth-needed`, `second-person-needed` among others */
  async function make(reason: string, copied: boolean): Promise<void> {
    const made = await ask('sheet.make', { reason, copied })
    forget()
    sheet.value = made
  }

  /** @throws DeskError */
  const print = () => ask('sheet.print', null)

  /** @returns whether it counts. @throws DeskError */
  async function confirm(characters: readonly string[]): Promise<boolean> {
    const answer = await ask('sheet.confirm', { characters })
    if (answer.kind === 'wrong') return false
    forget()
    done.value = answer
    return true
  }

  /** @throws DeskError */
  async function drop(): Promise<void> {
    await ask('sheet.drop', null)
    forget()
  }

  const seen = (): void => void (done.value = null)

  function forget(): void {
    sheet.value = null
    printed.value = null
    seen()
  }

  return { sheet, printed, done, make, print, confirm, drop, seen, forget }
})
