import { v7 } from 'uuid'
import type { AuditMoment } from '../../core/audit.ts'
import type { CalendarDate } from '../../core/calendarDate.ts'
import type { Roll, RollStudent } from '../../core/roll.ts'
import type { Database } from '../../db/database.ts'
import { ensureDesk } from '../../db/desk.ts'
import { recordAnswers } from '../../db/outboxStatus.ts'
import { runRetention, type RetentionReport } from '../../db/retention.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap, type TapToRecord } from '../../db/taps.ts'
import { aRollOf, aStudent, date } from './rollBuilders.ts'
import { aTap, RECORDER } from './testDbTaps.ts'

const DAY = 24 * 60 * 60 * 1000

/** Noon of a Monday in Beijing. */
export const NOW = Date.parse('2026-09-21T12:00:00+08:00')
export const daysAgo = (days: number): number => NOW - days * DAY

export const at = (ms: number, operatorId: string | null = 'o-1'): AuditMoment => ({
  at: ms,
  bootId: 'boot-1',
  operatorId,
  purpose: null,
})

export const aLeaver = (id: string, on: string, given: Partial<RollStudent> = {}): RollStudent =>
  aStudent({
    id,
    educationId: null,
    enrolment: { kind: 'left', on: date(on), why: 'graduated', to: null },
    ...given,
  })

/** Makes it a desk with an identity and a roll. */
export function asDesk(db: Database, roll: Roll): Database {
  ensureDesk(db, { deviceId: RECORDER.deviceId, schoolId: RECORDER.schoolId, madeAt: 0 })
  replaceRoll(db, { ...roll, asOf: daysAgo(20) })
  return db
}

/** `present` pupils with cards, and so many who left on that day. */
export function rollWithLeavers(present: number, leavers: number, on: CalendarDate): Roll {
  const roll = aRollOf(present)
  const gone = Array.from({ length: leavers }, (_, n) => aLeaver(`leaver-${n}`, on))
  const photo = (studentId: string) => ({
    studentId,
    mime: 'image/png' as const,
    bytes: Buffer.from(`photo of ${studentId}`),
  })
  return {
    ...roll,
    students: [...roll.students, ...gone],
    photos: [photo('student-1'), ...gone.map(({ id }) => photo(id))],
  }
}

/** A tap as it was so long ago: its id carries the time too. @returns its cmdId */
export function tapAt(
  db: Database,
  ms: number,
  given: Partial<TapToRecord['command']['payload']> = {},
): string {
  const tap = aTap(given)
  const cmdId = v7({ msecs: ms })
  recordTap(db, { ...tap, at: ms, command: { ...tap.command, cmdId } })
  return cmdId
}

export const sent = (db: Database, ...cmdIds: readonly string[]): void =>
  recordAnswers(
    db,
    cmdIds.map((cmdId) => ({ cmdId, status: 'sent' })),
  )

/** A whole run, and how many portions it took. */
export function run(
  db: Database,
  ms: number = NOW,
): { readonly report: RetentionReport; readonly portions: number; readonly runId: string } {
  const runId = v7()
  const steps = runRetention(db, { runId, moment: at(ms, null) })
  for (let portions = 0; ; portions += 1) {
    const step = steps.next()
    if (step.done === true) return { report: step.value, portions, runId }
  }
}

export const rowsOf = (db: Database, of: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM ${of}`).get() as { n: number }).n
