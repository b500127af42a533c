import { nextTick } from 'vue'
import { nobodyHasFocus } from './useStepFocus.ts'

/**
 * Where rows are ticked one after the other, the button that was pressed goes with its row. The focus goes on to the
 * same button of the row behind it, then of the one before; where none is left, to what says how it stands
 * (`tabindex="-1"`). Whoever has gone elsewhere meanwhile keeps theirs.
 *
 * @param around a selector: the list, and what says how it stands
 * @param button the same button of each row
 */
export function useNextRow(around: string, button: string) {
  return async (pressed: EventTarget | null, act: () => Promise<unknown>): Promise<void> => {
    const place = pressed instanceof HTMLElement ? pressed.closest<HTMLElement>(around) : null
    const all = [...(place?.querySelectorAll<HTMLElement>(button) ?? [])]
    const at = all.findIndex((one) => one === pressed)
    await act()
    await nextTick()
    if (!nobodyHasFocus()) return
    const inTurn = [...all.slice(at), ...all.slice(0, at).toReversed()]
    const next = inTurn.find((one) => one.isConnected)
    const to = next ?? place?.querySelector<HTMLElement>('[tabindex="-1"]')
    to?.focus()
  }
}
