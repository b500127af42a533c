/**
 * What has to be cleared away however this process ends: Ctrl-C, a CI job that is cancelled, an error.
 * Only while something is registered are signals caught: then the last things are done and the process
 * ends with the signal's usual exit code.
 */
import { constants } from 'node:os'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @type {Set<() => void>} */
const lastThings = new Set()

function doLastThings() {
  for (const lastThing of lastThings) lastThing()
  lastThings.clear()
}

/** @param {NodeJS.Signals} signal */
function endBy(signal) {
  process.exit(128 + constants.signals[signal]) // runs doLastThings through 'exit'
}

/**
 * @param {() => void} lastThing must be synchronous
 * @returns {() => void} call it when there is nothing left to clear away
 */
export function atTheEnd(lastThing) {
  if (lastThings.size === 0) {
    process.on('exit', doLastThings)
    for (const signal of SIGNALS) process.on(signal, endBy)
  }
  lastThings.add(lastThing)
  return () => {
    if (!lastThings.delete(lastThing) || lastThings.size > 0) return
    process.off('exit', doLastThings)
    for (const signal of SIGNALS) process.off(signal, endBy)
  }
}
