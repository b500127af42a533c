import type { CityPayment, CityRow } from './cityLink.ts'
import type { KeptWhy } from './paymentOutcome.ts'

/** A payment the city told and nothing could be made of: kept, or kept for another reason than before. */
export interface KeepPayment {
  readonly row: CityRow<CityPayment>
  readonly why: KeptWhy
  /** SHA-256 in hex */
  readonly fileDigest: string
  /** null: nobody here is known by it */
  readonly studentId: string | null
}

/** Nothing more is waited for. */
export interface SettlePayment {
  readonly rowId: string
  /** null: it was taken after all */
  readonly reason: string | null
}
