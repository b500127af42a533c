import type { Purpose } from './audit.ts'
import type { EpochMs } from './calendarDate.ts'
import type { DeskErrorCode } from './errors.ts'
import type { Settings } from './settings.ts'
import type { LockReason } from './signIn.ts'
import type { Operator, StaffTile } from './staff.ts'

/** A reader as the clerk should see it; the words and the next step are in renderer/locales. */
export interface ReaderView {
  readonly name: string
  readonly state:
    | 'ready'
    | 'reading'
    /** a card lies there since before we looked: take it off first */
    | 'card-lying'
    /** the card stays on after its verdict */
    | 'card-on'
    | 'error'
  /** the clickable reader of the rehearsal, not a device */
  readonly rehearsal: boolean
}

/** The PC/SC service of the system: pcscd, or Smart Card on Windows. */
export type ServiceState = 'starting' | 'up' | 'down'

export interface ReadersView {
  readonly service: ServiceState
  readonly readers: readonly ReaderView[]
}

/** Standing remarks that stay on screen until their cause is gone. */
export type Notice =
  /** the system keeps no keys: the passphrases alone guard the data, by an administrator's word */
  | 'key-exception'
  /** in the last days the data were made again from a backup or from what could be read */
  | 'data-recovered'
  /** the log of acts and looks is not what was written down of it */
  | 'log-changed'
  /** Electron out of support: rehearsal only */
  | 'rehearsal-runtime'

export type SchoolMode = 'rehearsal' | 'real'

/** What is waited for: the start, or a backup that is put in the place of the data. */
export type OpeningWhy = 'start' | 'restoring'

/** What the frame around every screen shows. Pushed whole at every change; small. */
export type DeskState =
  | { readonly kind: 'opening'; readonly why: OpeningWhy }
  | {
      readonly kind: 'trouble'
      readonly code: DeskErrorCode
      /** the folder to save or to look at; never a person's data */
      readonly place: string
    }
  /** a real school nobody has set up yet */
  | { readonly kind: 'first-run'; readonly keyStore: boolean; readonly settings: Settings }
  /** nobody is signed in: nothing of a pupil is said */
  | {
      readonly kind: 'locked'
      readonly mode: SchoolMode
      readonly why: LockReason
      readonly people: readonly StaffTile[]
      /** who was at the desk; null: nobody, or it was handed over */
      readonly last: string | null
      /** the card that lies there or just lay there; null: none */
      readonly card: 'other' | { readonly operatorId: string } | null
      /** no PIN is taken from anybody any more: the recovery sheet opens */
      readonly sheetNeeded: boolean
      readonly readers: ReadersView
      readonly clock: ClockView
      readonly notices: readonly Notice[]
      readonly settings: Settings
    }
  | {
      readonly kind: 'open'
      /** of this sign-in; the preload sends it with each request (hardening.md E26) */
      readonly session: string
      readonly operator: Operator
      readonly purpose: Purpose
      /** one person is administrator and supervisor: 单人办理 */
      readonly alone: boolean
      /** who may be asked for a second PIN */
      readonly people: readonly StaffTile[]
      readonly mode: SchoolMode
      readonly schoolName: string
      readonly students: number
      readonly readers: ReadersView
      /** null: no roll yet */
      readonly data: { readonly version: number; readonly asOf: EpochMs } | null
      /** outbox rows the city has not got yet */
      readonly waiting: number
      readonly clock: ClockView
      readonly notices: readonly Notice[]
      readonly settings: Settings
    }

export type LockedDesk = Extract<DeskState, { readonly kind: 'locked' }>
export type OpenDesk = Extract<DeskState, { readonly kind: 'open' }>

/** The desk's clock: the page adds `offsetMs` to its own. Only a rehearsal clock is ever off. */
export interface ClockView {
  readonly offsetMs: number
  readonly settable: boolean
}
