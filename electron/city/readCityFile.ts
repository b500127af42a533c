import type { CityDelivery, CityPayment, CityRefusal, CityRow } from '../../core/cityLink.ts'
import { readDeliveryFile } from '../../core/deliveryFile.ts'
import { readPaymentFile } from '../../core/paymentFile.ts'
import { readTable } from '../importing/readTable.ts'

export interface CityFileJob {
  readonly of: 'payments' | 'deliveries'
  readonly bytes: Uint8Array
}

export type CityFileRead =
  | {
      readonly kind: 'payments'
      readonly rows: readonly CityRow<CityPayment>[]
      readonly withoutResult: boolean
    }
  | { readonly kind: 'deliveries'; readonly rows: readonly CityRow<CityDelivery>[] }
  | { readonly kind: 'refused'; readonly why: CityRefusal }

/** What a file of the city says, of the first sheet in which something stands. For a thread. */
export async function readCityFile({ of, bytes }: CityFileJob): Promise<CityFileRead> {
  const read = await readTable(bytes)
  if (read.kind === 'refused') return read
  const file = of === 'payments' ? readPaymentFile(read.table) : readDeliveryFile(read.table)
  if (file.kind === 'no-columns') return { kind: 'refused', why: 'no-columns' }
  return 'withoutResult' in file
    ? { ...file, kind: 'payments' }
    : { kind: 'deliveries', rows: file.rows }
}
