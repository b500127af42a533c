import { computed, type ComputedRef } from 'vue'
import { maskedName } from '../../core/maskedName.ts'
import { useSettings } from '../stores/settings.ts'

/** In the place of a tail that is covered. */
export const COVERED = '••••'

/**
 * Privacy mode: the public can see the screen. A pupil's name becomes 张* and a tail dots, as text, so
 * that neither stands in the page; photos are blurred by `[data-private] [data-face]` of base.css.
 * Colleagues keep their names.
 */
export function usePrivacy(): {
  readonly on: ComputedRef<boolean>
  readonly shownName: (name: string) => string
  readonly shownTail: (tail: string) => string
} {
  const settings = useSettings()
  const on = computed(() => settings.current.privacyMode)
  return {
    on,
    shownName: (name) => (on.value ? maskedName(name) : name),
    shownTail: (tail) => (on.value ? COVERED : tail),
  }
}

/** Only the name: what a list of the other rooms needs. */
export function useShownName(): (name: string) => string {
  return usePrivacy().shownName
}
