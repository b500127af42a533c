import type { AuditHead, AuditMoment } from '../../core/audit.ts'
import { verifyAudit, type AuditCheck } from '../../db/auditCheck.ts'
import { clearFile, type FileCleared } from '../../db/clearedFile.ts'
import { openDatabase } from '../../db/open.ts'
import { openKeyed, type DataPlace } from '../localData.ts'

/* Jobs that go through the whole file, by a connection of their own. */

export interface LogCheckJob {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding: string | undefined
  readonly anchors: readonly AuditHead[]
}

export function checkLog({ anchors, ...place }: LogCheckJob): AuditCheck {
  const db = openDatabase({ ...place, readonly: true })
  try {
    return verifyAudit(db, anchors)
  } finally {
    db.close()
  }
}

export interface ClearJob {
  readonly place: DataPlace
  readonly key: Uint8Array
  readonly moment: AuditMoment
}

/** Whoever else writes meanwhile waits. */
export function clear({ place, key, moment }: ClearJob): FileCleared {
  const db = openKeyed(place, key)
  try {
    return clearFile(db, moment)
  } finally {
    db.close()
  }
}
