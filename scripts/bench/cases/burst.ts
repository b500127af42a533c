import { setTimeout as sleep } from 'node:timers/promises'
import { differentCards } from '../cards.ts'
import { withDesk } from '../desk.ts'
import { tapOnBeat, type Painted, type VerdictWatch } from '../inPage.ts'
import { pssMb } from '../processes.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { storedTaps, type StoredTaps } from '../storedTaps.ts'
import { percentile } from '../statistics.ts'

declare const window: { readonly bench: VerdictWatch }

/** 600 taps a minute. */
const EVERY_MS = 100
const FIRST_LOOK_MS = 10_000
const LOOK_EVERY_MS = 500
const MINUTES_MS = 120_000

/** The last verdict has been painted and stored. */
const AFTERMATH_MS = 1_000

/**
 * Two minutes of ten taps a second. The readings are PSS of all processes, from ten seconds on; the last
 * one is held against the first. None may be missed or doubled: on the disk, in the queue, in main's word.
 * @param n readings of memory; two a second
 */
export async function burst(n: number): Promise<Measured> {
  const folder = await schoolOf(3_000)
  const durationMs = Math.min(MINUTES_MS, FIRST_LOOK_MS + n * LOOK_EVERY_MS)
  const before = await storedTaps(folder)
  const { value, loopDelayMaxMs } = await withDesk(folder, async ({ app, page }) => {
    const pid = app.process().pid ?? 0
    const samples = differentCards(folder)
    const taps = Math.round(durationMs / EVERY_MS)
    const tapping = page.evaluate(tapOnBeat, { samples, everyMs: EVERY_MS, taps })
    const readings = await memoryOver(pid, durationMs)
    const made = await tapping
    const last = pssMb(pid)
    await sleep(AFTERMATH_MS)
    const { told, painted } = await page.evaluate(() => ({
      told: [...window.bench.told],
      painted: [...window.bench.painted],
    }))
    return { made, readings: [...readings, last], told, painted }
  })
  const { made, readings, told, painted } = value
  const after = await storedTaps(folder)
  const stored = { taps: after.taps - before.taps, queued: after.queued - before.queued }
  const [first = Number.NaN] = readings
  return {
    values: readings,
    floor: [first],
    judged: readings.at(-1) ?? Number.NaN,
    loopDelayMaxMs,
    more: { made, ...stored, told: told.length, ...latency(painted) },
    faults: faultsOf(made, stored, told),
  }
}

async function memoryOver(pid: number, durationMs: number): Promise<readonly number[]> {
  const begin = performance.now()
  const readings: number[] = []
  for (let due = FIRST_LOOK_MS; due < durationMs; due += LOOK_EVERY_MS) {
    await sleep(begin + due - performance.now())
    readings.push(pssMb(pid))
  }
  return readings
}

/** Every tap made is one row, one row for the city and one word to the page: no more, no fewer. */
export function faultsOf(
  made: number,
  stored: StoredTaps,
  told: readonly string[],
): readonly string[] {
  const counts = {
    'on the disk': stored.taps,
    'for the city': stored.queued,
    'told to the page': told.length,
    'told apart': new Set(told).size,
  }
  return Object.entries(counts)
    .filter(([, count]) => count !== made)
    .map(([where, count]) => `${made} taps made, ${count} ${where}`)
}

function latency(painted: readonly Painted[]): Readonly<Record<string, number>> {
  const took = painted.map(({ placedAt, paintedAt }) => paintedAt - placedAt)
  const at = (percent: number): number => Math.round(percentile(took, percent) * 10) / 10
  return { 'painted p50 ms': at(50), 'painted p95 ms': at(95), 'painted p99 ms': at(99) }
}
