import { listBackups } from './backups/listBackups.ts'
import { databaseFile } from './localData.ts'
import type { OpenSchool } from './school.ts'
import type { LogCheckJob } from './workers/wholeFile.ts'

/** The whole log of an open school, held against its end as it is written down here and in each backup. */
export function checkLogOf({ place, dataKey, data }: OpenSchool): LogCheckJob {
  const { folder, nativeBinding } = place
  const end = data.anchor.written()
  const backups = listBackups(folder, dataKey).flatMap((one) =>
    one.whole && one.manifest.auditHead.seq > 0 ? [one.manifest.auditHead] : [],
  )
  return {
    file: databaseFile(folder),
    key: dataKey,
    nativeBinding,
    anchors: [...(end === null ? [] : [end]), ...backups],
  }
}
