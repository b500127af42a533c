import type { Benchmark, Measure } from './result.ts'

/** Loaded when it is run: a benchmark that is not chosen needs nothing to be there. */
const later =
  (load: () => Promise<Measure>): Measure =>
  async (n) =>
    (await load())(n)

/** Every benchmark: what is measured, how often, and the bar. The only place that has these figures. */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    name: 'tap.fake3k',
    title: 'card on the fake reader → verdict painted, 3,000 pupils',
    unit: 'ms',
    n: 220,
    bar: { kind: 'at-most', value: 60 },
    measure: later(async () => (await import('./cases/tapFake.ts')).tapFake(3_000)),
  },
  {
    name: 'tap.fake100k',
    title: 'card on the fake reader → verdict painted, 100,000 pupils',
    unit: 'ms',
    n: 220,
    bar: { kind: 'at-most', value: 60 },
    measure: later(async () => (await import('./cases/tapFake.ts')).tapFake(100_000)),
  },
  {
    name: 'tap.pcsc',
    title: 'PC/SC event → verdict painted, above a bare loop with the same commands and cards',
    unit: 'ms',
    n: 220,
    bar: { kind: 'above-floor', by: 40 },
    measure: later(async () => (await import('./cases/tapPcsc.ts')).tapPcsc),
  },
  {
    name: 'search.3k',
    title: 'key press → list painted, 3,000 pupils',
    unit: 'ms',
    n: 220,
    bar: { kind: 'at-most', value: 30 },
    measure: later(async () => (await import('./cases/search.ts')).search(3_000)),
  },
  {
    name: 'search.100k',
    title: 'key press → list painted, 100,000 pupils',
    unit: 'ms',
    n: 220,
    bar: { kind: 'at-most', value: 50 },
    measure: later(async () => (await import('./cases/search.ts')).search(100_000)),
  },
  {
    name: 'coldStart',
    title: 'launch → first tap accepted and painted, against a bare Electron + Vue window',
    unit: 'ms',
    n: 20,
    bar: { kind: 'times-floor', factor: 2.5 },
    measure: later(async () => (await import('./cases/coldStart.ts')).coldStart),
  },
  {
    name: 'login',
    title: 'last key of the PIN → first tap stored and told, first sign-in of a start',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 400 },
    measure: later(async () => (await import('./cases/login.ts')).login),
  },
  {
    name: 'lock',
    title: 'key that locks → nothing of the desk on the screen',
    unit: 'ms',
    n: 30,
    bar: { kind: 'at-most', value: 50 },
    measure: later(async () => (await import('./cases/lock.ts')).lock),
  },
  {
    name: 'encryption',
    title: 'a tap with the data encrypted, against the same tap with the data in the clear',
    unit: 'ms',
    n: 200,
    bar: { kind: 'times-floor', factor: 1.15 },
    measure: later(async () => (await import('./cases/encryption.ts')).encryption),
  },
  {
    name: 'guess',
    title: 'one guess at a PIN, with all files of the desk and without its key store',
    unit: 'ms',
    n: 200,
    bar: { kind: 'at-most', value: 300 },
    measure: later(async () => (await import('./cases/guess.ts')).guess),
  },
  {
    name: 'backup',
    title:
      'a backup of 30,000 pupils and a check of the log: the longest that the page kept waiting',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 50 },
    measure: later(async () => (await import('./cases/backup.ts')).backup),
  },
  {
    name: 'import.roll',
    title: 'a workbook of 3,000 pupils: chosen → on the roll and found by the search',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 5_000 },
    measure: later(async () => (await import('./cases/importing.ts')).importRoll),
  },
  {
    name: 'import.photos',
    title: '3,000 photos of 295×413 px and 25 KB: chosen → each a pupil’s',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 20_000 },
    measure: later(async () => (await import('./cases/importing.ts')).importPhotos),
  },
  {
    name: 'memory',
    title: 'PSS of all processes, idle, 3,000 pupils, against a bare Electron + Vue window',
    unit: 'MB',
    n: 20,
    bar: { kind: 'times-floor', factor: 1.4 },
    measure: later(async () => (await import('./cases/memory.ts')).memory),
  },
  {
    name: 'burst',
    title: '600 taps a minute for two minutes: none missed, none doubled, no growth',
    unit: 'MB',
    n: 220,
    bar: { kind: 'times-floor', factor: 1.1 },
    measure: later(async () => (await import('./cases/burst.ts')).burst),
  },
  {
    name: 'recovery.page',
    title: 'the page is killed → its verdict is painted again',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 2_000 },
    measure: later(async () => (await import('./cases/recoveryPage.ts')).recoveryPage),
  },
  {
    name: 'recovery.service',
    title: 'the card service is started again → readers shown as ready',
    unit: 'ms',
    n: 20,
    bar: { kind: 'at-most', value: 5_000 },
    measure: later(async () => (await import('./cases/recoveryService.ts')).recoveryService),
  },
]
