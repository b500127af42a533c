import { DeskError } from '../core/errors.ts'
import type { Settings } from '../core/settings.ts'
import { appendAudit } from '../db/audit.ts'
import type { AuditMoment } from '../core/audit.ts'
import type { Database } from '../db/database.ts'
import { changeSettings, getSettings } from '../db/settings.ts'
import { writing } from '../db/writing.ts'
import { keepLastSettings, readLastSettings } from './lastSettings.ts'

/** The settings of the desk: as last known before anybody has signed in, from the database after. */
export interface DeskSettings {
  now(): Settings
  /** the data are open: what the command line wished is set once, and from now on the database has the truth */
  opened(db: Database): void
  /** @param confirmed the PIN was entered once more. @throws DeskError `re-auth-needed`, `ipc-arguments` */
  change(db: Database, change: Partial<Settings>, moment: AuditMoment, confirmed: boolean): Settings
}

export function deskSettings(folder: string, wishes: Partial<Settings>): DeskSettings {
  let settings: Settings = { ...readLastSettings(folder), ...wishes }
  let wished = wishes

  return {
    now: () => settings,
    opened(db) {
      changeSettings(db, wished)
      wished = {}
      settings = getSettings(db)
    },
    change(db, change, moment, confirmed) {
      if (settings.kiosk && change.kiosk === false && !confirmed)
        throw new DeskError('re-auth-needed', 'Leaving the kiosk takes the PIN once more.')
      const about = Object.keys(change).sort().join(' ')
      const act = { kind: 'settings-changed', studentId: null, about, reason: null } as const
      settings = writing(db, 'The settings were not changed', () => {
        appendAudit(db, act, moment)
        return changeSettings(db, change)
      })
      keepLastSettings(folder, settings)
      return settings
    },
  }
}
