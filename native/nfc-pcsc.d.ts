/** The part of nfc-pcsc 0.8.1 this project uses; it brings no types of its own. */
declare module 'nfc-pcsc' {
  import type { EventEmitter } from 'node:events'
  import type { CardReader, PCSCLite } from '@pokusew/pcsclite'

  export class NFC extends EventEmitter {
    readonly pcsc: PCSCLite
    close(): void
  }

  /** Emits `card`, `card.off`, `error`, `end`, and a nameless error where it means `error`. */
  export class Reader extends EventEmitter {
    readonly reader: CardReader
    readonly name: string
    autoProcessing: boolean
    /** null: not connected, then `disconnect` throws */
    readonly connection: { readonly protocol: number } | null
    connect(): Promise<unknown>
    disconnect(): Promise<unknown>
    /** Throws when there is no card or connection. */
    transmit(data: Buffer, room: number): Promise<Buffer>
  }
}
