import type { Look } from './features.ts'

const INK = '#322'

/** A short thick line with round ends is an oval: left and right in one path. */
function ovals(x: number, y: number, [across, down]: readonly [number, number]): string {
  return `M-${x} ${y}h-${across}v${down}M${x} ${y}h${across}v${down}`
}

/** Head and ears. The face is drawn around x = 0. */
export function head({ half, jaw, chin, eyes, skin }: Look): string {
  return (
    `<path stroke="${skin.shade}" stroke-width="17" d="${ovals(half, eyes - 1, [0, 10])}"/>` +
    `<path fill="${skin.light}" d="M-${half} 122C-${half} ${chin - 26}-${jaw} ${chin} 0 ${chin}S${half} ${chin - 26} ${half} 122C${half} 56-${half} 56-${half} 122z"/>`
  )
}

export function features(look: Look): string {
  return cheeks(look) + eyes(look) + brows(look) + nose(look) + mouth(look) + glasses(look)
}

function cheeks({ grade, eyes, skin, half, dice }: Look): string {
  if (!dice.chance(grade <= 6 ? 0.9 : 0.45)) return ''
  const opacity = grade <= 6 ? '.45' : '.3'
  return `<path stroke="${skin.cheek}" stroke-width="14" opacity="${opacity}" d="${ovals(half - 24, eyes + 23, [5, 0])}"/>`
}

const apart = ({ half }: Look): number => Math.round(half * 0.46)

/** Dark ovals under a lid; a lid fold or lashes on some. */
function eyes(look: Look): string {
  const { dice, sex, grade } = look
  const [x, y] = [apart(look), look.eyes]
  const wide = 8 + dice.below(3)
  const bend = 7 + dice.below(4)
  const tilt = dice.below(3) - 1
  const lash = sex === 'female' && dice.chance(0.6) ? 3 : 0
  const lid = [-1, 1].map(
    (side) =>
      `M${side * (x - wide)} ${y - 1}Q${side * x} ${y - bend - 3} ${side * (x + wide)} ${y - 1 - tilt}` +
      (lash ? `l${side * lash}-2` : ''),
  )
  const fold = [-1, 1].map((side) => `M${side * (x - 6)} ${y - 9}q${side * 7}-3 ${side * 13} 1`)
  return (
    `<path stroke="${INK}" stroke-width="${grade <= 6 ? 10 : 9}" d="${ovals(x, y - 1, [0, 3 - (wide % 2)])}"/>` +
    `<path stroke="#fff" stroke-width="3.4" d="M${2 - x} ${y - 2}h.1M${x + 2} ${y - 2}h.1"/>` +
    `<path stroke="${INK}" stroke-width="2.4" d="${lid.join('')}"/>` +
    (dice.chance(0.5)
      ? `<path stroke="${look.skin.shade}" stroke-width="1.6" d="${fold.join('')}"/>`
      : '')
  )
}

function brows(look: Look): string {
  const { dice, sex, hairColour } = look
  const [x, y] = [apart(look), look.eyes - 18 - dice.below(3)]
  const width = (sex === 'female' ? 2.5 : 3.5) + dice.below(3) * 0.5
  const arch = 3 + dice.below(5)
  const slope = dice.below(3) - 1
  const brow = [-1, 1].map(
    (side) =>
      `M${side * (x - 10)} ${y + slope}Q${side * (x + 1)} ${y - arch} ${side * (x + 11)} ${y + 2}`,
  )
  return `<path stroke="${hairColour}" stroke-width="${width}" opacity=".85" d="${brow.join('')}"/>`
}

const NOSES = ['m-5 0q5 5 10 0', 'm-4 0q4 4 8 0', 'm-1-9q-6 8-3 10 3 2 8 0', 'm-6 0q6 5 12 0']

function nose({ dice, eyes, skin }: Look): string {
  return `<path stroke="${skin.shade}" stroke-width="2.8" d="M0 ${eyes + 19}${dice.pick(NOSES)}"/>`
}

/** Nobody is asked to laugh for a card; small children do. */
function mouth({ dice, eyes, chin, sex, grade }: Look): string {
  const y = Math.round((eyes + 19 + chin) / 2)
  const wide = 10 + dice.below(5)
  if (dice.chance(grade <= 6 ? 0.35 : 0.15))
    return `<path fill="#fff" stroke="#b55" stroke-width="2.6" stroke-linejoin="round" d="M-${wide} ${y - 2}Q0 ${y + 2} ${wide} ${y - 2}Q0 ${y + 16}-${wide} ${y - 2}z"/>`
  const colour = sex === 'female' ? '#c55' : '#a54'
  return `<path stroke="${colour}" stroke-width="3" d="M-${wide} ${y - 1}Q0 ${y + 5 + dice.below(7)} ${wide} ${y - 1}"/>`
}

const FRAMES = ['#223', '#543', '#346', '#734', '#789']

function glasses(look: Look): string {
  if (!look.glasses) return ''
  const [x, y] = [apart(look), look.eyes]
  const lens = look.dice.chance(0.5)
    ? (cx: number) => `M${cx - 16} ${y}a16 16 0 1 0 32 0 16 16 0 1 0-32 0z`
    : (cx: number) => `M${cx - 17} ${y - 9}q0-4 4-4h26q4 0 4 4v12q0 8-8 8h-18q-8 0-8-8z`
  return `<path stroke="${look.dice.pick(FRAMES)}" stroke-width="2.6" stroke-linejoin="round" d="${lens(-x)}${lens(x)}M${17 - x} ${y - 3}q${x - 17}-5 ${2 * (x - 17)} 0"/>`
}
