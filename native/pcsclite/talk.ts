import type { Session } from './binding.ts'
import { PcscError } from './pcscError.ts'

/**
 * One connection, used by one command at a time. When the card has left, waiting callers learn it
 * at once, although the system may still be busy with their command.
 */
export class Talk {
  readonly #session: Session
  #last: Promise<unknown> = Promise.resolve()
  #over: PcscError | null = null
  #waiting = new Set<(cause: PcscError) => void>()

  constructor(session: Session) {
    this.#session = session
  }

  get protocol(): number {
    return this.#session.protocol
  }

  run<T>(command: (session: Session) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#over) return reject(this.#over)
      this.#waiting.add(reject)
      const turn = this.#last.then(async () => {
        if (this.#over) return
        try {
          resolve(await command(this.#session))
        } catch (error) {
          reject(error)
        } finally {
          this.#waiting.delete(reject)
        }
      })
      this.#last = turn
    })
  }

  /** Ends every command now; the connection itself is closed by `close`. */
  abandon(code: 'RemovedCard' | 'NotConnected'): void {
    this.#over ??= new PcscError('SCardTransmit', code)
    for (const reject of this.#waiting) reject(this.#over)
    this.#waiting.clear()
  }

  /**
   * Closes after the command in flight.
   * @returns false when the system keeps the connection (cards.md 3.5: its slot is lost)
   */
  async close(disposition: number): Promise<boolean> {
    this.abandon('NotConnected')
    await this.#last
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        await this.#session.disconnect(disposition)
        return true
      } catch {
        // Once more: a card that is just being taken away makes the first attempt fail.
      }
    }
    return false
  }
}
