import type { EpochMs } from './calendarDate.ts'
import type { RollChange, RollChangeWhy } from './rollChange.ts'

/** How many pupils and classes a change touched: what the list of changes says of it. */
export interface RollCounts {
  readonly entered: number
  readonly changed: number
  readonly left: number
  readonly withdrawn: number
  readonly classes: number
  readonly photos: number
}

export function countsOf({ pupils, classes }: Pick<RollChange, 'pupils' | 'classes'>): RollCounts {
  const leaves = pupils.filter(
    (one) =>
      one.kind === 'changes' &&
      one.to.enrolment.kind === 'left' &&
      one.from.enrolment.kind !== 'left',
  ).length
  const of = (kind: RollChange['pupils'][number]['kind']): number =>
    pupils.filter((one) => one.kind === kind).length
  return {
    entered: of('enters'),
    changed: of('changes') - leaves,
    left: leaves,
    withdrawn: of('withdraws'),
    classes: classes.length,
    photos: 0,
  }
}

/** An act on the roll as the list of them shows it. */
export interface RollChangeLine {
  readonly changeId: string
  readonly at: EpochMs
  readonly operatorId: string | null
  readonly why: RollChangeWhy | 'photos'
  readonly counts: RollCounts
  /** the change it takes back; null: none */
  readonly undoes: string | null
  /** the change that took it back; null: it stands */
  readonly undoneBy: string | null
}
