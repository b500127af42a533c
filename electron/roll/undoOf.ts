import { undoingPhotos } from '../../core/photoChange.ts'
import { decideRollChange, type RollRefusal } from '../../core/rollChange.ts'
import { undoing } from '../../core/rollUndo.ts'
import { written, type WrittenChange } from '../../core/schoolChange.ts'
import type { Database } from '../../db/database.ts'
import { getDataState } from '../../db/dataState.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { changeOf, rollChanges } from '../../db/rollChanges.ts'
import { rollNow } from '../../db/rollNow.ts'
import { undoableOf } from './rollView.ts'

export interface UndoJob {
  readonly place: LookOptions
  /** the change to be taken back */
  readonly changeId: string
  /** UUIDv7 of the one that does */
  readonly newChangeId: string
}

/** The change that takes another one back, decided by what is here now. */
export type Undo =
  | {
      readonly kind: 'decided'
      readonly change: WrittenChange
      /** pupils who stay as they are: changed since, or with a card */
      readonly kept: number
      /** of the roll it was decided by */
      readonly version: number
    }
  | { readonly kind: 'refused'; readonly why: RollRefusal | 'not-the-newest' | 'gone' }

/** Looks through the whole roll by a connection that only reads. For a thread. */
export function undoOf({ place, changeId, newChangeId }: UndoJob): Undo {
  const db = openDatabase({ ...place, readonly: true })
  try {
    return decided(db, changeId, newChangeId)
  } finally {
    db.close()
  }
}

function decided(db: Database, changeId: string, newChangeId: string): Undo {
  if (undoableOf(rollChanges(db, 100)) !== changeId)
    return { kind: 'refused', why: 'not-the-newest' }
  const done = changeOf(db, changeId)
  if (done === null) return { kind: 'refused', why: 'gone' }
  const version = getDataState(db)?.version ?? 0
  if (done.of === 'photos') {
    const change = undoingPhotos(done.change, newChangeId)
    return { kind: 'decided', change: written({ of: 'photos', change }), kept: 0, version }
  }
  const roll = rollNow(db)
  const { change, kept } = undoing(done.change, roll, newChangeId)
  const decision = decideRollChange(roll, change)
  if (decision.kind === 'refused') return { kind: 'refused', why: decision.why }
  return { kind: 'decided', change: written({ of: 'roll', change }), kept, version }
}
