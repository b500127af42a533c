import type { BackupKind } from './backups.ts'
import type { EpochMs } from './calendarDate.ts'
import type { KeyStore } from './keyStore.ts'
import type { BasisState, Ground, SchoolBasis } from './legalBasis.ts'
import type { RecoveryReport } from './recoveryReport.ts'
import type { RetentionClass } from './retention.ts'

/** How the desk's data are cared for: the status page (hardening.md 4). */
export interface CareView {
  readonly backups: readonly BackupLine[]
  /** this long without a backup is said as a warning */
  readonly backupLate: boolean
  /** how often the program ended without closing its data: power cuts, kills */
  readonly uncleanStops: number
  /** where the data lie: bytes that are free; null: the system does not say */
  readonly freeBytes: number | null
  readonly diskLow: boolean
  /** null: the system keeps no keys, or nobody asked it to: in a rehearsal */
  readonly keyStore: KeyStore | null
  readonly keyException: boolean
  /** short name of the recovery sheet's key */
  readonly sheet: string
  readonly folder: string
  /** the last time the data were recovered or restored; null: never */
  readonly recovered: RecoveryReport | null
}

export interface BackupLine {
  readonly name: string
  readonly kind: BackupKind
  readonly madeAt: EpochMs
  /** null: whole */
  readonly fault: 'manifest' | 'database' | null
  readonly bytes: number | null
  readonly students: number | null
  /** which recovery sheet opens it elsewhere: the present one, one before it, none */
  readonly sheet: 'present' | 'former' | 'none'
}

/** This little room left is said: hardening.md 7, disk full. */
export const LOW_DISK_BYTES = 1_000_000_000

export type RestoreAnswer =
  { readonly kind: 'restored' } | { readonly kind: 'wrong-key' } | { readonly kind: 'ruined' }

/** A backup copied into a folder that a person chose. */
export type CopyAnswer =
  /** under this name, read back and the same; `there`: it lay there already, as whole */
  | { readonly kind: 'copied' | 'there'; readonly name: string }
  | { readonly kind: 'called-off' }
  /** it is not whole, or cannot be opened elsewhere: nothing was copied */
  | { readonly kind: 'ruined' }
  /** the stick gives back something else than was written, or fails: nothing is left on it */
  | { readonly kind: 'stick-failed' }

/** A backup brought to a computer without data, opened with the recovery sheet. */
export type BroughtAnswer =
  | RestoreAnswer
  | { readonly kind: 'called-off' }
  | { readonly kind: 'occupied' }
  | { readonly kind: 'wrong-sheet' }

/** Files that left the desk, into a folder that a person chose. */
export type SavedFiles =
  { readonly kind: 'saved'; readonly names: readonly string[] } | { readonly kind: 'called-off' }

export interface PrivacyView {
  readonly basis: SchoolBasis | null
  /** number of the processing-rules text in force */
  readonly rulesVersion: number
  /** pupils on the roll without a basis, at most 100 counted */
  readonly withoutBasis: number
  readonly retention: readonly RetentionLine[]
  /** the clock and the roll do not go together: nothing is deleted */
  readonly clockRefused: boolean
}

export interface RetentionLine {
  readonly of: RetentionClass
  readonly months: number
  readonly least: number
  readonly most: number
  /** rows whose time is over */
  readonly due: number
  /** of those that the city has not got yet, or has refused: they stay */
  readonly held: number
  readonly lastRun: { readonly at: EpochMs; readonly deleted: number } | null
}

export type { BasisState, Ground }
