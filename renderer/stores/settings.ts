import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { ask } from '../kiosk.ts'
import { useConfirming } from './confirming.ts'
import { useDesk } from './desk.ts'

/** The desk's settings; a change shows at once and is taken back if the desk refuses it. */
export const useSettings = defineStore('settings', () => {
  const desk = useDesk()
  const confirming = useConfirming()
  const pending = shallowRef<Partial<Settings>>({})
  const current = computed<Settings>(() => ({ ...desk.settings, ...pending.value }))
  const refused = ref<DeskErrorCode | null>(null)
  let turn = {}

  async function change(part: Partial<Settings>): Promise<void> {
    const session = turn
    const mine = { ...pending.value, ...part }
    pending.value = mine
    const why = part.kiosk === false ? 'confirm.why.kiosk' : 'confirm.why.settings'
    try {
      const stored = await confirming.confirmed(() => ask('settings.change', part), why)
      if (session !== turn) return
      if (desk.open) desk.state = { ...desk.open, settings: stored }
      refused.value = null
    } catch (thrown) {
      if (session !== turn) return
      // Whoever was asked for their PIN and gave none knows why nothing changed.
      const code = errorCode(thrown)
      refused.value = code === 're-auth-needed' ? null : code
    }
    if (pending.value === mine) pending.value = {}
  }

  function forget(): void {
    turn = {}
    pending.value = {}
    refused.value = null
  }

  return { current, refused, change, forget }
})
