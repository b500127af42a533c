import type { ListSaved } from './listRequests.ts'
import type { Language } from './settings.ts'

/** Which paper; what it says, the desk gathers. */
export type PaperWish =
  | { readonly of: 'slip'; readonly studentId: string }
  | { readonly of: 'hand-over'; readonly classId: string }
  | { readonly of: 'inquiry' }

export type PaperAsked = PaperWish & { readonly language: Language }

/** A page as it will lie on paper: a picture, for the desk's page has no viewer of documents. */
export interface PaperPicture {
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type PaperShown =
  | {
      readonly kind: 'pages'
      readonly pages: readonly PaperPicture[]
      /** 0: it will be the original */
      readonly copy: number
    }
  /** nobody stands on it: there is no case, no card to hand over, nothing overdue */
  | { readonly kind: 'empty' }

export type PaperPrinted =
  | { readonly kind: 'printed' }
  /** at the dialog of the printer */
  | { readonly kind: 'called-off' }
  /** no printer, or it took nothing */
  | { readonly kind: 'failed' }
  | { readonly kind: 'empty' }

/** What is asked about papers. A printer's dialog and the choice of a folder are main's. */
export interface PaperRequests {
  'paper.preview': { readonly args: PaperAsked; readonly answer: PaperShown }
  'paper.print': { readonly args: PaperAsked; readonly answer: PaperPrinted }
  /** as PDF in a folder somebody chooses */
  'paper.save': { readonly args: PaperAsked; readonly answer: ListSaved }
}
