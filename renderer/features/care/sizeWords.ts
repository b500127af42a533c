const UNITS = ['KB', 'MB', 'GB', 'TB'] as const

/** 120 GB, 1.2 GB, 18 MB: as a folder's window says it. */
export function sizeWords(bytes: number): string {
  let [size, unit] = [bytes / 1_000, 0]
  while (size >= 1_000 && unit < UNITS.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`
}
