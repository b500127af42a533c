import type { ListColumnKind } from '../../core/lists.ts'
import type { Cell } from './listRows.ts'

/** A list in words, the same for every form. */
export interface ListTable {
  readonly title: string
  /** who took it out, and when */
  readonly madeBy: string
  readonly headings: readonly string[]
  readonly kinds: readonly ListColumnKind['kind'][]
  readonly rows: readonly (readonly Cell[])[]
}
