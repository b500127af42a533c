import type { ArrivalView } from '../../core/arrivalList.ts'
import type { ArrivalAnswer } from '../../core/arrivalRequests.ts'

type Received = Extract<ArrivalAnswer, { readonly kind: 'received' }>

/** A list with the line a card came to. null: it has to be fetched, for more of it is another now */
export function lineInView(
  now: ArrivalView | null,
  { line, counts }: Received,
): ArrivalView | null {
  const known = now?.lines.some(({ rowId }) => rowId === line.rowId) === true
  if (now === null || !known || line.left || line.state === 'damaged') return null
  const lines = now.lines.map((one) => (one.rowId === line.rowId ? line : one))
  const deliveries = now.deliveries.map((one) =>
    one.deliveryId === now.deliveryId ? { ...one, arrived: counts.arrived } : one,
  )
  return { ...now, lines, deliveries, counts }
}
