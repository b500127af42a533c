import type { BindingRefusal } from './binding.ts'
import type {
  CardField,
  Mapping,
  RollField as FileField,
  PrivateColumn,
} from './rollFileColumns.ts'
import type { RowTrouble } from './rollFileTroubles.ts'
import type { SheetName, TableRefusal, TableRemark } from './rollFileTable.ts'
import type { RollField, RollRefusal } from './rollChange.ts'
import type { Missing } from './rollDifference.ts'
import type { RollChangeLine } from './rollShown.ts'
import type { Enrolment } from './student.ts'

/** Which sort of file a school has at hand. */
export type FileKind = 'roll' | 'cards'

/** The roll as its screen shows it: counts, and what was done with it. */
export interface RollView {
  /** null: the desk has no school yet */
  readonly schoolName: string | null
  readonly classes: number
  /** without who left */
  readonly pupils: number
  readonly withPhoto: number
  readonly bound: number
  /** newest first */
  readonly changes: readonly (RollChangeLine & { readonly by: string | null })[]
  /** the change that can be taken back: the newest one that stands; null: none */
  readonly undoable: string | null
}

/** Why a file is not read; the words and the next step are in renderer/locales. */
export type FileRefusal =
  | TableRefusal
  | 'no-headings' // no line has the headings of what must be there
  | 'too-long' // not read within a minute
  | 'no-files' // a folder without a file
  | 'not-photos' // neither a folder nor a zip
  | 'not-readable' // the disk or the system refuses
  | 'nothing-chosen' // no file was chosen, or the desk was locked since

/** A file that was chosen, before anything of it is taken over. */
export type FileOpened =
  | {
      readonly kind: 'opened'
      readonly of: FileKind
      readonly fileName: string
      /** null: a text file */
      readonly sheet: string | null
      readonly sheets: readonly SheetName[]
      readonly headings: readonly string[]
      /** the first lines below them, as they stand there; of private columns nothing */
      readonly sample: readonly (readonly string[])[]
      readonly rows: number
      readonly mapping: Mapping<string>
      /** it is the one of last time */
      readonly remembered: boolean
      readonly ignored: readonly { readonly heading: string; readonly why: PrivateColumn }[]
      readonly remarks: readonly TableRemark[]
    }
  | { readonly kind: 'refused'; readonly why: FileRefusal }

/** One pupil in the difference between file and roll. */
export type PreviewLine =
  | { readonly kind: 'new'; readonly line: number; readonly pupil: PreviewPupil }
  | {
      readonly kind: 'changed'
      readonly line: number
      readonly pupil: PreviewPupil
      readonly before: PreviewPupil
      readonly fields: readonly RollField[]
    }
  | { readonly kind: 'gone'; readonly pupil: PreviewPupil }
  | {
      readonly kind: 'same-name'
      readonly line: number
      readonly pupil: PreviewPupil
      readonly other: PreviewPupil
    }

export interface PreviewPupil {
  readonly name: string
  readonly educationIdTail: string
  readonly className: string | null
  readonly sex: 'female' | 'male'
  readonly enrolment: Enrolment['kind']
}

export interface RollPreview {
  readonly kind: 'preview'
  readonly counts: {
    readonly new: number
    readonly changed: number
    readonly gone: number
    readonly same: number
    readonly sameName: number
    /** lines of the file that cannot be used */
    readonly broken: number
  }
  /** at most PREVIEW_LINES of each kind */
  readonly lines: readonly PreviewLine[]
  /** at most PREVIEW_LINES; `troubleCount` are all */
  readonly troubles: readonly RowTrouble<FileField | CardField>[]
  readonly troubleCount: number
  readonly classesOpened: readonly string[]
  readonly otherClasses: number
  readonly missing: Missing
}

export const PREVIEW_LINES = 200

export type PreviewAnswer = RollPreview | { readonly kind: 'refused'; readonly why: FileRefusal }

export type RollTakenAnswer =
  | { readonly kind: 'taken'; readonly changeId: string }
  | {
      readonly kind: 'refused'
      readonly why:
        RollRefusal | 'nothing-chosen' | 'nothing-to-do' | 'broken-lines' | 'school-name-missing'
    }

export type CardsTakenAnswer =
  /** less than was shown where a card was bound meanwhile, or the desk was locked */
  | { readonly kind: 'taken'; readonly bound: number }
  | { readonly kind: 'refused'; readonly why: 'nothing-chosen' | 'nothing-to-do' }

export type RollUndoneAnswer =
  | { readonly kind: 'undone'; readonly kept: number }
  | { readonly kind: 'refused'; readonly why: RollRefusal | 'not-the-newest' | 'gone' }

/** A card file held against the roll and the cards. */
export interface CardFilePreview {
  readonly kind: 'preview'
  readonly fits: number
  /** bound like this already */
  readonly same: number
  readonly troubles: readonly CardRowTrouble[]
  readonly troubleCount: number
}

/** Why a line of a card file binds nothing. */
export type CardRowTrouble =
  | { readonly line: number; readonly kind: 'file'; readonly trouble: RowTrouble<CardField> }
  | {
      readonly line: number
      readonly kind: 'refused'
      readonly why: BindingRefusal
    }

export type CardFileAnswer =
  CardFilePreview | { readonly kind: 'refused'; readonly why: FileRefusal }

/** What is wrong with a photo file, or with what it is called. */
export type PhotoFault =
  | 'too-small'
  | 'wrong-shape'
  | 'too-large'
  | 'not-a-picture'
  | 'no-education-id'
  | 'twice'
  | 'link'
  | 'unreadable'
  | 'nobodys'

export interface PhotosPreview {
  readonly kind: 'preview'
  /** photos that become somebody's */
  readonly fits: number
  /** of these, in place of another one */
  readonly replaces: number
  readonly same: number
  /** pupils who have none, then */
  readonly without: number
  readonly faults: readonly { readonly fault: PhotoFault; readonly count: number }[]
  /** of pupils of the school: whose photo is not good */
  readonly lines: readonly { readonly pupil: PreviewPupil; readonly fault: PhotoFault }[]
}

export type PhotosAnswer =
  PhotosPreview | { readonly kind: 'refused'; readonly why: FileRefusal | 'called-off' }

/** What a long work is at; pushed while it lasts. */
export interface RollProgress {
  readonly at: 'reading' | 'comparing' | 'storing' | 'index' | 'photos' | 'cards' | 'payments'
  readonly done: number
  /** null: not known */
  readonly total: number | null
  /** it can be called off without a trace */
  readonly canCallOff: boolean
}

/** What is asked about the roll, the photos and the cards a school brings in files. */
export interface RollRequests {
  'roll.view': { readonly args: null; readonly answer: RollView }
  /** a file is asked for; null: called off */
  'roll.open': { readonly args: { readonly of: FileKind }; readonly answer: FileOpened | null }
  /** another sheet of the same file */
  'roll.sheet': { readonly args: { readonly sheet: string }; readonly answer: FileOpened }
  'roll.preview': {
    readonly args: {
      readonly mapping: Mapping<FileField>
      readonly missing: Missing
    }
    readonly answer: PreviewAnswer
  }
  /** all of it or nothing */
  'roll.take': {
    readonly args: {
      /** lines that cannot be used are left out: somebody has seen them */
      readonly withoutBroken: boolean
      /** of a desk that has no school yet */
      readonly schoolName: string | null
    }
    readonly answer: RollTakenAnswer
  }
  'roll.undo': { readonly args: { readonly changeId: string }; readonly answer: RollUndoneAnswer }
  'cards.preview': {
    readonly args: { readonly mapping: Mapping<CardField> }
    readonly answer: CardFileAnswer
  }
  'cards.take': { readonly args: null; readonly answer: CardsTakenAnswer }
  /** a folder or a zip of photos is asked for, and looked through; null: called off */
  'photos.open': {
    readonly args: { readonly from: 'folder' | 'zip' }
    readonly answer: PhotosAnswer | null
  }
  'photos.take': { readonly args: null; readonly answer: RollTakenAnswer }
  /** what is being read or compared ends without a trace */
  'roll.callOff': { readonly args: null; readonly answer: null }
}
