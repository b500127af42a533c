import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** The desk's settings; a change shows at once and is taken back if the desk refuses it. */
export const useSettings = defineStore('settings', () => {
  const desk = useDesk()
  const pending = shallowRef<Partial<Settings>>({})
  const current = computed<Settings>(() => ({ ...desk.settings, ...pending.value }))
  const refused = ref<DeskErrorCode | null>(null)

  async function change(part: Partial<Settings>): Promise<void> {
    const mine = { ...pending.value, ...part }
    pending.value = mine
    try {
      const stored = await ask('settings.change', part)
      if (desk.open) desk.state = { ...desk.open, settings: stored }
      refused.value = null
    } catch (thrown) {
      refused.value = errorCode(thrown)
    }
    if (pending.value === mine) pending.value = {}
  }

  return { current, refused, change }
})
