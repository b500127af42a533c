/** A line of a file that has a number of its own; `row` is null when the line cannot be used for another reason. */
export interface Numbered<Row> {
  readonly line: number
  readonly number: string
  readonly row: Row | null
}

/** A line whose number stands in another line too. */
export interface Twin {
  readonly line: number
  readonly otherLine: number
  /** they say the same: only the first counts. Otherwise none does: nobody here knows which is right. */
  readonly same: boolean
}

/** Sorts out the lines that have the same number. */
export function sortOutTwins<Row>(
  lines: readonly Numbered<Row>[],
  alike: (one: Row, other: Row) => boolean,
): { readonly kept: readonly Row[]; readonly twins: readonly Twin[] } {
  const byNumber = new Map<string, Numbered<Row>[]>()
  for (const one of lines) {
    const others = byNumber.get(one.number)
    if (others === undefined) byNumber.set(one.number, [one])
    else others.push(one)
  }
  const kept: Row[] = []
  const twins: Twin[] = []
  for (const [first, ...others] of byNumber.values()) {
    if (first === undefined) continue
    const { row, line } = first
    const same =
      row !== null && others.every((other) => other.row !== null && alike(row, other.row))
    if (same) kept.push(row)
    else if (others[0] !== undefined) twins.push({ line, otherLine: others[0].line, same })
    twins.push(...others.map((other) => ({ line: other.line, otherLine: line, same })))
  }
  return { kept, twins }
}
