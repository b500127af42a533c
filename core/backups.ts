import { beijingDate, type EpochMs } from './calendarDate.ts'

export const BACKUP_KINDS = [
  'hourly',
  'daily', // the first of a day
  'before-migration', // before a newer program rewrites the data
] as const

export type BackupKind = (typeof BACKUP_KINDS)[number]

/** How many whole ones of each kind are kept (hardening.md 4). */
export const BACKUPS_KEPT: Readonly<Record<BackupKind, number>> = {
  hourly: 3,
  daily: 7,
  'before-migration': 2,
}

export interface BackupStamp {
  /** grows with every backup: the order. The clock may have been wrong. */
  readonly serial: number
  readonly kind: BackupKind
  readonly madeAt: EpochMs
}

const HOUR_MS = 60 * 60 * 1_000

/**
 * Which backup is to be made now; null: none yet. A clock that jumps costs one backup too many,
 * never one too few: what seems made in the future counts for no hour, and a day that is among the
 * kept ones is not made again, so that a clock jumping to and fro does not push the other days out.
 *
 * @param kept whole ones only
 */
export function backupDue(kept: readonly BackupStamp[], now: EpochMs): 'hourly' | 'daily' | null {
  const today = beijingDate(now)
  const hasToday = kept.some((one) => one.kind === 'daily' && beijingDate(one.madeAt) === today)
  if (!hasToday) return 'daily'
  const hasThisHour = kept.some(({ madeAt }) => madeAt <= now && now - madeAt < HOUR_MS)
  return hasThisHour ? null : 'hourly'
}

/**
 * What goes once a new one is verified: by serial, never by the clock. A broken one takes no place;
 * it goes with the whole ones that are as old.
 */
export function backupsToDrop<B extends BackupStamp & { readonly whole: boolean }>(
  all: readonly B[],
): readonly B[] {
  return BACKUP_KINDS.flatMap((kind) => {
    const newestFirst = all
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => b.serial - a.serial)
    const lastKept = newestFirst.filter((one) => one.whole)[BACKUPS_KEPT[kind] - 1]
    return lastKept === undefined ? [] : newestFirst.filter((one) => one.serial < lastKept.serial)
  })
}
