import { setTimeout as sleep } from 'node:timers/promises'
import { OTHER_LIMIT_MS, type OtherNumber } from './reader.ts'

/** The other number of one card, for as long as its reading is being told. */
export interface OtherAsked {
  readonly ask: OtherNumber
  /** nobody may ask from now on; resolves when the card is free again */
  end(): Promise<unknown>
}

/** @param read reads it over the open connection; a card that has left rejects */
export function otherAsked(read: () => Promise<string | null>): OtherAsked {
  let open = true
  let asked: Promise<string | null> | null = null
  return {
    ask() {
      if (asked !== null) return asked
      if (!open) return Promise.resolve(null)
      const limit = sleep(OTHER_LIMIT_MS, null, { ref: false })
      asked = Promise.race([read().catch(() => null), limit])
      return asked
    },
    end() {
      open = false
      return asked ?? Promise.resolve()
    },
  }
}
