import type { KioskBridge } from '../../core/contract.ts'
import type { DeskState } from '../../core/deskState.ts'

/*
 * Functions that run in a page that is only being made, before its own scripts: sent as text, so each
 * stands for itself.
 */

declare const window: { readonly kiosk?: KioskBridge; benchTold(word: string): void }

/** Tells when the element has been painted: the second frame after it stands in the DOM. */
export function tellWhenPainted(selector: string): void {
  const seen = (): void => {
    if (document.querySelector(selector) === null) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => window.benchTold('painted')))
  }
  const observer = new MutationObserver(seen)
  observer.observe(document, { subtree: true, childList: true })
}

/**
 * Lays a card down as soon as the desk says that its clickable reader is ready: a card that lay there
 * before would not be a tap (native/reader.ts), and a desk that says "ready" must take it.
 */
export function tapWhenReady(sampleId: string): void {
  let tapped = false
  const look = (state: DeskState): void => {
    if (tapped || state.kind !== 'open') return
    const ready = state.readers.readers.some((one) => one.rehearsal && one.state === 'ready')
    if (!ready) return
    tapped = true
    window.benchTold('ready')
    void window.kiosk?.request('rehearsal.tap', { sampleId })
  }
  // The bridge is there when the page's own scripts are about to run.
  document.addEventListener('readystatechange', () => {
    const { kiosk } = window
    if (kiosk === undefined || document.readyState !== 'interactive') return
    kiosk.on('desk.state', look)
    void kiosk.request('desk.state', null).then((reply) => {
      if (reply.ok) look(reply.value)
    })
  })
}

/** A function and its argument, as a script. */
export function script<A>(work: (argument: A) => void, argument: A): string {
  return `(${work.toString()})(${JSON.stringify(argument)});`
}
