import { v7 as uuidv7 } from 'uuid'
import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { RecordedMoment } from '../core/outbox.ts'
import type { Operator } from '../core/staff.ts'
import type { ActToStore } from '../db/acts.ts'
import type { OpenSchool } from './school.ts'

/** What acts on the school's own data are made of. */
export interface ActParts {
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  readonly moment: () => AuditMoment
  /** on the disk when it returns: what was not written down is not shown */
  readonly audit: (act: AuditAct) => void
  readonly recorded: () => RecordedMoment
  /** the roll is as the last change of it says */
  readonly settled: () => Promise<void>
  /** an act was stored: its second copy, and what the page is told of the desk */
  readonly onStored: (school: OpenSchool) => void
}

/** An act of whoever is at the desk, now. */
export function actNow(parts: ActParts): ActToStore {
  return {
    cmdId: uuidv7(),
    recorder: { ...parts.school().data.recorder, operatorId: parts.operator().id },
    moment: parts.recorded(),
    audit: parts.moment(),
  }
}
