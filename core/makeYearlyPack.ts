import { isAlone, ownReason } from './alone.ts'
import type { AuditEntry, AuditKind } from './audit.ts'
import { FULL_LOOK_KINDS, GROUP_OF, isFullLook, type AuditGroup } from './auditGroups.ts'
import { LOOK_REASONS } from './lookReason.ts'
import { counting, monthsBetween, perMonth, type Counts } from './yearlyCounts.ts'
import { gapWatch } from './yearlyGaps.ts'
import type { FullLook, Happened, PersonOfDesk, ReasonGiven, YearlyPack } from './yearlyPack.ts'

/** What the pack says besides the log. */
type Given =
  'school' | 'from' | 'to' | 'madeAt' | 'madeBy' | 'pupils' | 'retention' | 'basis' | 'log'

export interface YearlyFacts extends Pick<YearlyPack, Given> {
  /** operator id → who they are, with all who ever were */
  readonly people: ReadonlyMap<string, PersonOfDesk>
  /** of that time, in the order of the log; gone through once and not kept */
  readonly entries: Iterable<AuditEntry>
  /** rows of that time whose text has gone by retention: they are not among `entries` */
  readonly emptied: number
}

/** Goes through the year once and counts. */
export function makeYearlyPack({ people, entries, emptied, ...given }: YearlyFacts): YearlyPack {
  const { from, to, madeAt } = given
  const total = counting()
  const months = perMonth(monthsBetween(from, Math.min(to, madeAt)))
  const gaps = gapWatch({ from, to, madeAt, emptied }, (id) => people.has(id))
  const each = new Map<string | null, Person>([...people.keys()].map((id) => [id, nobodyYet()]))
  const purposes = { desk: 0, exam: 0, 'physical-check': 0, competition: 0, none: 0 }
  const ordinals = new Map<string, number>()
  const fullLooks: FullLook[] = []
  const departures: Happened[] = []
  const alone: Happened[] = []
  let rows = 0

  for (const entry of entries) {
    const { kind, purpose, studentId } = entry
    const theirs = each.get(whose(entry)) ?? nobodyYet()
    each.set(whose(entry), theirs)
    const happened = happenedOf(entry, people)
    rows += 1
    for (const counted of [total, theirs.counts]) counted.add(kind)
    months.add(entry)
    gaps.see(entry)
    if (GROUP_OF[kind] === 'look') purposes[purpose ?? 'none'] += 1
    if (GROUP_OF[kind] === 'departure') departures.push(happened)
    if (isAlone(entry.reason)) {
      theirs.alone += 1
      alone.push(happened)
    }
    if (isFullLook(entry)) {
      const reason = reasonGiven(entry.reason)
      theirs.reasons[entry.kind][reason] += 1
      const pupil = ordinal(ordinals, studentId)
      fullLooks.push({ ...happened, kind: entry.kind, pupil, reason, purpose })
    }
  }

  const named = [...each]
    .map(([id, counted]) => ({
      ...personOf(id, people),
      ...counted,
      counts: counted.counts.counts(),
    }))
    .toSorted((a, b) => inLine(a) - inLine(b) || looks(b.counts) - looks(a.counts))
  return {
    ...given,
    ...{ rows, purposes, fullLooks, departures, alone },
    total: total.counts(),
    people: named.map(({ name, roles, counts, alone }) => ({ name, roles, counts, alone })),
    months: months.months(),
    reasons: named.flatMap(({ name, reasons }) =>
      FULL_LOOK_KINDS.map((kind) => ({ name, kind, byReason: reasons[kind] })).filter(
        ({ byReason }) => Object.values(byReason).some((count) => count > 0),
      ),
    ),
    gaps: gaps.found(),
  }
}

/** How many rows belong to a group. */
export function sumOf(counts: Counts, group: AuditGroup): number {
  return (Object.keys(counts) as AuditKind[])
    .filter((kind) => GROUP_OF[kind] === group)
    .reduce((sum, kind) => sum + counts[kind], 0)
}

const looks = (counts: Counts): number => sumOf(counts, 'look')

/** Nobody stands behind those who have a name. */
const inLine = ({ name }: PersonOfDesk): number => (name === '' ? 1 : 0)

const byReason = (): Record<ReasonGiven, number> => ({
  'parent-asks': 0,
  transfer: 0,
  exam: 0,
  card: 0,
  other: 0,
  none: 0,
})

type Person = ReturnType<typeof nobodyYet>

function nobodyYet() {
  return {
    counts: counting(),
    alone: 0,
    reasons: { 'education-id-shown': byReason(), 'history-shown': byReason() },
  }
}

/** A wrong PIN is typed by nobody who is known: it counts for whom it was tried. */
function whose({ kind, about, operatorId }: AuditEntry): string | null {
  return kind === 'pin-wrong' ? about : operatorId
}

/** An id the desk does not know stays as it is: it says nothing, and can be looked for. */
function personOf(id: string | null, people: ReadonlyMap<string, PersonOfDesk>): PersonOfDesk {
  return people.get(id ?? '') ?? { name: id ?? '', roles: [] }
}

function happenedOf(
  { seq, at, kind, operatorId }: AuditEntry,
  people: ReadonlyMap<string, PersonOfDesk>,
): Happened {
  return { seq, at, kind, name: personOf(operatorId, people).name }
}

function reasonGiven(reason: string | null): ReasonGiven {
  const own = ownReason(reason)
  return own === null ? 'none' : (LOOK_REASONS.find((one) => one === own) ?? 'other')
}

function ordinal(ordinals: Map<string, number>, studentId: string | null): number | null {
  if (studentId === null) return null
  const known = ordinals.get(studentId) ?? ordinals.size + 1
  ordinals.set(studentId, known)
  return known
}
