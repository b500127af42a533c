import { AUDIT_KINDS, type AuditEntry, type AuditKind } from './audit.ts'
import { addDays, beijingDate, type EpochMs } from './calendarDate.ts'

/** How many rows of each kind. */
export type Counts = Readonly<Record<AuditKind, number>>

export interface MonthYear {
  /** YYYY-MM in Beijing */
  readonly month: string
  readonly counts: Counts
}

export interface Counting {
  add(kind: AuditKind): void
  counts(): Counts
}

export function counting(): Counting {
  const counts = Object.fromEntries(AUDIT_KINDS.map((kind) => [kind, 0])) as Record<
    AuditKind,
    number
  >
  return {
    add(kind) {
      counts[kind] += 1
    },
    counts: () => counts,
  }
}

/** The months of Beijing between two instants, the second one not included; at least the first. */
export function monthsBetween(from: EpochMs, to: EpochMs): readonly string[] {
  const months: string[] = []
  const last = monthOf(Math.max(from, to - 1))
  for (let month = monthOf(from); month <= last; month = monthAfter(month)) months.push(month)
  return months
}

export function monthOf(at: EpochMs): string {
  return beijingDate(at).slice(0, 7)
}

function monthAfter(month: string): string {
  const inNext = addDays(`${month}-28` as ReturnType<typeof beijingDate>, 4)
  return inNext.slice(0, 7)
}

/** Counts by month; a row of another month (a clock that was wrong) gets a line of its own. */
export function perMonth(months: readonly string[]): {
  add(entry: Pick<AuditEntry, 'at' | 'kind'>): void
  months(): readonly MonthYear[]
} {
  const each = new Map(months.map((month) => [month, counting()]))
  return {
    add({ at, kind }) {
      const month = monthOf(at)
      const counted = each.get(month) ?? counting()
      each.set(month, counted)
      counted.add(kind)
    },
    months: () =>
      [...each]
        .map(([month, counted]) => ({ month, counts: counted.counts() }))
        .toSorted((a, b) => a.month.localeCompare(b.month)),
  }
}
