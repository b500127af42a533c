/** The dark squares as one path: a run of them in a row is one bar. */
export function qrPath(squares: readonly (readonly boolean[])[]): string {
  return squares.flatMap((row, y) => runs(row).map(([x, width]) => bar(x, y, width))).join('')
}

const bar = (x: number, y: number, width: number): string => `M${x} ${y}h${width}v1h-${width}z`

function runs(row: readonly boolean[]): readonly (readonly [from: number, width: number])[] {
  const found: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (!dark) continue
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1
    else found.push([x, 1])
  }
  return found
}
