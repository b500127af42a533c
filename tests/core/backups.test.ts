import { describe, expect, it } from 'vitest'
import { backupDue, backupsToDrop, type BackupKind, type BackupStamp } from '../../core/backups.ts'

const HOUR = 60 * 60 * 1_000
const DAY = 24 * HOUR
/** 2026-09-21 12:00 in Beijing */
const NOON = 1_789_963_200_000

type Kept = BackupStamp & { readonly whole: boolean }

/** Runs a desk's clock through these moments, one check each. @returns what is kept at the end */
function ran(moments: readonly number[], kept: readonly Kept[] = []): readonly Kept[] {
  let all = kept
  for (const now of moments) {
    const kind = backupDue(all, now)
    if (kind === null) continue
    const serial = Math.max(0, ...all.map((one) => one.serial)) + 1
    all = [...all, { serial, kind, madeAt: now, whole: true }]
    const dropped = backupsToDrop(all)
    all = all.filter((one) => !dropped.includes(one))
  }
  return all
}

const every = (step: number, count: number, from = NOON): readonly number[] =>
  Array.from({ length: count }, (_, n) => from + n * step)

const ofKind = (kept: readonly Kept[], kind: BackupKind): readonly Kept[] =>
  kept.filter((one) => one.kind === kind)

describe('which backups are made and kept', () => {
  it('the first of a day is the daily one, and each hour after it has one', () => {
    const kept = ran(every(HOUR / 6, 13))
    expect(kept.map((one) => [one.kind, (one.madeAt - NOON) / HOUR])).toEqual([
      ['daily', 0],
      ['hourly', 1],
      ['hourly', 2],
    ])
  })

  it('three hourly and seven daily ones stay, the newest', () => {
    const kept = ran(every(HOUR, 24 * 12))
    expect(ofKind(kept, 'hourly').map((one) => (kept.at(-1)?.madeAt ?? 0) - one.madeAt)).toEqual([
      2 * HOUR,
      HOUR,
      0,
    ])
    expect(ofKind(kept, 'daily')).toHaveLength(7)
    const [oldest] = ofKind(kept, 'daily')
    expect((oldest?.madeAt ?? 0) > NOON + 4 * DAY).toBe(true)
  })

  it('two of before a migration stay, whatever else is made', () => {
    const migrations = [1, 2, 3].map(
      (serial) => ({ serial, kind: 'before-migration', madeAt: NOON, whole: true }) as const,
    )
    const kept = ran(every(DAY, 20), migrations)
    expect(ofKind(kept, 'before-migration').map((one) => one.serial)).toEqual([2, 3])
  })

  it('a desk that was off for a year makes one at once and drops none for its age', () => {
    const before = ran(every(HOUR, 24 * 12))
    const after = ran([NOON + 365 * DAY], before)
    expect(after).toHaveLength(before.length)
    expect(after.at(-1)?.kind).toBe('daily')
  })
})

describe('a clock that jumps', () => {
  it('backwards: one is made at once, and then one each hour again', () => {
    const before = ran(every(HOUR, 5))
    const back = ran(every(HOUR / 6, 13, NOON - 400 * DAY), before)
    expect(back.slice(-3).map((one) => [one.kind, one.madeAt - (NOON - 400 * DAY)])).toEqual([
      ['daily', 0],
      ['hourly', HOUR],
      ['hourly', 2 * HOUR],
    ])
  })

  it('backwards drops the oldest by number, never the newest by a wrong clock', () => {
    const before = ran(every(HOUR, 24 * 12))
    const back = ran([NOON - 400 * DAY], before)
    const newest = ofKind(before, 'daily').at(-1)
    expect(ofKind(back, 'daily')).toContainEqual(newest)
    expect(ofKind(back, 'daily')).toHaveLength(7)
  })

  it('to and fro each morning (a flat battery) costs one day of the seven, not more', () => {
    const mornings = every(DAY, 10).flatMap((now) => [946_684_800_000, now])
    const days = ofKind(ran(mornings), 'daily').map((one) => one.madeAt)
    expect(days.filter((at) => at >= NOON)).toHaveLength(6)
  })

  it('into the future costs one too many, and counts for no hour afterwards', () => {
    const kept = ran([NOON, NOON + 3_650 * DAY, NOON + 2 * HOUR])
    expect(kept.map((one) => one.kind)).toEqual(['daily', 'daily', 'hourly'])
  })
})

it('a broken one takes no place, and goes when the whole ones of its age go', () => {
  const hourly = (serial: number, whole: boolean): Kept => ({
    ...{ serial, whole, kind: 'hourly', madeAt: NOON + serial * HOUR },
  })
  const all = [
    hourly(1, true),
    hourly(2, false),
    hourly(3, true),
    hourly(4, false),
    hourly(5, true),
  ]
  expect(backupsToDrop(all)).toEqual([])
  expect(backupsToDrop([...all, hourly(6, true)]).map((one) => one.serial)).toEqual([2, 1])
  expect(backupDue([], NOON)).toBe('daily')
})
