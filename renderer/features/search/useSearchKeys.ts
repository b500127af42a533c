import { onMounted, onUnmounted } from 'vue'
import { PACE } from '../../scanner/scanMachine.ts'
import { useSearch } from '../../stores/search.ts'

interface Hands {
  readonly focus: () => void
  readonly leave: () => void
}

/**
 * The keys of the search: `/` or Ctrl+F from anywhere; in the field arrows, Enter, Esc. By their place on
 * the keyboard, so that they work under a Chinese input method too. F3 is held back by the shell.
 */
export function useSearchKeys({ focus, leave }: Hands) {
  const search = useSearch()
  let lastKeyAt = -Infinity

  function onAnyKey(event: KeyboardEvent): void {
    // A slash in the midst of a scanned address is no person's.
    const alone = event.timeStamp - lastKeyAt > PACE.perKey
    lastKeyAt = event.timeStamp
    if (!alone || event.repeat || event.altKey || event.metaKey) return
    const slash = event.code === 'Slash' && !event.shiftKey && !event.ctrlKey && !writesIn(event)
    const find = event.code === 'KeyF' && event.ctrlKey && !event.shiftKey
    if (!slash && !find) return
    event.preventDefault()
    focus()
  }

  /** An input method takes Enter, Esc and arrows for itself while it composes. */
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === COMPOSING) return
    if (event.code === 'ArrowDown') search.mark(1)
    else if (event.code === 'ArrowUp') search.mark(-1)
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      if (!event.repeat) search.enter()
    } else if (event.code === 'Escape') {
      // The first Esc folds the list; only the next one is for the screen behind it.
      if (search.open) event.stopPropagation()
      leave()
    } else return
    event.preventDefault()
  }

  onMounted(() => window.addEventListener('keydown', onAnyKey))
  onUnmounted(() => window.removeEventListener('keydown', onAnyKey))
  return { onKey }
}

/** What browsers put in `keyCode` for a key an input method has taken. */
const COMPOSING = 229

function writesIn(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
}
