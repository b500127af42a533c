import type { ClassWanted } from '../core/className.ts'

/**
 * Signs before a word of the index tell what it is of. None can be typed: core/searchText.ts keeps
 * letters, digits and name characters only.
 */
export const SIGN = {
  /** 「张伟」: the name from its beginning to its end; without it, from a later character on */
  begin: '「',
  end: '」',
  /** a 教育ID read backwards, for its last digits */
  idTail: '←',
  card: '№',
  /** a card's number read backwards */
  cardTail: '⇐',
  /** §3年2班 and §2班 of every class; §国际部a班, where its name says more or something else */
  class: '§',
} as const

export const backwards = (digits: string): string => [...digits].reverse().join('')

/** A whole grade has no number: its word is the beginning of those of its classes. */
export function classWord({ grade, number }: ClassWanted): string {
  const inGrade = number === null ? '' : `${number}班`
  return SIGN.class + (grade === null ? inGrade : `${grade}年${inGrade}`)
}
