/** One part of a ring: its outline, and where its number stands. */
export interface RingArc<Name> {
  readonly name: Name
  readonly n: number
  readonly path: string
  readonly label: { readonly x: number; readonly y: number }
}

/** On a field of 200 by 200. */
const MIDDLE = 100
const OUTER = 96
const INNER = 60
/** Between two parts, in pixels of that field. */
const GAP = 3
/** The least a part is drawn with, so that one of three hundred is seen and can be pressed; its number fits. */
const LEAST = 0.26

/** Clockwise from above; who has nothing has no part. */
export function ringArcs<Name>(
  parts: readonly { readonly name: Name; readonly n: number }[],
): readonly RingArc<Name>[] {
  const there = parts.filter(({ n }) => n > 0)
  const total = there.reduce((sum, { n }) => sum + n, 0)
  const free = 2 * Math.PI - LEAST * there.length
  const spans = there.map(({ n }) => LEAST + (free * n) / total)
  return there.map(({ name, n }, index) => {
    const from = spans.slice(0, index).reduce((sum, span) => sum + span, 0)
    const to = from + (spans[index] ?? 0)
    const path = there.length === 1 ? wholeRing() : arc(from, to)
    return { name, n, path, label: at((from + to) / 2, (OUTER + INNER) / 2) }
  })
}

function at(angle: number, radius: number): { readonly x: number; readonly y: number } {
  const round = (value: number): number => Math.round(value * 100) / 100
  return {
    x: round(MIDDLE + radius * Math.sin(angle)),
    y: round(MIDDLE - radius * Math.cos(angle)),
  }
}

function arc(from: number, to: number): string {
  const point = (angle: number, radius: number): string => {
    const { x, y } = at(angle, radius)
    return `${x} ${y}`
  }
  const large = to - from > Math.PI ? 1 : 0
  const [outer, inner] = [GAP / 2 / OUTER, GAP / 2 / INNER]
  return [
    `M${point(from + outer, OUTER)}`,
    `A${OUTER} ${OUTER} 0 ${large} 1 ${point(to - outer, OUTER)}`,
    `L${point(to - inner, INNER)}`,
    `A${INNER} ${INNER} 0 ${large} 0 ${point(from + inner, INNER)}Z`,
  ].join('')
}

function wholeRing(): string {
  const circle = (radius: number, sweep: 0 | 1): string => {
    const [top, bottom] = [MIDDLE - radius, MIDDLE + radius]
    const half = `A${radius} ${radius} 0 1 ${sweep} ${MIDDLE}`
    return `M${MIDDLE} ${top}${half} ${bottom}${half} ${top}Z`
  }
  return circle(OUTER, 1) + circle(INNER, 0)
}
