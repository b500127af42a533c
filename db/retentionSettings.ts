import type { AuditMoment } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import {
  mayBeMonths,
  monthsOf,
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionSettings,
} from '../core/retention.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { prepared } from './statements.ts'
import { reading, writing } from './writing.ts'

/** Months of every class: what is set, and the usual time where nothing is or what is set may not be. */
export function getRetention(db: Database): Readonly<Record<RetentionClass, number>> {
  return reading('The times of keeping were not read', () => {
    const rows = prepared<[], { class: string; months: number }>(
      db,
      'SELECT class, months FROM retention_setting',
    ).all()
    const stored: RetentionSettings = Object.fromEntries(rows.map((row) => [row.class, row.months]))
    return Object.fromEntries(
      RETENTION_CLASSES.map((one) => [one, monthsOf(one, stored)]),
    ) as Record<RetentionClass, number>
  })
}

/** @throws DeskError 'ipc-arguments': a time that may not be; then none is changed */
export function changeRetention(
  db: Database,
  changes: RetentionSettings,
  moment: AuditMoment,
): Readonly<Record<RetentionClass, number>> {
  writing(db, 'The times of keeping were not changed', () => {
    for (const one of RETENTION_CLASSES) {
      const months = changes[one]
      if (months === undefined) continue
      if (!mayBeMonths(one, months))
        throw new DeskError(
          'ipc-arguments',
          `The times of keeping were not changed: ${one} cannot be that.`,
        )
      prepared<[string, number]>(
        db,
        `INSERT INTO retention_setting (class, months) VALUES (?, ?)
         ON CONFLICT (class) DO UPDATE SET months = excluded.months`,
      ).run(one, months)
      const about = `retention ${one} ${months}`
      appendAudit(db, { kind: 'settings-changed', studentId: null, about, reason: null }, moment)
    }
  })
  return getRetention(db)
}
