import { app } from 'electron'
import { release } from 'node:os'
import { join } from 'node:path'
import type { ReadersView, SchoolMode } from '../core/deskState.ts'
import { contentsOf } from '../db/contents.ts'
import { ANCHOR_FILE } from './auditAnchor.ts'
import { backupsFolder } from './backups/backupFolder.ts'
import { databaseFile } from './localData.ts'
import type { OpenSchool } from './school.ts'
import type { SupportFacts } from './supportBundle.ts'

export interface KnownOfProgram {
  readonly mode: SchoolMode
  readonly readers: ReadersView
  readonly language: string
  /** the folder of the log files */
  readonly logs: string
}

/** What support is told of this program and its school. @throws DeskError */
export function supportFactsOf(school: OpenSchool, known: KnownOfProgram): SupportFacts {
  const { mode, readers, language, logs } = known
  const { folder } = school.place
  const { schemaVersion, rows } = contentsOf(school.data.db)
  const database = databaseFile(folder)
  return {
    ...{ mode, language, readers, schemaVersion, rows },
    versions: {
      app: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      chrome: process.versions['chrome'] ?? '',
      node: process.versions.node,
      ...{ platform: process.platform, arch: process.arch, release: release() },
    },
    files: new Map([
      [database, 'desk.db'],
      [`${database}-wal`, 'desk.db-wal'],
      [join(folder, ANCHOR_FILE), 'desk.log-anchor'],
      [backupsFolder(folder), 'backups'],
      [join(logs, 'desk.log'), 'desk.log'],
      [join(logs, 'desk.log.1'), 'desk.log.1'],
    ]),
    program: join(app.getAppPath(), 'out/main'),
  }
}
