import type { AuditCheckShown } from '../core/contract.ts'
import { databaseFile } from './localData.ts'
import type { OpenSchool } from './school.ts'
import { checkLogInWorker } from './workers/runWorker.ts'

/** The whole log of an open school, read by a thread of its own. @throws DeskError */
export function checkLog({ place, dataKey, data }: OpenSchool): Promise<AuditCheckShown> {
  const { folder, nativeBinding } = place
  const end = data.anchor.written()
  return checkLogInWorker({
    file: databaseFile(folder),
    key: dataKey,
    nativeBinding,
    anchors: end === null ? [] : [end],
  })
}
