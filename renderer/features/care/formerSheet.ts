import type { BackupLine } from '../../../core/care.ts'

/** It can be used, and elsewhere a recovery sheet of before opens it. */
export const takesFormerSheet = ({ fault, sheet }: BackupLine): boolean =>
  fault === null && sheet === 'former'

export const countFormer = (backups: readonly BackupLine[]): number =>
  backups.filter(takesFormerSheet).length
