import type { Answer, Args, EventName, Events, KioskBridge, RequestName } from '../core/contract.ts'
import { DeskError } from '../core/errors.ts'

declare global {
  interface Window {
    readonly kiosk: KioskBridge
  }
}

/**
 * Asks the desk. The only other door is `listen`; only stores open either.
 *
 * @throws DeskError with the code the desk answered.
 */
export async function ask<N extends RequestName>(name: N, args: Args<N>): Promise<Answer<N>> {
  const reply = await window.kiosk.request(name, args)
  if (!reply.ok) throw new DeskError(reply.code, reply.message)
  return reply.value
}

/** @returns the unsubscribe */
export function listen<N extends EventName>(
  name: N,
  listener: (event: Events[N]) => void,
): () => void {
  return window.kiosk.on(name, listener)
}
