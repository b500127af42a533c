import type { ListName } from './lists.ts'
import type { Language } from './settings.ts'

/** UTF-8 with a mark, for every spreadsheet; or a workbook. */
export const LIST_FORMS = ['xlsx', 'csv'] as const
export type ListForm = (typeof LIST_FORMS)[number]

/** With whole names, and why; null: masked (names as 张*, numbers as tails). */
export type Whole = { readonly reason: string } | null

/** A list in a folder somebody chose. */
export type ListSaved =
  /** `folder`: its own name, without the way there */
  | { readonly kind: 'saved'; readonly names: readonly string[]; readonly folder: string }
  | { readonly kind: 'called-off' }
  /** nobody is on it: nothing was saved */
  | { readonly kind: 'empty' }

export interface ExportWish {
  readonly list: ListName
  /** the class or the delivery list it is of; null: the school */
  readonly ofId: string | null
  readonly form: ListForm
  readonly whole: Whole
  readonly language: Language
}

export interface ProgressWish {
  /** null: a page for each class that is not done, and one with the figures of all */
  readonly classId: string | null
  readonly whole: Whole
  readonly language: Language
}

/** What is asked about lists that leave the desk; a folder is asked for. */
export interface ListRequests {
  'list.export': { readonly args: ExportWish; readonly answer: ListSaved }
  /** how far binding is, for class teachers, as pages to print (PDF) */
  'list.progress': { readonly args: ProgressWish; readonly answer: ListSaved }
}
