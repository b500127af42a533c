import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Ground, PrivacyView } from '../../core/care.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { RetentionClass } from '../../core/retention.ts'
import { ask } from '../kiosk.ts'

/** By what right pupils' data are kept, and how long: counts, and no names. */
export const useDataRules = defineStore('dataRules', () => {
  /** null: not fetched yet */
  const view = shallowRef<PrivacyView | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  let mine: object | null = null

  async function load(): Promise<void> {
    mine = {}
    refused.value = null
    try {
      await showing(() => ask('privacy.view', null))
    } catch (thrown) {
      refused.value = errorCode(thrown)
    }
  }

  /** @throws DeskError */
  async function showing(question: () => Promise<PrivacyView>): Promise<PrivacyView> {
    const turn = mine
    const answer = await question()
    if (turn === mine) view.value = answer
    return answer
  }

  const setGround = (ground: Ground) => showing(() => ask('privacy.basis', { ground }))
  const setMonths = (of: RetentionClass, months: number) =>
    showing(() => ask('retention.change', { [of]: months }))
  const run = () => showing(() => ask('retention.run', null))

  function close(): void {
    mine = null
    view.value = null
    refused.value = null
  }

  return { view, refused, load, setGround, setMonths, run, close }
})
