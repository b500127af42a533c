/**
 * The port to the system's PC/SC. Implemented by pcscMini.ts, and by a script in the tests.
 * Nothing here may block the JavaScript thread.
 */
export interface Binding {
  /**
   * Looks for the service in a background thread and begins to watch all readers.
   * Rejects when the service is not there. Never throws.
   */
  watch(listener: WatchListener): Promise<Watch>
}

export interface WatchListener {
  /**
   * The state bits (SCARD_STATE_…) of a reader changed. The first call for a name means: it is
   * there. UNKNOWN or UNAVAILABLE mean: it is gone. The upper 16 bits count the cards that came
   * and left, where the system counts them (pcsc-lite, Windows): so a card that was taken out and
   * put in again between two looks can be seen. All zero elsewhere.
   */
  status(reader: string, state: number): void
  /** Events were dropped: what is known of the readers is old. The watch goes on. */
  overflowed(): void
  /** The watch is dead, its sessions too. Nothing comes after. */
  lost(cause: unknown): void
}

export interface Watch {
  /** Rejects with an error whose `code` is one of PcscCode where the system gave one. */
  connect(reader: string, shareMode: number, protocol: number): Promise<Session>
  /** No event comes after it; its sessions live on until they are closed. Never throws. */
  stop(): void
}

/** One connection to one card. One command at a time: the caller waits for each promise. */
export interface Session {
  readonly protocol: number
  /** The ATR as the system holds it: a change event's own is wrong (cards.md 3.6). */
  atr(): Promise<Uint8Array>
  transmit(command: Uint8Array, protocol: number): Promise<Uint8Array>
  control(code: number, data: Uint8Array): Promise<Uint8Array>
  /** Rejects when the system keeps the connection: its slot is then lost until a new watch. */
  disconnect(disposition: number): Promise<void>
}

/** The system's errors this project tells apart; others may come. */
export type PcscCode =
  | 'NoService'
  | 'ServiceStopped'
  | 'RemovedCard'
  | 'ResetCard'
  | 'NoSmartCard'
  | 'UnresponsiveCard'
  | 'UnpoweredCard'
  | 'UnsupportedCard'
  | 'NotTransacted'
  | 'CommError'
  | 'CommDataLost'
  | 'SharingViolation'
  | 'ProtoMismatch'
  | 'Timeout'
  | 'ReaderUnavailable'
  | 'UnknownReader'
  | 'TooManyCardConnections'
