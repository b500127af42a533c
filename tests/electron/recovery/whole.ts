import { expect } from 'vitest'
import { errorCode } from '../../../core/errors.ts'
import { verifyChain } from '../../../db/chain.ts'
import { fullCheck } from '../../../db/check.ts'
import type { Database } from '../../../db/database.ts'
import { getDesk } from '../../../db/desk.ts'
import { openDatabase } from '../../../db/open.ts'
import { closeJournal } from '../../../db/outboxJournal.ts'
import { recentTaps } from '../../../db/taps.ts'
import { actsIn, journalOf, type TestSchool } from '../../helpers/testSchool.ts'

/** The recovered desk must be whole, with these acts, and go on in this epoch. */
export function expectWhole(school: TestSchool, acts: readonly string[], epoch = 2): void {
  const db = openDatabase(school.place)
  fullCheck(db)
  expect([...actsIn(db)].sort()).toEqual([...acts].sort())
  expect(verifyChain(db)).toEqual({ kind: 'ok', rows: acts.length })
  expect(getDesk(db)?.deviceEpoch).toBe(epoch)
  expect(recentTaps(db, 1_000)).toHaveLength(acts.length)
  const opened = journalOf({ ...school, db })
  closeJournal(opened.journal)
  expect(opened.putBack).toBe(0)
  db.close()
}

/** What a start and the weekly check say of it; null: it is whole. */
export function damageOf({ place }: TestSchool): string | null {
  const found: Database[] = []
  try {
    found.push(openDatabase(place))
    fullCheck(found[0] as Database)
    return null
  } catch (thrown) {
    return errorCode(thrown)
  } finally {
    found[0]?.close()
  }
}
