import type {
  CityRequests,
  OutcomeCounts,
  PaymentLine,
  PaymentPreview,
  PaymentsTaken,
  UnmatchedRow,
} from '../../core/cityRequests.ts'
import { PAYMENT_OUTCOMES, type PaymentOutcome } from '../../core/paymentOutcome.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { MONDAY } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'

const ON = '2026-10-12' as CalendarDate

export function counts(part: Partial<OutcomeCounts> = {}): OutcomeCounts {
  const none = Object.fromEntries(PAYMENT_OUTCOMES.map((one) => [one, 0]))
  return { ...(none as Record<PaymentOutcome, number>), ...part }
}

const pupil = (n: number, name: string) => ({
  pupil: { studentId: `p-${n}`, name, className: '三年级2班' },
  educationIdTail: `000${n}`,
})

export const paymentLine = (part: Partial<PaymentLine> = {}): PaymentLine => ({
  ...{ line: 2, outcome: 'begins', trouble: null, cityNoTail: '0931', fen: 1500 },
  ...{ on: ON, result: 'paid', ...pupil(1, '王小明') },
  ...part,
})

const LINES: readonly PaymentLine[] = [
  paymentLine(),
  paymentLine({ line: 3, outcome: 'confirmed', ...pupil(2, '李雷'), cityNoTail: '0932' }),
  paymentLine({ line: 4, outcome: 'told-already', ...pupil(3, '韩梅梅'), cityNoTail: '0933' }),
  paymentLine({ line: 5, outcome: 'refund-due', ...pupil(1, '王小明'), cityNoTail: '0934' }),
  paymentLine({ line: 6, outcome: 'amount-differs', ...pupil(4, '赵一诺'), fen: 2000 }),
  paymentLine({ line: 7, outcome: 'nobody', pupil: null, educationIdTail: '9876' }),
  paymentLine({ line: 8, outcome: 'no-application', ...pupil(5, '孙悦'), cityNoTail: null }),
  paymentLine({
    ...{ line: 9, outcome: 'unreadable', trouble: 'date-unknown', pupil: null },
    ...{ educationIdTail: '0009', fen: null, on: null, result: null },
  }),
]

export const unmatchedRow = (n: number, part: Partial<UnmatchedRow> = {}): UnmatchedRow => ({
  ...{ rowId: String(n).repeat(64).slice(0, 64), why: 'no-application', at: MONDAY },
  ...{ canRetry: true, cityNoTail: '0931', fen: 1500, on: ON, result: 'paid' },
  ...pupil(n, '孙悦'),
  ...part,
})

/** A file of payments, and what was left of the last one. */
export class FakeCity {
  preview: PaymentPreview | null = {
    ...{ kind: 'preview', fileName: '缴费对账 10月12日.xlsx', rows: LINES.length, lines: LINES },
    counts: counts(Object.fromEntries(LINES.map(({ outcome }) => [outcome, 1]))),
    withoutResult: false,
  }
  taken: PaymentsTaken = {
    kind: 'taken',
    counts: counts({ begins: 1, confirmed: 1, 'told-already': 1, 'refund-due': 1, nobody: 1 }),
    left: 0,
  }
  rows: readonly UnmatchedRow[] = [
    unmatchedRow(1),
    unmatchedRow(2, { why: 'nobody', pupil: null, educationIdTail: '9876' }),
    unmatchedRow(3, {
      ...{ why: 'date-unknown', canRetry: false, pupil: null, educationIdTail: '0009' },
      ...{ fen: null, on: null, result: null },
    }),
  ]
  retried: OutcomeCounts = counts({ begins: 1 })

  readonly #view = () => ({ rows: this.rows, total: this.rows.length })

  readonly handlers: Pick<Handlers, keyof CityRequests> = {
    'city.open': () => this.preview,
    'city.take': () => this.taken,
    'city.unmatched': this.#view,
    'city.retry': ({ rowIds }) => {
      this.rows = this.rows.filter((row) => !row.canRetry || rowIds?.includes(row.rowId) === false)
      return { counts: this.retried, view: this.#view() }
    },
    'city.settle': ({ rowId }) => {
      this.rows = this.rows.filter((row) => row.rowId !== rowId)
      return this.#view()
    },
  }
}
