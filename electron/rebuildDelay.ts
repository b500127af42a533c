const WITHIN_MS = 60_000
const AT_ONCE = 3
const LATER_MS = 10_000

/**
 * How long a page that died waits for its successor: not at all, but for one that dies again and
 * again, which would otherwise keep the computer busy with dying.
 *
 * @param deaths uptime of each death in ms, the newest last
 * @returns ms
 */
export function rebuildDelay(deaths: readonly number[]): number {
  const newest = deaths.at(-1) ?? 0
  const lately = deaths.filter((death) => newest - death < WITHIN_MS)
  return lately.length <= AT_ONCE ? 0 : LATER_MS
}
