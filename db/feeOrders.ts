import type { CalendarDate } from '../core/calendarDate.ts'
import type { Channel, FeeOrder, OrderState } from '../core/case/feeOrder.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

interface OrderRow extends Omit<FeeOrder, 'state' | 'fee' | 'channel' | 'paidOn'> {
  readonly state: string
  readonly version: number
  readonly fen: number
  readonly basis: string
  readonly channel: string
  readonly paidOn: string | null
}

const COLUMNS = `order_id AS orderId, application_id AS applicationId, student_id AS studentId, state,
  state_at AS stateAt, fee_version AS version, fee_fen AS fen, fee_basis AS basis, channel, opened_at AS openedAt,
  opened_by AS openedBy, paid_on AS paidOn, city_no AS cityNo, refund_no AS refundNo`

/** All orders of a pupil, oldest first. */
export function feeOrdersOf(db: Database, studentId: string): readonly FeeOrder[] {
  return reading('The orders were not looked up', () =>
    prepared<[string], OrderRow>(
      db,
      `SELECT ${COLUMNS} FROM fee_order WHERE student_id = ? ORDER BY opened_at, order_id`,
    )
      .all(studentId)
      .map(orderOf),
  )
}

/** The CHECKs of the table hold `state` and `channel`. */
function orderOf({ version, fen, basis, ...row }: OrderRow): FeeOrder {
  return {
    ...row,
    state: row.state as OrderState,
    channel: row.channel as Channel,
    paidOn: row.paidOn as CalendarDate | null,
    fee: { version, fen, basis },
  }
}

/** As it is now. Inside a transaction. */
export function storeFeeOrder(db: Database, order: FeeOrder): void {
  const { orderId, applicationId, studentId, state, stateAt, fee, channel } = order
  const { openedAt, openedBy, paidOn, cityNo, refundNo } = order
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO fee_order (order_id, application_id, student_id, state, state_at, fee_version, fee_fen, fee_basis,
                            channel, opened_at, opened_by, paid_on, city_no, refund_no)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_id) DO UPDATE SET state = excluded.state, state_at = excluded.state_at,
       paid_on = excluded.paid_on, city_no = excluded.city_no, refund_no = excluded.refund_no`,
  ).run(
    ...[orderId, applicationId, studentId, state, stateAt, fee.version, fee.fen, fee.basis],
    ...[channel, openedAt, openedBy, paidOn, cityNo, refundNo],
  )
}
