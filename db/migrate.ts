import { DeskError } from '../core/errors.ts'
import type { Database } from './database.ts'
import { writing } from './writing.ts'
import { createDesk } from './migrations/0010-desk.ts'
import { createRoll } from './migrations/0020-roll.ts'
import { createOutbox } from './migrations/0030-outbox.ts'
import { createTap } from './migrations/0040-tap.ts'
import { createSetting } from './migrations/0050-setting.ts'
import { createSearch } from './migrations/0060-search.ts'
import { createReading } from './migrations/0070-reading.ts'
import { createSearchForm } from './migrations/0080-search-form.ts'
import { createAudit } from './migrations/0090-audit.ts'
import { createOperators } from './migrations/0100-operators.ts'
import { createPrivacy } from './migrations/0110-privacy.ts'
import { createCalendar } from './migrations/0120-calendar.ts'
import { createActs } from './migrations/0130-acts.ts'
import { createApplications } from './migrations/0140-applications.ts'
import { createAnnualTap } from './migrations/0150-annual-tap.ts'
import { createSearchBeside } from './migrations/0160-search-beside.ts'
import { createCases } from './migrations/0170-cases.ts'
import { createFeeAnnouncement } from './migrations/0180-fee-announcement.ts'
import { createCity } from './migrations/0190-city.ts'
import { createCardBefore } from './migrations/0200-card-before.ts'
import { extendCases } from './migrations/0210-cases-more.ts'

export interface Migration {
  /** the schema version afterwards (`user_version`); steps of 10 */
  readonly to: number
  readonly apply: (db: Database) => void
}

export const MIGRATIONS: readonly Migration[] = [
  { to: 10, apply: createDesk },
  { to: 20, apply: createRoll },
  { to: 30, apply: createOutbox },
  { to: 40, apply: createTap },
  { to: 50, apply: createSetting },
  { to: 60, apply: createSearch },
  { to: 70, apply: createReading },
  { to: 80, apply: createSearchForm },
  { to: 90, apply: createAudit },
  { to: 100, apply: createOperators },
  { to: 110, apply: createPrivacy },
  { to: 120, apply: createCalendar },
  { to: 130, apply: createActs },
  { to: 140, apply: createApplications },
  { to: 150, apply: createAnnualTap },
  { to: 160, apply: createSearchBeside },
  { to: 170, apply: createCases },
  { to: 180, apply: createFeeAnnouncement },
  { to: 190, apply: createCity },
  { to: 200, apply: createCardBefore },
  { to: 210, apply: extendCases },
]

/** The schema this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.to ?? 0

/** 'SCD1': a database that opens with our key and does not carry it is somebody else's. */
export const APPLICATION_ID = 0x53434431

/** 0: empty. */
export function readVersion(db: Database): number {
  const version = db.pragma('user_version', { simple: true }) as number
  const owner = db.pragma('application_id', { simple: true }) as number
  if (version === 0 || owner === APPLICATION_ID) return version
  throw new DeskError(
    'db-ruined',
    'The data of this desk were not opened: the file is no database of this program. ' +
      'Nothing was changed. Move the file out of the folder and restore the last backup.',
  )
}

export function refuseFuture(db: Database): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version <= SCHEMA_VERSION) return
  throw new DeskError(
    'db-from-the-future',
    `The data of this desk were not opened: a newer version of the program has written them ` +
      `(form ${version}, this program knows ${SCHEMA_VERSION}). Nothing was changed. ` +
      'Install the newer version again.',
  )
}

/**
 * Brings the schema up to date, each step in its own transaction: a power cut leaves the step
 * before or the step after, never something between.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  refuseFuture(db)
  const version = readVersion(db)
  for (const { to, apply } of migrations.filter((one) => one.to > version))
    writing(db, 'The data were not brought up to date', () => {
      apply(db)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${to}`)
    })
}
