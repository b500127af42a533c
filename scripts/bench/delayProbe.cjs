/**
 * Loaded into a desk's main before everything else (NODE_OPTIONS), where no driver may be attached: writes
 * down each time the event loop kept anybody waiting, as `<epoch ms of its end> <ms>` a line.
 */
const { appendFileSync } = process.getBuiltinModule('node:fs')

const LOOK_EVERY_MS = 5
/** What the loop of an idle program does to a timer is no delay. */
const WORTH_WRITING_MS = 5

const file = process.env['BENCH_DELAYS']
if (process.type === 'browser' && file !== undefined) {
  let last = performance.now()
  setInterval(() => {
    const now = performance.now()
    const late = now - last - LOOK_EVERY_MS
    last = now
    if (late > WORTH_WRITING_MS)
      appendFileSync(file, `${Math.round(performance.timeOrigin + now)} ${late.toFixed(1)}\n`)
  }, LOOK_EVERY_MS).unref()
}
