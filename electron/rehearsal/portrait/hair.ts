import type { HairStyle, Look } from './features.ts'
import { cap, FRINGES } from './fringe.ts'

const ALL_GRADES = [1, 13] as const

export const BOYS_HAIR: readonly HairStyle[] = [
  { grades: ALL_GRADES, fringes: ['round', 'swept', 'low-round'] },
  { grades: ALL_GRADES, fringes: ['swept', 'wisps', 'swept-other'] },
  { grades: ALL_GRADES, fringes: ['spiky', 'round'] },
  { grades: ALL_GRADES, fringes: ['round', 'low-round'], cropped: true },
  { grades: [1, 6], fringes: ['straight'] },
  { grades: [7, 13], fringes: ['curtains', 'wisps'] },
]

export const GIRLS_HAIR: readonly HairStyle[] = [
  { grades: ALL_GRADES, fringes: ['straight', 'wisps', 'swept'], behind: (look) => bob(look, 212) },
  { grades: ALL_GRADES, fringes: ['swept', 'curtains', 'wisps'], behind: (look) => bob(look, 192) },
  { grades: ALL_GRADES, fringes: ['back', 'straight', 'wisps'], behind: highTail },
  { grades: ALL_GRADES, fringes: ['swept-other', 'curtains', 'wisps'], over: tailOverShoulder },
  { grades: [1, 9], fringes: ['curtains', 'straight', 'wisps'], over: braids },
  { grades: [1, 6], fringes: ['straight', 'curtains', 'back'], behind: buns },
  { grades: [1, 5], fringes: ['wisps', 'curtains'], behind: bunches },
  { grades: [7, 13], fringes: ['curtains', 'swept', 'wisps'], behind: (look) => bob(look, 240) },
]

const TIES = ['#d45', '#37c', '#e93', '#75b', '#398', '#e7a']

export function hairBehind(look: Look): string {
  return look.hair.behind?.(look) ?? ''
}

/** After the jacket and before the face: it comes from behind the neck. */
export function hairOver(look: Look): string {
  return look.hair.over?.(look) ?? ''
}

/** A line of light keeps black hair from being a hole. */
export function hairOnHead(look: Look): string {
  const { half, hairColour, dice, hair } = look
  const fringe = FRINGES[dice.pick(hair.fringes)]
  const close = hair.cropped ?? false
  const shine = `<path stroke="#fff" stroke-width="5" opacity=".14" d="M${16 - half} 92Q${25 - half} 77-8 72"/>`
  return `<path fill="${hairColour}" d="${cap(look, close)}${fringe(half)}"/>${close ? '' : shine}`
}

function bob({ half, hairColour }: Look, end: number): string {
  const out = half + 5
  return `<path fill="${hairColour}" d="M0 70C-${out + 6} 70-${out + 14} ${end - 40}-${out + 3} ${end}Q0 ${end + 12} ${out + 3} ${end}C${out + 14} ${end - 40} ${out + 6} 70 0 70z"/>`
}

/** Left or right, as the pupil likes it. */
const side = ({ dice }: Look): number => (dice.chance(0.5) ? 1 : -1)

function highTail(look: Look): string {
  const s = side(look)
  return (
    `<path fill="${look.hairColour}" d="M${s * 14} 72Q${s * 32} 38 ${s * 60} 56C${s * 88} 74 ${s * 92} 140 ${s * 74} 190Q${s * 70} 120 ${s * 44} 96z"/>` +
    `<path stroke="${look.dice.pick(TIES)}" stroke-width="9" d="M${s * 30} 62l${s * 12} 12"/>`
  )
}

function tailOverShoulder(look: Look): string {
  const [s, x] = [side(look), look.half]
  return (
    `<path fill="${look.hairColour}" d="M${s * 8} 184Q${s * (x + 4)} 182 ${s * (x + 4)} 232T${s * (x - 8)} 294Q${s * (x - 24)} 270 ${s * (x - 18)} 244T${s * 8} 214z"/>` +
    `<path stroke="${look.dice.pick(TIES)}" stroke-width="7" d="M${s * (x - 19)} 218l${s * 21}-9"/>`
  )
}

/** Each braid is a dashed line with round ends: a string of beads. */
function braids({ half, hairColour, dice }: Look): string {
  const x = half - 4
  return (
    `<path stroke="${hairColour}" stroke-width="20" stroke-dasharray="2 11" d="M-${x} 174q-12 40 0 86M${x} 174q12 40 0 86"/>` +
    `<path stroke="${dice.pick(TIES)}" stroke-width="8" d="M-${x + 5} 264h10M${x - 5} 264h10"/>`
  )
}

function buns({ half, hairColour, dice }: Look): string {
  const x = half - 8
  return (
    `<path stroke="${dice.pick(TIES)}" stroke-width="38" d="M-${x} 82h.1M${x} 82h.1"/>` +
    `<path stroke="${hairColour}" stroke-width="40" d="M-${x + 7} 73h.1M${x + 7} 73h.1"/>`
  )
}

function bunches({ half, hairColour, dice }: Look): string {
  const tail = (s: 1 | -1): string =>
    `M${s * half} 112Q${s * (half + 36)} 108 ${s * (half + 32)} 158T${s * (half + 16)} 196Q${s * (half + 2)} 170 ${s * (half - 2)} 128z`
  return (
    `<path fill="${hairColour}" d="${tail(-1)}${tail(1)}"/>` +
    `<path stroke="${dice.pick(TIES)}" stroke-width="9" d="M-${half + 4} 114v10M${half + 4} 114v10"/>`
  )
}
