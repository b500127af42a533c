import { bindingInUse } from './bindingInUse.ts'
import { PCSCLite } from './pcsclite.ts'

export type { CardReader } from './cardReader.ts'
export type { PCSCLite } from './pcsclite.ts'

/**
 * The stand-in for @pokusew/pcsclite: same surface (cards.md 3.4), no compiler, no rebuild for
 * each Electron, and it never blocks. nfc-pcsc takes the default export through `require`.
 */
export default function pcsclite(): PCSCLite {
  return new PCSCLite(bindingInUse())
}
