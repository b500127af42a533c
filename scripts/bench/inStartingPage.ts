import type { KioskBridge } from '../../core/contract.ts'
import type { DeskState } from '../../core/deskState.ts'

/*
 * Functions that run in a page that is only being made: before its own scripts, or, when the page was
 * quicker than the word that it is there, as soon as can be. Sent as text, so each stands for itself.
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
  seen()
}

/** Somebody of the rehearsal school. */
export interface BenchPerson {
  readonly operatorId: string
  readonly pin: string
}

/**
 * Signs somebody in as soon as the desk can be signed in to. Lays a card down, if one is named, as soon
 * as the desk says that its clickable reader is ready: a card that lay there before would not be a tap
 * (native/reader.ts), and a desk that says "ready" must take it.
 */
export function signInAndTap({
  person,
  sampleId,
}: {
  readonly person: BenchPerson
  readonly sampleId: string | null
}): void {
  let signedIn = false
  let tapped = false
  const signIn = (): void => {
    if (signedIn) return
    signedIn = true
    window.benchTold('locked')
    void window.kiosk?.request('session.signIn', { ...person, purpose: 'desk' })
  }
  const look = (state: DeskState): void => {
    if (state.kind === 'locked') signIn()
    if (tapped || state.kind !== 'open') return
    const ready = state.readers.readers.some((one) => one.rehearsal && one.state === 'ready')
    if (!ready) return
    tapped = true
    window.benchTold('ready')
    if (sampleId !== null) void window.kiosk?.request('rehearsal.tap', { sampleId })
  }
  let asked = false
  // The bridge is there when the page's own scripts are about to run.
  const ask = (): void => {
    const { kiosk } = window
    if (asked || kiosk === undefined || document.readyState === 'loading') return
    asked = true
    kiosk.on('desk.state', look)
    void kiosk.request('desk.state', null).then((reply) => {
      if (reply.ok) look(reply.value)
    })
  }
  document.addEventListener('readystatechange', ask)
  ask()
}

/** A function and its argument, as a script that does its work once in a page. */
export function script<A>(work: (argument: A) => void, argument: A): string {
  const done = `window[${JSON.stringify(`bench ${work.name}`)}]`
  return `if (!${done}) { ${done} = true; (${work.toString()})(${JSON.stringify(argument)}) }\n`
}
