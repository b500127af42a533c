import { databaseFile } from './localData.ts'
import type { OpenSchool } from './school.ts'
import type { LogCheckJob } from './workers/jobs.ts'

/** The whole log of an open school, held against its end as it is written down. */
export function checkLogOf({ place, dataKey, data }: OpenSchool): LogCheckJob {
  const { folder, nativeBinding } = place
  const end = data.anchor.written()
  return {
    file: databaseFile(folder),
    key: dataKey,
    nativeBinding,
    anchors: end === null ? [] : [end],
  }
}
