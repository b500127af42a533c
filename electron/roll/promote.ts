import type { CalendarDate } from '../../core/calendarDate.ts'
import { decideRollChange, type RollRefusal } from '../../core/rollChange.ts'
import { schoolYearChange, type MayGoOn } from '../../core/schoolYear.ts'
import { written, type WrittenChange } from '../../core/schoolChange.ts'
import { getDataState } from '../../db/dataState.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { rollNow } from '../../db/rollNow.ts'

export interface PromoteJob {
  readonly place: LookOptions
  /** UUIDv7 */
  readonly changeId: string
  /** 离校日期 */
  readonly on: CalendarDate
  readonly goOn: readonly MayGoOn[]
}

export type Promotion =
  | {
      readonly kind: 'decided'
      readonly change: WrittenChange
      /** of the roll it was decided by */
      readonly version: number
    }
  | { readonly kind: 'refused'; readonly why: RollRefusal }

/** 升级, decided by the whole roll through a connection that only reads. For a thread. */
export function promote({ place, changeId, on, goOn }: PromoteJob): Promotion {
  const db = openDatabase({ ...place, readonly: true })
  try {
    const roll = rollNow(db)
    const change = schoolYearChange({ roll, changeId, on, goOn })
    const decision = decideRollChange(roll, change)
    if (decision.kind === 'refused') return { kind: 'refused', why: decision.why }
    const version = getDataState(db)?.version ?? 0
    return { kind: 'decided', change: written({ of: 'roll', change }), version }
  } finally {
    db.close()
  }
}
