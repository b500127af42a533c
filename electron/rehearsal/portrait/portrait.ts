import { jacket, neck, scarf } from './clothes.ts'
import { features, head } from './face.ts'
import { hairBehind, hairOnHead, hairOver } from './hair.ts'
import { lookOf, type Sitter } from './look.ts'

const BLUE_GROUNDS = ['#d3e4f5', '#c9ddf1', '#dbe8f4']
const GROUNDS = [...BLUE_GROUNDS, '#f3f5f6']

/**
 * A drawn portrait, 3:4, as on a card: the same sitter always gives the same drawing, and no
 * drawing is of a person. Presentation attributes only, so that any image element may show it.
 */
export function drawPortrait(sitter: Sitter): string {
  const look = lookOf(sitter)
  // a white jacket would be lost on white
  const ground = look.dice.pick(sitter.grade > 6 && sitter.grade <= 9 ? BLUE_GROUNDS : GROUNDS)
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="320" viewBox="0 0 240 320">' +
    `<path fill="${ground}" d="M0 0h240v320H0z"/><g fill="none" stroke-linecap="round" transform="translate(120,-34) scale(1.18)">` +
    hairBehind(look) +
    neck(look) +
    jacket(look) +
    scarf(look) +
    hairOver(look) +
    head(look) +
    features(look) +
    hairOnHead(look) +
    '</g></svg>'
  )
}
