import { readText, refusedCell, type CellRead } from './rollFileCell.ts'
import type { TableCell } from './rollFileTable.ts'

export interface NameRead {
  readonly name: string
  /** it may be right, and somebody should look: digits, brackets, a character of private use */
  readonly odd: boolean
}

/** The dots of 阿卜杜·热合曼, as keyboards and systems write them. */
const DOTS = /\s*[·•‧∙⋅・･ㆍ●᛫]\s*/gu
/** A full stop between two Chinese characters is meant as that dot. */
const STOP = /(?<=\p{Script=Han})\s*[.．。]\s*(?=\p{Script=Han})/gu
/** A blank for looks, in a column of names of two and three characters. */
const PADDING =
  /(?<=[\p{Script=Han}\p{Co}\u{20000}-\u{3FFFF}])\s+(?=[\p{Script=Han}\p{Co}\u{20000}-\u{3FFFF}])/gu

/** What stands where a system had no character, or hid one. */
const GONE = /[?？\uFFFD□■◇〓*＊\p{Cs}\p{Cc}]/u
/** What a name is written with: letters, marks of letters, and two planes that grow faster than any table. */
const LETTER = /[\p{L}\p{Nl}\u{20000}-\u{3FFFF}]/u
const PLAIN = /^[\p{L}\p{M}\p{Nl}\u{20000}-\u{3FFFF}· '’.-]+$/u
const LONGEST = 60

/**
 * Reads a name. Characters stay as they are (no normal form: it would change variants that families insist on); blanks for
 * looks go, and dots become one dot.
 */
export function readName(cell: TableCell): CellRead<NameRead> {
  if (typeof cell !== 'string' && cell.kind === 'number') return DAMAGED
  const read = readText(cell, { merged: 'refused' })
  if (read.kind === 'empty') return refusedCell('name-missing')
  if (read.kind === 'trouble') return read
  const name = read.value
    .replace(/\s+/gu, ' ')
    .replace(DOTS, '·')
    .replace(STOP, '·')
    .replace(PADDING, '')
  const someLetter = LETTER.test(name) || /\p{Co}/u.test(name)
  if (GONE.test(name) || !someLetter || [...name].length > LONGEST) return DAMAGED
  return { kind: 'read', value: { name, odd: !PLAIN.test(name) } }
}

const DAMAGED = refusedCell('name-damaged')
