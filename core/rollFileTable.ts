import type { CalendarDate } from './calendarDate.ts'

/**
 * A table out of a file that somebody chose: of a workbook, or of a text file (CSV). Plain data: it goes
 * between threads. Made by electron/importing/readTable.ts; nothing in it was computed.
 */
export interface Table {
  readonly from: TableSource
  /** Lines in which something stands, in the order of the file; empty ones are left out. */
  readonly rows: readonly TableRow[]
  readonly remarks: readonly TableRemark[]
}

export type TableSource =
  | {
      readonly kind: 'workbook'
      readonly sheet: string
      /** all of them, in the order of their tabs */
      readonly sheets: readonly SheetName[]
      /** the day of which a date is a count: 1899-12-30, or 1904-01-01 in files of old Macs */
      readonly dayZero: CalendarDate
    }
  | { readonly kind: 'text'; readonly encoding: TextEncoding }

export interface SheetName {
  readonly name: string
  readonly hidden: boolean
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface TableRow {
  /** from 1, as Excel or a text editor counts; a line of CSV that has line breaks in it: its first */
  readonly line: number
  /** from column A on; '' where nothing or only blanks stand; of no fixed length */
  readonly cells: readonly TableCell[]
}

/** Most cells are text, and that is a plain string: a table of millions has to fit into a thread. */
export type TableCell = string | SpecialCell

export type SpecialCell =
  /** A number or a date of a workbook: leading zeros are lost. `text` without exponent: `12345678`, `3.5` */
  | { readonly kind: 'number'; readonly text: string }
  /** A number of 16 digits or more: a workbook keeps 15, the others were zeros or nonsense ever since. */
  | { readonly kind: 'damaged-number' }
  /** Never evaluated. `text` is what the file says came out of it, if that is text; else null. */
  | { readonly kind: 'formula'; readonly text: string | null }
  /** Part of a merged cell that stands further up in this column; `text` is what stands there. */
  | { readonly kind: 'merged'; readonly text: string }
  /** #N/A, #REF! and the like */
  | { readonly kind: 'error' }
  /** More than 500 characters: left out */
  | { readonly kind: 'too-long' }

/** What is in the file and was not followed, run or believed. Somebody may want to know. */
export type TableRemark =
  | {
      readonly kind:
        | 'merged-cells'
        | 'formulas'
        | 'hidden-rows'
        | 'hidden-columns'
        | 'error-cells'
        | 'long-cells'
      readonly count: number
    }
  | { readonly kind: 'external-links' | 'dde' | 'macros' | 'embedded-objects' }

/** What a cell says; '' where that is nothing that can be believed. */
export function cellText(cell: TableCell | undefined): string {
  if (typeof cell === 'string') return cell
  switch (cell?.kind) {
    case 'number':
    case 'merged':
      return cell.text
    case 'formula':
      return cell.text ?? ''
    default:
      return ''
  }
}

/** Why a file is not read. Nothing of the file is in it. */
export type TableRefusal =
  | 'empty' // of 0 bytes
  | 'no-rows' // a table in which nothing stands
  | 'not-a-table' // a picture, a PDF, a program, a zip of other things
  | 'old-xls' // Excel 97–2003: to be saved as .xlsx
  | 'other-workbook' // .ods, .xlsb, .numbers: to be saved as .xlsx
  | 'web-page' // HTML or XML with the name of a workbook, as some systems export: likewise
  | 'encrypted' // opens with a password only
  | 'damaged' // cut off, altered, or of no known structure
  | 'zip-bomb' // inflates to more than 100 times its size, or to more than it says
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'unknown-encoding' // a text file of no encoding we know
  | 'no-such-sheet'
