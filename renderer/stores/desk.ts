import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { DeskState } from '../../core/deskState.ts'
import { errorCode } from '../../core/errors.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import { ask, listen } from '../kiosk.ts'

/** What the desk says of itself: pushed whole at every change. */
export const useDesk = defineStore('desk', () => {
  const state = shallowRef<DeskState>({ kind: 'opening' })
  const open = computed(() => (state.value.kind === 'open' ? state.value : null))
  const trouble = computed(() => (state.value.kind === 'trouble' ? state.value : null))
  /** the last known: a trouble on the way still speaks the desk's language */
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  watch(
    open,
    (desk) => {
      if (desk) settings.value = desk.settings
    },
    { flush: 'sync' },
  )
  const rehearsing = computed(() => open.value?.mode === 'rehearsal')
  const offsetMs = computed(() => open.value?.clock.offsetMs ?? 0)

  /** Listens first and asks second, so that no change falls between; a push outranks the answer. */
  async function start(): Promise<void> {
    let pushed = false
    listen('desk.state', (next) => {
      pushed = true
      state.value = next
    })
    try {
      const first = await ask('desk.state', null)
      if (!pushed) state.value = first
    } catch (thrown) {
      state.value = { kind: 'trouble', code: errorCode(thrown), place: '' }
    }
  }

  /** After a trouble was mended: the desk opens again, or says what is still wrong. */
  async function retry(): Promise<void> {
    state.value = await ask('desk.retry', null).catch((thrown: unknown) => ({
      kind: 'trouble' as const,
      code: errorCode(thrown),
      place: trouble.value?.place ?? '',
    }))
  }

  return { state, open, trouble, settings, rehearsing, offsetMs, start, retry }
})
