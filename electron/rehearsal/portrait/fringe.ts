import type { Fringe, Look } from './features.ts'

/** The outline of the hair from the left temple over the head to the right one. */
export function cap({ half, sex }: Look, close: boolean): string {
  const out = half + (close ? 2 : 5)
  const top = close ? 46 : sex === 'female' ? 36 : 32
  return `M-${out} 138C-${out + 6} ${top} ${out + 6} ${top} ${out} 138`
}

/** The way back from the right temple to the left one, along the forehead. */
export const FRINGES: Readonly<Record<Fringe, (half: number) => string>> = {
  round: (half) =>
    `L${half - 2} 136Q${half - 3} 110 ${half - 16} 102Q0 91-${half - 16} 102-${half - 3} 110-${half - 2} 136z`,
  'low-round': (half) =>
    `L${half - 1} 138Q${half - 3} 116 ${half - 12} 111Q0 103-${half - 12} 111-${half - 3} 116-${half - 1} 138z`,
  straight: (half) => `L${half - 1} 146 ${half - 7} 121Q0 131-${half - 7} 121L-${half - 1} 146z`,
  swept: (half) =>
    `L${half - 2} 138Q${half - 3} 118 ${half - 11} 112 6 118-${half - 22} 88-${half - 6} 104-${half - 2} 138z`,
  'swept-other': (half) =>
    `L${half - 2} 138Q${half - 6} 104 ${half - 22} 88-6 118-${half - 11} 112-${half - 3} 118-${half - 2} 138z`,
  wisps: (half) =>
    `L${half - 1} 142 ${half - 8} 114Q${half - 14} 122 ${half - 18} 124 18 112 12 108 10 122 2 127-4 112-8 108-14 122-22 125-24 112-${half - 22} 108-${half - 14} 120-${half - 10} 122L-${half - 1} 142z`,
  spiky: (half) =>
    `L${half - 2} 136 ${half - 7} 108 ${half - 17} 115 ${half - 26} 102 14 116 4 103-8 117-18 103-${half - 20} 116-${half - 9} 106-${half - 2} 136z`,
  curtains: (half) => `L${half - 1} 144Q${half - 3} 106 2 84-${half - 3} 106-${half - 1} 144z`,
  back: (half) => `L${half - 1} 134Q${half - 4} 90 0 88-${half - 4} 90-${half - 1} 134z`,
}
