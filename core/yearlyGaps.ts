import type { AuditEntry } from './audit.ts'
import { lacksName, isFullLook } from './auditGroups.ts'
import type { EpochMs } from './calendarDate.ts'

/** What the log of the year does not tell, or tells badly: said in the pack before anybody asks. */
export type Gap =
  /** no row at all */
  | { readonly kind: 'empty' }
  /** the first row is later than the time the pack covers */
  | { readonly kind: 'starts-late'; readonly at: EpochMs }
  /** made before that time was over */
  | { readonly kind: 'made-early'; readonly at: EpochMs }
  /** nothing was written for so long: holidays, or a desk that was not used */
  | { readonly kind: 'quiet'; readonly from: EpochMs; readonly to: EpochMs; readonly days: number }
  /** rows that are dated before the row in front of them: the computer's clock was set back */
  | {
      readonly kind: 'clock-back'
      readonly rows: number
      readonly firstSeq: number
      readonly mostMs: number
    }
  /** rows whose text has gone because its time was over */
  | { readonly kind: 'emptied'; readonly rows: number }
  /** a look or act with nobody's name */
  | { readonly kind: 'nobody'; readonly rows: number }
  /** by somebody the desk does not know */
  | { readonly kind: 'unknown-person'; readonly rows: number }
  /** a look at a full record without a reason */
  | { readonly kind: 'no-reason'; readonly rows: number }

const DAY_MS = 24 * 60 * 60 * 1000

/** Winter holidays have four weeks: this is longer than a week off, and shorter than those. */
export const QUIET_DAYS = 14

export interface GapWatch {
  /** each row, in the order of the log */
  see(entry: AuditEntry): void
  found(): readonly Gap[]
}

interface Time {
  readonly from: EpochMs
  readonly to: EpochMs
  readonly madeAt: EpochMs
  readonly emptied: number
}

export function gapWatch(
  { from, to, madeAt, emptied }: Time,
  isKnown: (id: string) => boolean,
): GapWatch {
  const quiet: Gap[] = []
  let first: EpochMs | null = null
  let latest: EpochMs = from
  let back = { rows: 0, firstSeq: 0, mostMs: 0 }
  let nobody = 0
  let unknown = 0
  let noReason = 0

  function silence(until: EpochMs): void {
    const days = Math.floor((until - latest) / DAY_MS)
    if (days >= QUIET_DAYS) quiet.push({ kind: 'quiet', from: latest, to: until, days })
  }

  return {
    see(entry) {
      const { at, seq, operatorId } = entry
      if (first !== null) silence(at)
      if (at < latest)
        back = {
          rows: back.rows + 1,
          firstSeq: back.firstSeq || seq,
          mostMs: Math.max(back.mostMs, latest - at),
        }
      first ??= at
      latest = Math.max(latest, at)
      if (lacksName(entry)) nobody += 1
      if (operatorId !== null && !isKnown(operatorId)) unknown += 1
      if (isFullLook(entry) && entry.reason === null) noReason += 1
    },
    found() {
      const gone = emptied > 0 ? [{ kind: 'emptied', rows: emptied } as const] : []
      if (first === null) return [...gone, { kind: 'empty' }]
      silence(Math.min(to, madeAt))
      return [
        ...gone,
        ...(first - from >= DAY_MS ? [{ kind: 'starts-late', at: first } as const] : []),
        ...(madeAt < to ? [{ kind: 'made-early', at: madeAt } as const] : []),
        ...quiet,
        ...(back.rows > 0 ? [{ kind: 'clock-back', ...back } as const] : []),
        ...(nobody > 0 ? [{ kind: 'nobody', rows: nobody } as const] : []),
        ...(unknown > 0 ? [{ kind: 'unknown-person', rows: unknown } as const] : []),
        ...(noReason > 0 ? [{ kind: 'no-reason', rows: noReason } as const] : []),
      ]
    },
  }
}
