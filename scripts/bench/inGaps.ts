/* A function that runs in the page: sent there as text, so it stands for itself. */

declare const window: {
  /** the longest gap since it was asked last. @returns ms */
  benchGap?: () => number
}

/** From now on the page looks at its own clock as often as a browser lets it. */
export function watchGaps(): void {
  /** what lies between two looks of a page that does nothing */
  const USUAL_MS = 4
  let last = performance.now()
  let longest = 0
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last - USUAL_MS)
    last = now
    setTimeout(look, USUAL_MS)
  }
  look()
  window.benchGap = () => {
    const found = longest
    longest = 0
    return found
  }
}
