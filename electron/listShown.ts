import type { AuditAct } from '../core/audit.ts'
import type { SearchAnswer } from '../core/search.ts'

/** So many pupils are named in the row one by one; of a longer list how many there were. */
const NAMED = 5

/** The row of a list that is shown. @param total where more were found. null: nobody is on it */
export function rowOfList(ids: readonly string[], total = ids.length): AuditAct | null {
  const [only] = ids
  if (only === undefined) return null
  const row = { kind: 'list-shown', reason: null } as const
  if (total === 1) return { ...row, studentId: only, about: null }
  return { ...row, studentId: null, about: total <= NAMED ? ids.join(' ') : String(total) }
}

/** Typing on within this time, and seeing nobody new, is the same look. */
const SAME_LOOK_MS = 10_000

/**
 * Tells which of the lists that appear while somebody types have to be written down: each that shows
 * somebody the row before does not name. Others would fill the log with every key.
 */
export function listLooks(steady: () => number): {
  /** null: the last row covers it */
  rowOf(text: string, answer: SearchAnswer): AuditAct | null
  forget(): void
} {
  let before: {
    readonly text: string
    readonly ids: ReadonlySet<string>
    readonly at: number
  } | null = null

  return {
    rowOf(text, { lines, total }) {
      const ids = lines.map(({ studentId }) => studentId)
      if (ids.length === 0) return null
      const at = steady()
      const covered =
        before !== null &&
        at - before.at < SAME_LOOK_MS &&
        (before.text === text || ids.every((id) => before?.ids.has(id)))
      if (covered) return null
      const named = total <= NAMED ? ids : []
      before = { text, ids: new Set(named), at }
      return rowOfList(ids, total)
    },
    forget() {
      before = null
    },
  }
}
