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

/** Ends the reading of a file. What else is thrown is a defect of ours. */
export class Refusal extends Error {
  readonly why: TableRefusal

  constructor(why: TableRefusal) {
    super(`The file is refused: ${why}.`)
    this.name = 'Refusal'
    this.why = why
  }
}
