import type { BroughtAnswer } from './care.ts'
import type { FirstRunAnswer, NewSheetAnswer, RecoverySheet, SheetAnswer } from './signIn.ts'

/** What is asked about the recovery sheet: its first print, its use, a new one in its place. */
export interface SheetRequests {
  /** administrator and supervisor of a real school; nothing is written before `firstRun.confirm` */
  'firstRun.begin': {
    readonly args: {
      readonly administrator: FirstPerson
      readonly supervisor: FirstPerson
      /** both are one person: 单人办理 */
      readonly alone: boolean
      /** the system keeps no keys, and the administrator takes that on themselves */
      readonly exception: boolean
    }
    readonly answer: FirstRunAnswer
  }
  /** prints the recovery sheet; false: the person called it off */
  'firstRun.print': { readonly args: null; readonly answer: boolean }
  /** the asked characters of the sheet; false: they are not of it. Then the school is made. */
  'firstRun.confirm': {
    readonly args: { readonly characters: readonly string[] }
    readonly answer: boolean
  }
  /** opens with the recovery sheet: for a person who is there, or a new administrator and supervisor */
  'recovery.open': {
    readonly args: {
      readonly characters: string
      readonly person: { readonly id: string } | { readonly name: string }
      readonly pin: string
    }
    readonly answer: SheetAnswer
  }
  /** on a computer without data: a folder is asked for, the sheet opens it */
  'recovery.bring': {
    readonly args: { readonly characters: string; readonly name: string; readonly pin: string }
    readonly answer: BroughtAnswer | SheetAnswer
  }
  /** a sheet that is to take the place of the present one, which stands until `sheet.confirm` */
  'sheet.make': {
    readonly args: {
      readonly reason: string
      /** somebody may have copied the present one: the backups it opens go with it */
      readonly copied: boolean
    }
    readonly answer: RecoverySheet
  }
  /** false: the person called it off, or there is none */
  'sheet.print': { readonly args: null; readonly answer: boolean }
  /** its asked characters; where they fit it counts, and a backup is made */
  'sheet.confirm': {
    readonly args: { readonly characters: readonly string[] }
    readonly answer: NewSheetAnswer
  }
  /** it is not wanted any more; a lock does the same */
  'sheet.drop': { readonly args: null; readonly answer: null }
}

export interface FirstPerson {
  readonly name: string
  readonly pin: string
}
