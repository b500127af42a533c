import { pinyinForms } from '../core/pinyinForms.ts'
import { fold, nameKey, runsOf } from '../core/searchText.ts'
import { readingsOf } from './pinyin.ts'

/**
 * Signs before a word tell what it is of. None can be typed: core/searchText.ts keeps letters,
 * digits and name characters only.
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

export interface SearchedPupil {
  readonly name: string
  readonly educationId: string | null
  readonly grade: number | null
  readonly classNumber: number | null
  readonly className: string | null
  /** digits, of all cards the pupil has or had */
  readonly cardNumbers: readonly string[]
}

/** Everything one pupil can be found by, as words of search_word. */
export function searchForms(pupil: SearchedPupil): readonly string[] {
  return [
    ...nameForms(pupil.name),
    ...(pupil.educationId === null
      ? []
      : [pupil.educationId, SIGN.idTail + backwards(pupil.educationId)]),
    ...pupil.cardNumbers.flatMap((one) => [SIGN.card + one, SIGN.cardTail + backwards(one)]),
    ...classForms(pupil),
  ]
}

function nameForms(name: string): readonly string[] {
  const characters = [...nameKey(name)]
  const readings = spokenOf(name)
  return [
    ...characters.map((_, at) => bracketed(characters.slice(at).join(''), at)),
    ...readings.flatMap((_, at) =>
      pinyinForms(readings.slice(at)).map((form) => bracketed(form, at)),
    ),
  ]
}

const bracketed = (form: string, at: number): string =>
  at === 0 ? `${SIGN.begin}${form}${SIGN.end}` : form

/** How each character is read; a word in Latin letters is read as it stands. */
export function spokenOf(name: string): readonly (readonly string[])[] {
  return runsOf(fold(name)).flatMap(({ kind, text }) =>
    kind === 'letters' ? [[text]] : [...text].map(readingsOf).filter((one) => one.length > 0),
  )
}

function classForms({ grade, classNumber, className }: SearchedPupil): readonly string[] {
  if (grade === null || classNumber === null || className === null) return []
  return [
    gradeWord(grade),
    numberWord(classNumber),
    classWord(grade, classNumber),
    SIGN.class + nameKey(className),
  ]
}
