/**
 * ms until what was just put on the screen is seen. What stands beside a verdict or below the first
 * lines of a list, faces included, waits so long: it never holds them up (speed.md).
 */
export const TWO_FRAMES_MS = 34
