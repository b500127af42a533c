/* Functions that run in the page: sent there as text, so each stands for itself. */

export interface Searched {
  readonly text: string
  /**
   * key or input event → painted: the first task after the frame that draws the list which answers
   * this very text
   */
  readonly ms: number
  /** … → the second frame after that list is in the DOM, as a tap is measured */
  readonly secondFrameMs: number
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
    const since = (): number => performance.now() - wanted.at
    requestAnimationFrame(() => {
      let ms = 0
      // A message is a task of its own: it comes when this frame has been laid out and painted.
      const painted = new MessageChannel()
      painted.port1.onmessage = () => (ms = since())
      painted.port2.postMessage(null)
      requestAnimationFrame(() => {
        const secondFrameMs = since()
        setTimeout(() => tell({ text: wanted.text, ms, secondFrameMs, inDomMs, hits }))
      })
    })
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-query'],
  })
  window.bench = { next: () => new Promise((resolve) => (tell = resolve)) }
}
