import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { DeskState, ReadersView } from '../../core/deskState.ts'
import { errorCode } from '../../core/errors.ts'
import { grantOf, type Act } from '../../core/rights.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import { ask, listen } from '../kiosk.ts'

/** What the desk says of itself: pushed whole at every change. */
export const useDesk = defineStore('desk', () => {
  const state = shallowRef<DeskState>({ kind: 'opening', why: 'start' })
  const open = computed(() => (state.value.kind === 'open' ? state.value : null))
  const locked = computed(() => (state.value.kind === 'locked' ? state.value : null))
  const firstRun = computed(() => (state.value.kind === 'first-run' ? state.value : null))
  const trouble = computed(() => (state.value.kind === 'trouble' ? state.value : null))
  /** there is a school, and perhaps somebody at the desk */
  const school = computed(() => open.value ?? locked.value)
  /** the last known: a trouble on the way still speaks the desk's language */
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  watch(
    state,
    (desk) => {
      if ('settings' in desk) settings.value = desk.settings
    },
    { flush: 'sync' },
  )
  const rehearsing = computed(() => school.value?.mode === 'rehearsal')
  const offsetMs = computed(() => school.value?.clock.offsetMs ?? 0)
  const readers = computed<ReadersView>(() => school.value?.readers ?? NO_READERS)

  /** Only what to show: the desk itself refuses what is not allowed. */
  function may(act: Act): boolean {
    return grantOf(open.value?.operator.roles ?? [], act) !== null
  }

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

  return {
    ...{ state, open, locked, firstRun, trouble, school, settings },
    ...{ rehearsing, offsetMs, readers, may, start, retry },
  }
})

const NO_READERS: ReadersView = { service: 'starting', readers: [] }
