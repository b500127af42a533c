import {
  ALL_MIXTURES_UP_TO,
  longNameForms,
  mixturesFrom,
  syllableOf,
  type Syllable,
} from '../core/pinyinForms.ts'
import { fold, nameKey, runsOf } from '../core/searchText.ts'
import { readingsOf } from './pinyin.ts'
import { backwards, classWord, gradeWord, numberWord, SIGN } from './searchSigns.ts'

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
  const { educationId, cardNumbers } = pupil
  return [
    ...nameForms(pupil.name),
    ...pinyinForms(spokenOf(pupil.name)),
    ...(educationId === null ? [] : [educationId, SIGN.idTail + backwards(educationId)]),
    ...cardNumbers.flatMap((one) => [SIGN.card + one, SIGN.cardTail + backwards(one)]),
    ...classForms(pupil),
  ]
}

/** 「张小明」 小明 明 */
function nameForms(name: string): readonly string[] {
  const characters = [...nameKey(name)]
  return characters.map((_, at) => fromBeginning(characters.slice(at).join(''), at))
}

/** The same of what is spoken: 「zhangxiaoming」 … xiaoming xming ming */
function pinyinForms(spoken: readonly Spoken[]): readonly string[] {
  return spoken.flatMap((_, at) => formsOf(spoken.slice(at)).map((one) => fromBeginning(one, at)))
}

const fromBeginning = (form: string, at: number): string =>
  at === 0 ? SIGN.begin + form + SIGN.end : form

/** A character with a reading, or a word in Latin letters, which is read as it stands. */
export interface Spoken {
  readonly text: string
  readonly syllable: Syllable
}

const syllables = new Map<string, Syllable>()

export function spokenOf(name: string): readonly Spoken[] {
  return runsOf(fold(name))
    .filter((run) => run.kind !== 'digits')
    .flatMap(({ kind, text }) => (kind === 'letters' ? [text] : [...text]))
    .map((text) => ({ text, syllable: syllableFor(text) }))
    .filter(({ syllable }) => syllable.whole.length > 0)
}

function syllableFor(text: string): Syllable {
  const known = syllables.get(text)
  if (known) return known
  const syllable = syllableOf(/^[a-z]/.test(text) ? [text] : readingsOf(text))
  syllables.set(text, syllable)
  return syllable
}

function formsOf(spoken: readonly Spoken[]): readonly string[] {
  return spoken.length > ALL_MIXTURES_UP_TO
    ? longNameForms(spoken.map(({ syllable }) => syllable))
    : mixtures(spoken)
}

function mixtures([first, ...rest]: readonly Spoken[]): readonly string[] {
  if (first === undefined) return []
  return mixturesFrom(first.syllable, rest.length === 0 ? null : mixtures(rest))
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
