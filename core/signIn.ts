import type { PinRefusal } from './pin.ts'

/** Why the desk is locked. */
export type LockReason =
  | 'start'
  | 'asked'
  | 'idle'
  /** the system went to sleep or locked its own screen */
  | 'system'
  /** to somebody else: nothing is kept for the one who went */
  | 'handed-over'

/** What becomes of a PIN. */
export type PinAnswer =
  | { readonly kind: 'right' }
  /** @property left tries before it takes a wait, or a supervisor */
  | { readonly kind: 'wrong'; readonly left: number; readonly then: 'wait' | 'supervisor' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'needs-supervisor' }
  /** their staff card first */
  | { readonly kind: 'card-first' }
  /** the system's key store is another one or was made anew: the recovery sheet opens */
  | { readonly kind: 'key-store-changed' }
  /** their part of the key file is damaged: a new PIN, or the recovery sheet */
  | { readonly kind: 'key-ruined' }
  /** no longer at this desk, or this PIN was replaced */
  | { readonly kind: 'ended' }

/** What becomes of a new PIN. */
export type NewPinAnswer =
  | { readonly kind: 'set' }
  | { readonly kind: 'refused'; readonly reason: PinRefusal | 'passphrase-needed' }

/** The recovery key as it is printed, once: 24 characters, and the same as a QR square. */
export interface RecoverySheet {
  readonly characters: string
  /** the dark squares of the code, row by row */
  readonly qr: readonly (readonly boolean[])[]
  /** short name of the key, to find the right sheet again */
  readonly fingerprint: string
  /** places (from 1) whose characters are asked for, to see that the sheet is there */
  readonly asked: readonly number[]
}

export type FirstRunAnswer =
  | { readonly kind: 'sheet'; readonly sheet: RecoverySheet }
  | {
      readonly kind: 'pin-refused'
      /** which of the people, from 0 */
      readonly person: number
      readonly reason: PinRefusal | 'passphrase-needed' | 'same-as-other'
    }
  /** the system keeps no keys, and nobody has taken that on themselves yet */
  | { readonly kind: 'exception-needed' }

/** What becomes of the characters of a sheet that is to replace the one before. */
export type NewSheetAnswer =
  | { readonly kind: 'wrong' }
  /** it counts from now on. @property backedUp a backup that it opens was made at once */
  | { readonly kind: 'renewed'; readonly backedUp: boolean }

export type SheetAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'unknown-character'; readonly character: string; readonly at: number }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'wrong-checksum' }
  /** a whole sheet, but of another school, or one that was replaced */
  | { readonly kind: 'wrong-sheet' }
  | { readonly kind: 'ruined' }
  | { readonly kind: 'pin-refused'; readonly reason: PinRefusal | 'passphrase-needed' }
