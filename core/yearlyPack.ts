import type { AuditHead, AuditKind, Purpose } from './audit.ts'
import type { FullLookKind } from './auditGroups.ts'
import type { EpochMs } from './calendarDate.ts'
import type { BasisState, Ground } from './legalBasis.ts'
import type { LookReason } from './lookReason.ts'
import type { RetentionClass } from './retention.ts'
import type { Role } from './staff.ts'
import type { Counts, MonthYear } from './yearlyCounts.ts'
import type { Gap } from './yearlyGaps.ts'

/**
 * The yearly compliance audit of minors' data (Regulations on the Protection of Minors in Cyberspace,
 * art. 37; the access records are those of art. 36), as far as this desk can speak for itself.
 *
 * Least data: no pupil is named and no pupil's id leaves the desk. A look at a full record is listed with
 * the number of its row, by which whoever may read the log finds the pupil, and with an ordinal that is
 * good in this pack alone, so that an auditor sees the same pupil looked up again and again.
 */
export interface YearlyPack {
  readonly school: string
  /** the time it covers: from the first instant of a day to the first instant after the last one */
  readonly from: EpochMs
  readonly to: EpochMs
  readonly madeAt: EpochMs
  readonly madeBy: string
  /** pupils on the roll when it was made */
  readonly pupils: number
  /** rows of the log in that time */
  readonly rows: number
  readonly total: Counts
  /** everybody of the desk, who looked most first; the last may be nobody, with an empty name */
  readonly people: readonly PersonYear[]
  readonly months: readonly MonthYear[]
  readonly reasons: readonly ReasonYear[]
  /** looks by what the shift was for */
  readonly purposes: Readonly<Record<Purpose | 'none', number>>
  readonly fullLooks: readonly FullLook[]
  readonly departures: readonly Happened[]
  /** 单人办理 */
  readonly alone: readonly Happened[]
  readonly retention: readonly RetentionYear[]
  /** null: the school has recorded nothing yet */
  readonly basis: BasisYear | null
  readonly log: LogState
  readonly gaps: readonly Gap[]
}

/** Somebody of the desk, also one who has left it. */
export interface PersonOfDesk {
  readonly name: string
  readonly roles: readonly Role[]
}

export interface PersonYear extends PersonOfDesk {
  readonly counts: Counts
  /** marks of 单人办理 */
  readonly alone: number
}

/** `other`: not one of the four; the words themselves are not repeated, they may name somebody. */
export type ReasonGiven = LookReason | 'other' | 'none'

export const REASONS_GIVEN = [
  'parent-asks',
  'transfer',
  'exam',
  'card',
  'other',
  'none',
] as const satisfies readonly ReasonGiven[]

/** Of one person, the looks at full records by reason. */
export interface ReasonYear {
  readonly name: string
  readonly kind: FullLookKind
  readonly byReason: Readonly<Record<ReasonGiven, number>>
}

/** A row of the log that is listed by itself. `name` is empty where nobody was signed in. */
export interface Happened {
  readonly seq: number
  readonly at: EpochMs
  readonly name: string
  readonly kind: AuditKind
}

export interface FullLook extends Happened {
  readonly kind: FullLookKind
  /** 1… in order of their first look; null: the row names no pupil */
  readonly pupil: number | null
  readonly reason: ReasonGiven
  readonly purpose: Purpose | null
}

/** How long one class of data is kept, and what went in that time. */
export interface RetentionYear {
  /** `pupil`: one pupil, by hand */
  readonly dataClass: RetentionClass | 'pupil'
  /** null: no time is set, it is done by hand */
  readonly months: number | null
  /** rows that went, and in how many runs */
  readonly deleted: number
  readonly runs: number
}

/** By what right pupils' data are kept, when the pack was made. */
export interface BasisYear {
  readonly ground: Ground
  readonly rulesVersion: number
  readonly recordedAt: EpochMs
  /** how many of the roll stand where */
  readonly pupils: Readonly<Record<BasisState['kind'], number>>
}

/** Is the whole log whole, and what is written down of it elsewhere? As db/auditCheck.ts and electron/auditAnchor.ts say. */
export interface LogState {
  readonly check:
    | { readonly kind: 'ok'; readonly rows: number }
    | {
        readonly kind: 'broken'
        readonly why: 'altered' | 'deleted' | 'reordered' | 'truncated' | 'restamped' | 'added'
        readonly seq: number
      }
  readonly head: AuditHead
  readonly anchor: 'fits' | 'missing' | 'ruined' | 'truncated' | 'restamped'
}
