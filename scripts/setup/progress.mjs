/** Telling the person what takes long, while it takes long. */

const started = Date.now()

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return milliseconds < 10_000
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.round(milliseconds / 1000)} s`
}

/** @param {string} text */
export const say = (text) => console.log(`[${seconds(Date.now() - started)}] ${text}`)

/**
 * Says what begins, repeats a sign of life every ten seconds, and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] e.g. how much has arrived
 * @returns {Promise<T>}
 */
export async function longStep(title, work, detail = () => '') {
  const begin = Date.now()
  say(`${title} …`)
  const timer = setInterval(() => {
    const more = detail()
    say(`  still at it (${seconds(Date.now() - begin)}${more ? `, ${more}` : ''})`)
  }, 10_000)
  try {
    const result = await work()
    say(`  done in ${seconds(Date.now() - begin)}`)
    return result
  } finally {
    clearInterval(timer)
  }
}
