import type { TableRefusal } from '../../core/rollFileTable.ts'

/** Ends the reading of a file. What else is thrown is a defect of ours. */
export class Refusal extends Error {
  readonly why: TableRefusal

  constructor(why: TableRefusal) {
    super(`The file is refused: ${why}.`)
    this.name = 'Refusal'
    this.why = why
  }
}
