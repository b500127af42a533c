import { joinClass, readClass } from '../core/className.ts'
import {
  ALL_MIXTURES_UP_TO,
  longNameForms,
  mixturesFrom,
  spelledOut,
  syllableOf,
  type Syllable,
} from '../core/pinyinForms.ts'
import { fold, keyOf, nameKey, runsOf } from '../core/searchText.ts'
import { readingsOf } from './pinyin.ts'
import { backwards, classWord, SIGN } from './searchSigns.ts'

export interface SearchedPupil {
  readonly name: SearchedName
  readonly educationId: string | null
  /** of the class the pupil is in */
  readonly classForms: readonly string[]
  /** digits, of all cards the pupil has or had */
  readonly cardNumbers: readonly string[]
}

/** Everything one pupil can be found by, as words of search_word. */
export function searchForms(pupil: SearchedPupil): readonly string[] {
  const { name, educationId, cardNumbers } = pupil
  return [
    ...nameForms(name.key),
    ...pinyinForms(name.spoken),
    ...(educationId === null ? [] : [educationId, SIGN.idTail + backwards(educationId)]),
    ...cardNumbers.flatMap((one) => [SIGN.card + one, SIGN.cardTail + backwards(one)]),
    ...pupil.classForms,
  ]
}

/** 「张小明」 小明 明 */
function nameForms(key: string): readonly string[] {
  const characters = [...key]
  return characters.map((_, at) =>
    at === 0 ? SIGN.begin + key + SIGN.end : characters.slice(at).join(''),
  )
}

/**
 * The same of what is spoken: 「zhangxiaoming」 「zxming … xiaoming xming ming. Only what is spelled
 * out is closed: z and hang of 张航 shall not be nearer to `zhang` than 张伟 is.
 */
function pinyinForms(spoken: readonly Syllable[]): readonly string[] {
  const spelled = new Set(spelledOut(spoken))
  return spoken.flatMap((_, at) =>
    formsOf(spoken.slice(at)).map((one) =>
      at > 0 ? one : SIGN.begin + one + (spelled.has(one) ? SIGN.end : ''),
    ),
  )
}

/** A name as it is written and as it is spoken. */
export interface SearchedName {
  readonly key: string
  /** of each character with a reading; a word in Latin letters is read as it stands */
  readonly spoken: readonly Syllable[]
}

export function searchedName(name: string): SearchedName {
  const runs = runsOf(fold(name))
  const spoken = runs
    .filter((run) => run.kind !== 'digits')
    .flatMap(({ kind, text }) => (kind === 'letters' ? [syllableOf([text])] : syllablesOf(text)))
  return { key: keyOf(runs), spoken }
}

/** Few thousand characters are in names: each is asked for once. */
const known = new Map<string, Syllable>()

function syllablesOf(characters: string): readonly Syllable[] {
  return [...characters].map(syllableFor).filter((one) => one.whole.length > 0)
}

function syllableFor(character: string): Syllable {
  const before = known.get(character)
  if (before) return before
  const syllable = syllableOf(readingsOf(character))
  known.set(character, syllable)
  return syllable
}

function formsOf(spoken: readonly Syllable[]): readonly string[] {
  return spoken.length > ALL_MIXTURES_UP_TO ? longNameForms(spoken) : mixtures(spoken)
}

function mixtures([first, ...rest]: readonly Syllable[]): readonly string[] {
  if (first === undefined) return []
  return mixturesFrom(first, rest.length === 0 ? null : mixtures(rest))
}

/**
 * The class (its beginning is the grade), all of that number, and what its name says: 国际部A班, or
 * 初三2班 where the third year is the eighth. Words of a name may be typed apart.
 */
export function classForms(grade: number, number: number, name: string): readonly string[] {
  const folded = joinClass(fold(name)).trim()
  const known = [classWord({ grade, number }), classWord({ grade: null, number })]
  const said = readClass(folded)
  if (said?.rest === '' && known.includes(classWord(said.wanted))) return known
  const typed = [folded, ...folded.split(/\s+/u)]
  return [...new Set([...known, ...typed.flatMap(classNameForms)])]
}

function classNameForms(typed: string): readonly string[] {
  const said = readClass(typed)
  const names = [typed, said?.rest ?? ''].map(nameKey).filter((one) => one !== '')
  return [
    ...(said === null ? [] : [classWord(said.wanted)]),
    ...names.map((one) => SIGN.class + one),
  ]
}
