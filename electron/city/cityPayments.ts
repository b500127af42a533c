import type { CityAnswer, CityPayment } from '../../core/cityLink.ts'
import {
  UNMATCHED_LINES,
  type OutcomeCounts,
  type PaymentLine,
  type PaymentPreview,
  type PaymentsTaken,
  type UnmatchedView,
} from '../../core/cityRequests.ts'
import type { CaseState } from '../../core/case/caseState.ts'
import { DeskError } from '../../core/errors.ts'
import { planPayment } from '../../core/paymentPlan.ts'
import type { PaymentOutcome } from '../../core/paymentOutcome.ts'
import { PREVIEW_LINES } from '../../core/rollRequests.ts'
import { appendAudit } from '../../db/audit.ts'
import { caseOf } from '../../db/cases.ts'
import { settlePayment } from '../../db/cityRowActs.ts'
import { countOpenCityRows, openCityRows, type KeptRow } from '../../db/cityRows.ts'
import { rowOfList } from '../listShown.ts'
import { inSlices } from '../newCards/inSlices.ts'
import { actNow } from '../actParts.ts'
import { nextTurn } from '../nextTurn.ts'
import { chooseCityFile, type CityParts } from './cityParts.ts'
import { fileLink } from './fileLink.ts'
import { countOutcomes, paymentShown } from './paymentShown.ts'
import { takePaymentRow } from './takePayment.ts'
import { whosePayment } from './whosePayment.ts'

/** 缴费对账: what the city tells of payments, looked through and then taken (domain.md 5.4). */
export interface CityPayments {
  open(): Promise<PaymentPreview | null>
  take(): Promise<PaymentsTaken>
  unmatched(): UnmatchedView
  retry(rowIds: readonly string[] | null): Promise<{ counts: OutcomeCounts; view: UnmatchedView }>
  settle(rowId: string, reason: string): UnmatchedView
  /** the desk was locked: what was chosen and not taken is forgotten */
  forget(): void
}

type Told = Extract<CityAnswer<CityPayment>, { readonly kind: 'told' }>

/** Looked through in one turn: a look is some 0.1 ms. */
const AT_ONCE = 50

export function cityPayments(parts: CityParts): CityPayments {
  let working = new AbortController()
  let chosen: Told | null = null

  function begin(): AbortSignal {
    working.abort()
    working = new AbortController()
    chosen = null
    return working.signal
  }

  const progress = (done: number, total: number): void =>
    parts.onProgress({ at: 'payments', done, total, canCallOff: false })

  function stillAsked(signal: AbortSignal): void {
    if (signal.aborted) throw new DeskError('called-off', 'The desk was locked, or it was ended.')
  }

  /** What would become of each, in the order of the file; a second line of a pupil behind the first. */
  async function plan(
    { rows }: Told,
    signal: AbortSignal,
  ): Promise<{ readonly outcomes: readonly PaymentOutcome[]; readonly lines: PaymentLine[] }> {
    const { db } = parts.school().data
    const states = new Map<string, CaseState>()
    const outcomes: PaymentOutcome[] = []
    const lines: PaymentLine[] = []
    const shown = new Map<PaymentOutcome, number>()
    for (const [at, row] of rows.entries()) {
      if (at % AT_ONCE === AT_ONCE - 1) {
        await nextTurn()
        stillAsked(signal)
      }
      const whose = row.kind === 'read' ? whosePayment(db, row.told) : null
      let outcome: PaymentOutcome = 'unreadable'
      if (row.kind === 'read' && whose?.kind === 'pupil') {
        const { studentId } = whose
        const { cityNo, on, fen, result } = row.told
        const told = { orderId: `line ${row.line}`, studentId, cityNo, on, fen, result }
        const planned = planPayment(states.get(studentId) ?? caseOf(db, studentId), told)
        states.set(studentId, planned.state)
        outcome = planned.outcome
      } else if (whose !== null && whose.kind !== 'pupil') outcome = whose.kind
      outcomes.push(outcome)
      const n = (shown.get(outcome) ?? 0) + 1
      shown.set(outcome, n)
      if (n > PREVIEW_LINES) continue
      const studentId = whose?.kind === 'pupil' ? whose.studentId : null
      const trouble = row.kind === 'unreadable' ? row.why : null
      lines.push({ line: row.line, outcome, trouble, ...paymentShown(db, row, studentId) })
    }
    return { outcomes, lines }
  }

  function auditShown(lines: readonly PaymentLine[]): void {
    const ids = lines.flatMap(({ pupil }) => pupil?.studentId ?? [])
    const row = rowOfList([...new Set(ids)])
    if (row !== null) parts.audit({ ...row, reason: 'payments' })
  }

  function view(): UnmatchedView {
    const { db } = parts.school().data
    const rows = openCityRows(db, UNMATCHED_LINES).map(({ rowId, row, why, at }) => {
      const whose = row.kind === 'read' ? whosePayment(db, row.told) : null
      const studentId = whose?.kind === 'pupil' ? whose.studentId : null
      const canRetry = row.kind === 'read'
      return { rowId, why, at, canRetry, ...paymentShown(db, row, studentId) }
    })
    return { rows, total: countOpenCityRows(db) }
  }

  /** @returns what became of each, as far as whoever asked stayed at the desk */
  async function takeEach(
    all: readonly Pick<KeptRow, 'row' | 'fileDigest'>[],
  ): Promise<readonly PaymentOutcome[]> {
    const by = parts.operator().id
    const outcomes: PaymentOutcome[] = []
    try {
      await inSlices(
        parts.school().data.db,
        'The payments were not taken',
        all,
        ({ row, fileDigest }) => {
          outcomes.push(takePaymentRow(parts, row, fileDigest))
          if (outcomes.length % AT_ONCE === 0) progress(outcomes.length, all.length)
        },
        () => parts.moment().operatorId !== by,
      )
    } finally {
      parts.onProgress(null)
      parts.onStored(parts.school())
    }
    return outcomes
  }

  return {
    async open() {
      const signal = begin()
      const file = await chooseCityFile(parts.hands)
      stillAsked(signal)
      if (file === null || 'kind' in file) return file
      parts.onProgress({ at: 'reading', done: 0, total: null, canCallOff: true })
      try {
        const told = await fileLink(parts.work, file, signal).payments()
        stillAsked(signal)
        if (told.kind === 'refused') return told
        await parts.settled()
        const { outcomes, lines } = await plan(told, signal)
        stillAsked(signal)
        auditShown(lines)
        chosen = told
        const { rows, withoutResult, source } = told
        return {
          ...{ kind: 'preview', fileName: source.name, rows: rows.length, lines, withoutResult },
          counts: countOutcomes(outcomes),
        }
      } finally {
        if (!signal.aborted) parts.onProgress(null)
      }
    },
    async take() {
      const told = chosen
      chosen = null
      if (told === null) return { kind: 'refused', why: 'nothing-chosen' }
      await parts.settled()
      const { rows, source } = told
      const about = `${source.digest.slice(0, 12)} ${rows.length}`
      const file = { kind: 'city-file-taken', studentId: null, about, reason: null } as const
      appendAudit(parts.school().data.db, file, parts.moment())
      const all = rows.map((row) => ({ row, fileDigest: source.digest }))
      const outcomes = await takeEach(all)
      const left = rows.length - outcomes.length
      return { kind: 'taken', counts: countOutcomes(outcomes), left }
    },
    unmatched() {
      const shown = view()
      const ids = shown.rows.flatMap(({ pupil }) => pupil?.studentId ?? [])
      const row = rowOfList([...new Set(ids)])
      if (row !== null) parts.audit({ ...row, reason: 'payments' })
      return shown
    },
    async retry(rowIds) {
      await parts.settled()
      const { db } = parts.school().data
      const all = openCityRows(db).filter(
        ({ rowId, row }) => row.kind === 'read' && (rowIds === null || rowIds.includes(rowId)),
      )
      const outcomes = await takeEach(all)
      return { counts: countOutcomes(outcomes), view: view() }
    },
    settle(rowId, reason) {
      settlePayment(parts.school().data.db, { ...actNow(parts), command: { rowId, reason } })
      parts.onStored(parts.school())
      return view()
    },
    forget() {
      begin()
    },
  }
}
