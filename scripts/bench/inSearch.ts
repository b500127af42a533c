/* Functions that run in the page: sent there as text, so each stands for itself. */

export interface Searched {
  readonly text: string
  /** key or input event → the second frame after the list that answers this very text is in the DOM */
  readonly ms: number
  /** of it: until the list is in the DOM */
  readonly inDomMs: number
  readonly hits: number
}

export interface SearchWatch {
  /** the next list that answers what stands in the field when it is shown */
  next(): Promise<Searched>
}

declare const window: {
  bench?: SearchWatch
  addEventListener(kind: 'keydown' | 'input', listener: (event: Event) => void, capture: true): void
}

export function watchSearch(): void {
  let pressedAt: number | null = null
  let pending: { readonly text: string; readonly at: number } | null = null
  let tell = (_one: Searched): void => undefined

  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true)
  window.addEventListener(
    'input',
    ({ target, timeStamp }) => {
      // Text that came without a key (an input method's) counts from its own event.
      const at = pressedAt ?? timeStamp
      pressedAt = null
      if (target instanceof HTMLInputElement && target.value !== '')
        pending = { text: target.value, at }
    },
    true,
  )
  const look = (): void => {
    const list = document.querySelector('[data-test="search-list"]')
    const wanted = pending
    if (wanted === null || list?.getAttribute('data-query') !== wanted.text) return
    pending = null
    const inDomMs = performance.now() - wanted.at
    const hits = list.querySelectorAll('[data-test="search-hit"]').length
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        tell({ text: wanted.text, ms: performance.now() - wanted.at, inDomMs, hits }),
      ),
    )
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-query'],
  })
  window.bench = { next: () => new Promise((resolve) => (tell = resolve)) }
}
