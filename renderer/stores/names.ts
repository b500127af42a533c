import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { NameToCheck } from '../../core/namesToCheck.ts'
import { ask } from '../kiosk.ts'

/** The names of the roll somebody should look at; forgotten when their list is left. */
export const useNames = defineStore('names', () => {
  /** null: not looked through yet */
  const found = shallowRef<readonly NameToCheck[] | null>(null)
  const loading = ref(false)
  const refused = ref<DeskErrorCode | null>(null)
  let mine: object = {}

  async function load(): Promise<void> {
    forget()
    const turn = mine
    loading.value = true
    const answer = await ask('names.toCheck', null).catch((thrown: unknown) => errorCode(thrown))
    if (turn !== mine) return
    loading.value = false
    if (typeof answer === 'string') refused.value = answer
    else found.value = answer
  }

  function forget(): void {
    mine = {}
    found.value = null
    loading.value = false
    refused.value = null
  }

  return { found, loading, refused, load, forget }
})
