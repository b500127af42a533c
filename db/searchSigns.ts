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
  class: '§',
} as const

export const backwards = (digits: string): string => [...digits].reverse().join('')
export const gradeWord = (grade: number): string => `${SIGN.class}${grade}年`
export const numberWord = (number: number): string => `${SIGN.class}${number}班`
export const classWord = (grade: number, number: number): string => `${gradeWord(grade)}${number}班`
