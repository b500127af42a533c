/* Functions that run in the page: sent there as text, so each stands for itself. */

export interface Opened {
  /** click or choice → the first task after the frame that draws the list */
  readonly ms: number
  /** of it: until the list is in the DOM */
  readonly inDomMs: number
  readonly rows: number
}

export interface ListWatch {
  /** the next list whose rows are these; the next click or choice begins it */
  next(rows: string): Promise<Opened>
}

declare const window: {
  benchLists?: ListWatch
  addEventListener(kind: 'click' | 'change', listener: (event: Event) => void, capture: true): void
}

export function watchLists(): void {
  let wanted: { readonly rows: string; readonly tell: (one: Opened) => void } | null = null
  let begunAt: number | null = null
  const begin = ({ timeStamp }: Event): void => void (begunAt ??= timeStamp)

  const look = (): void => {
    const waiting = wanted
    const from = begunAt
    if (waiting === null || from === null) return
    const rows = document.querySelectorAll(waiting.rows).length
    if (rows === 0) return
    wanted = null
    const inDomMs = performance.now() - from
    requestAnimationFrame(() => {
      // A message is a task of its own: it comes when this frame has been laid out and painted.
      const painted = new MessageChannel()
      painted.port1.onmessage = () => waiting.tell({ ms: performance.now() - from, inDomMs, rows })
      painted.port2.postMessage(null)
    })
  }
  for (const kind of ['click', 'change'] as const) window.addEventListener(kind, begin, true)
  new MutationObserver(look).observe(document, {
    ...{ subtree: true, childList: true, attributes: true },
    attributeFilter: ['aria-label', 'data-tap-id'],
  })
  window.benchLists = {
    next(rows) {
      begunAt = null
      return new Promise((tell) => (wanted = { rows, tell }))
    },
  }
}
