import { parentPort, workerData } from 'node:worker_threads'
import type { AuditHead } from '../../core/audit.ts'
import { errorCode } from '../../core/errors.ts'
import { verifyAudit, type AuditCheck } from '../../db/auditCheck.ts'
import { openDatabase } from '../../db/open.ts'
import type { FailedInWorker } from './runWorker.ts'

export interface LogCheckJob {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding: string | undefined
  readonly anchors: readonly AuditHead[]
}

try {
  const { anchors, ...place } = workerData as LogCheckJob
  const db = openDatabase({ ...place, readonly: true })
  try {
    const found: AuditCheck = verifyAudit(db, anchors)
    parentPort?.postMessage({ found })
  } finally {
    db.close()
  }
} catch (thrown) {
  const failed: FailedInWorker = {
    code: errorCode(thrown),
    message: thrown instanceof Error ? thrown.message : 'unknown',
  }
  parentPort?.postMessage({ failed })
}
