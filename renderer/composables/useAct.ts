import { ref } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { useConfirmed } from './useConfirmed.ts'

/**
 * One act of a form: one at a time, and a refusal is said where it was tried.
 *
 * @param why what a PIN is wanted for, where the desk wants one more: a key of renderer/locales
 */
export function useAct(why: string) {
  const confirmed = useConfirmed()
  const busy = ref(false)
  const refused = ref<DeskErrorCode | null>(null)

  /** @returns what the desk answered; undefined: refused, or the one before is not through yet */
  async function act<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    refused.value = null
    try {
      return await confirmed(question, why)
    } catch (thrown) {
      refused.value = errorCode(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, refused, act }
}
