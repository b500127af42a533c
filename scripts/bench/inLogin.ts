import type { KioskBridge } from '../../core/contract.ts'
import type { DeskState } from '../../core/deskState.ts'

/* Functions that run in the page: sent there as text, so each stands for itself. */

declare const window: {
  readonly kiosk: KioskBridge
  benchLogin?: Promise<LoggedIn>
  benchLocked?: Promise<number>
  addEventListener(kind: 'keydown', listener: (event: KeyboardEvent) => void, capture: true): void
}

export interface LoggedIn {
  /** last key → the page is told that the desk is open */
  readonly openMs: number
  /** last key → the page is told of the verdict of a tap made at that moment: it is stored */
  readonly tapMs: number
}

/** From the Enter that signs in to the first tap that was taken. */
export function watchLogin(sampleId: string): void {
  window.benchLogin = new Promise((resolve) => {
    let pressedAt: number | null = null
    let openMs: number | null = null
    const since = (): number => performance.now() - (pressedAt ?? Number.NaN)
    window.addEventListener(
      'keydown',
      ({ code, timeStamp }) => {
        if (code === 'Enter') pressedAt ??= timeStamp
      },
      true,
    )
    window.kiosk.on('tap.verdict', () => {
      if (openMs !== null) resolve({ openMs, tapMs: since() })
    })
    window.kiosk.on('desk.state', (state: DeskState) => {
      if (openMs !== null || state.kind !== 'open') return
      openMs = since()
      void window.kiosk.request('rehearsal.tap', { sampleId })
    })
  })
}

/** From the key that locks to the frame without anything of the desk in it. */
export function watchLock(code: string): void {
  window.benchLocked = new Promise((resolve) => {
    let pressedAt: number | null = null
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.code === code) pressedAt ??= event.timeStamp
      },
      true,
    )
    // Asking for its style would have it computed twice.
    const isGone = (): boolean =>
      document.querySelector('nav') === null ||
      document.documentElement.hasAttribute('data-leaving')
    const observer = new MutationObserver(() => {
      if (pressedAt === null || !isGone()) return
      observer.disconnect()
      const from = pressedAt
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.onmessage = () => resolve(performance.now() - from)
        painted.port2.postMessage(null)
      })
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}
