import type { EpochMs } from './calendarDate.ts'

/** What the data were made of again. */
export type RecoveryBase =
  | { readonly kind: 'backup'; readonly name: string; readonly madeAt: EpochMs }
  /** no backup could be used: the roll comes from the city or an import again */
  | { readonly kind: 'empty' }

/** What was saved, in numbers; no personal data. */
export interface RecoveryReport {
  readonly at: EpochMs
  readonly base: RecoveryBase
  /** newer backups that could not be used, by name */
  readonly ruinedBackups: readonly string[]
  /** name of the folder in `quarantine/`; null: there was nothing to put there */
  readonly quarantine: string | null
  /** the desk's chain goes on in this epoch */
  readonly deviceEpoch: number
  /** acts queued for the city */
  readonly outbox: {
    readonly inBase: number
    /** not in the base, read out of the ruined file */
    readonly fromFile: number
    /** not in the base nor in the file: only the journal had them */
    readonly fromJournal: number
    /** of those, behind a gap: sealed anew */
    readonly resealed: number
    /** gone here, but the city had said that it has them */
    readonly withCity: number
    /** as far as anything that is left tells of them */
    readonly lost: number
  }
  /** who did and looked at what */
  readonly audit: {
    readonly inBase: number
    readonly fromFile: number
    /** read, but behind a gap: they stay in the quarantine */
    readonly leftBehind: number
    /** as far as anything that is left tells of them */
    readonly lost: number
  }
}
