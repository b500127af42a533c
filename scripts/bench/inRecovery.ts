import type { KioskBridge } from '../../core/contract.ts'
import type { DeskState } from '../../core/deskState.ts'

/* Functions that run in the page: sent there as text, so each stands for itself. */

declare const window: {
  readonly kiosk: KioskBridge
  benchPainted?: Promise<{ readonly tapId: string | null; readonly paintedAt: number }>
}

/** In a page that is only being made: when its first verdict has been painted. */
export function noteFirstVerdict(): void {
  window.benchPainted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const verdict = document.querySelector('[data-test="verdict"]')
      if (verdict === null) return
      observer.disconnect()
      const tapId = verdict.getAttribute('data-tap-id')
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          resolve({ tapId, paintedAt: performance.timeOrigin + performance.now() }),
        ),
      )
    })
    observer.observe(document, { subtree: true, childList: true })
  })
}

/**
 * Waits until the desk says that real readers are ready, or that there is no service for them.
 * @returns when that was painted, by the steady clock
 */
export function realReaders(wanted: 'ready' | 'none'): Promise<number> {
  return new Promise((resolve) => {
    const look = (state: DeskState): void => {
      if (state.kind !== 'open') return
      const { service, readers } = state.readers
      const ready = readers.some((one) => !one.rehearsal && one.state === 'ready')
      if (wanted === 'ready' ? !ready : ready || service !== 'down') return
      stop()
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
      )
    }
    const stop = window.kiosk.on('desk.state', look)
    void window.kiosk.request('desk.state', null).then((reply) => {
      if (reply.ok) look(reply.value)
    })
  })
}
