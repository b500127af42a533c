import type { RecoveryReport } from '../../../core/recoveryReport.ts'

export type RecoveryRowOf = 'inBase' | 'fromFile' | 'fromJournal' | 'withCity' | 'leftBehind'

/** null: there is no such number */
export interface RecoveryRow {
  readonly of: RecoveryRowOf
  readonly acts: number | null
  readonly log: number | null
}

/** What was there, what was put back and from where; a row of nothing says nothing. */
export function recoveryRows({ outbox, audit }: RecoveryReport): readonly RecoveryRow[] {
  const rows: readonly RecoveryRow[] = [
    { of: 'inBase', acts: outbox.inBase, log: audit.inBase },
    { of: 'fromFile', acts: outbox.fromFile, log: audit.fromFile },
    { of: 'fromJournal', acts: outbox.fromJournal, log: null },
    { of: 'withCity', acts: outbox.withCity, log: null },
    { of: 'leftBehind', acts: null, log: audit.leftBehind },
  ]
  return rows.filter(({ of, acts, log }) => of === 'inBase' || (acts ?? 0) + (log ?? 0) > 0)
}

/** Where the former file lies (electron/recovery/quarantine.ts), as this system writes paths. */
export function quarantinePath(folder: string, name: string | null): string | null {
  if (name === null) return null
  return [folder, 'quarantine', name].join(folder.includes('\\') ? '\\' : '/')
}
