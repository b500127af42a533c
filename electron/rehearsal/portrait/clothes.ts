import type { Look } from './features.ts'

/** The school's sports jacket: one for each stage, as in most schools of Beijing. */
interface Jacket {
  readonly shoulders: string
  readonly chest: string
  readonly piping: string
  readonly collar: string
}

const PRIMARY: Jacket = {
  shoulders: '#2d62b5',
  chest: '#f7f8fa',
  piping: '#d34',
  collar: '#f7f8fa',
}
const JUNIOR: Jacket = { shoulders: '#c8414b', chest: '#f6f6f8', piping: '#fff', collar: '#b8333e' }
const SENIOR: Jacket = { shoulders: '#24375f', chest: '#4a7fc4', piping: '#fff', collar: '#1d2d50' }

function jacketOf(grade: number): Jacket {
  return grade <= 6 ? PRIMARY : grade <= 9 ? JUNIOR : SENIOR
}

export function neck({ skin, chin }: Look): string {
  return `<path fill="${skin.shade}" d="M-20 ${chin - 24}h40v36L0 260-20 ${chin + 12}z"/>`
}

/** Shoulders, a chest of another colour below a piped seam, a zip, two flaps of a collar. */
export function jacket({ grade, sex }: Look): string {
  const { shoulders, chest, piping, collar } = jacketOf(grade)
  const edge = Math.round(80 + Math.min(grade, 12) * (sex === 'male' ? 2 : 1.2))
  const flap = (side: 1 | -1): string =>
    `M${side * 20} 212Q${side * 34} 222 ${side * 39} 238L${side * 15} 266 0 258z`
  return (
    `<path fill="${shoulders}" d="M-${edge} 304C-${edge} 250-${edge - 14} 236-24 222L0 262 24 222C${edge - 14} 236 ${edge} 250 ${edge} 304z"/>` +
    `<path fill="${chest}" stroke="${piping}" stroke-width="4" d="M-${edge - 1} 304Q-52 272 0 262 52 272 ${edge - 1} 304"/>` +
    `<path fill="${collar}" stroke="${grade <= 6 ? shoulders : piping}" stroke-width="2" d="${flap(-1)}${flap(1)}M0 260v50"/>`
  )
}

/** 红领巾: Young Pioneers are in primary school. */
export function scarf({ grade }: Look): string {
  if (grade > 6) return ''
  return (
    '<path fill="#d22" d="M-34 222Q-20 250 0 256 20 250 34 222L42 234Q30 258 8 268L24 302H8L0 276-8 302H-24L-8 268Q-30 258-42 234z"/>' +
    '<path fill="#b11" d="M-9 254Q0 259 9 254L8 271H-8z"/>'
  )
}
