import { setTimeout as sleep } from 'node:timers/promises'
import { NFC, type Reader } from 'nfc-pcsc'
import type { EpochMs } from '../core/calendarDate.ts'
import { attend } from './device.ts'
import type { Binding } from './pcsclite/binding.ts'
import { bindingInUse, withBinding } from './pcsclite/bindingInUse.ts'
import type { ServiceChange } from './pcsclite/pcsclite.ts'
import type { CardReaders, ReaderEvent } from './reader.ts'
import { Seat } from './seat.ts'

export interface PcscOptions {
  readonly now: () => EpochMs
  /** the system's PC/SC when not given */
  readonly binding?: Binding
}

/** A mute card may hold its connection for as long as it lies there: `stop` does not wait for it. */
const CLOSING_MS = 500

/** The real readers: nfc-pcsc over the stand-in for its binding. */
export function createPcscReaders({ now, binding = bindingInUse() }: PcscOptions): CardReaders {
  let stop = (): Promise<void> => Promise.resolve()

  return {
    start(listener) {
      void stop()
      let stopped = false
      const tell = (event: ReaderEvent): void => {
        if (!stopped) listener(event)
      }
      const nfc = withBinding(binding, () => new NFC())
      nfc.pcsc.on('service', (change: ServiceChange) => tell({ kind: 'service', ...change }))
      nfc.on('reader', (device: Reader) => attend(device, new Seat(device.name, now, tell)))
      // Told already, as the service's state; without a listener the emitter would throw.
      nfc.on('error', () => undefined)
      stop = () => {
        stopped = true
        nfc.close()
        return Promise.race([nfc.pcsc.idle(), sleep(CLOSING_MS, undefined, { ref: false })])
      }
    },

    stop: () => stop(),
  }
}
