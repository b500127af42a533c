import type { CalendarDate } from '../calendarDate.ts'

/** 补卡费 as it was when an order was made: a later price changes no order. */
export interface Fee {
  /** of the rule, 1, 2, … */
  readonly version: number
  /** whole 分; 0: waived */
  readonly fen: number
  /** the paper it is taken by */
  readonly basis: string
}

interface FeeRule extends Fee {
  readonly from: CalendarDate
}

/** 15 元, by the paper the notice names (shared/seeds, section 2). */
const FEE_RULES: readonly [FeeRule, ...FeeRule[]] = [
  { version: 1, fen: 1500, basis: '京发改[2007]623号', from: '2007-01-01' as CalendarDate },
]

/** The fee of an application made on this day. */
export function feeOn(date: CalendarDate): Fee {
  const { version, fen, basis } = FEE_RULES.findLast(({ from }) => from <= date) ?? FEE_RULES[0]
  return { version, fen, basis }
}

export const waived = (fee: Fee): Fee => ({ ...fee, fen: 0 })
