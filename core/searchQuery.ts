import { joinClass, readClass, type ClassWanted } from './className.ts'
import { fold, nameKey, runsOf } from './searchText.ts'

/** One thing that was typed. A pupil who is found fits all of them. */
export type SearchWord =
  /** of a name, or the beginning of the name of a class: 国际部 */
  | { readonly kind: 'name'; readonly text: string }
  /** small letters: pinyin, initials, or some of each; a name of a class, too */
  | { readonly kind: 'pinyin'; readonly letters: string }
  /** of a 教育ID or a card */
  | { readonly kind: 'digits'; readonly digits: string }
  /** `orName` as in 高一, which begins a name too; null: it cannot */
  | { readonly kind: 'class'; readonly wanted: ClassWanted; readonly orName: string | null }
  /** 张w, 三2张伟: all its parts; or, as 国际部A班 and 2024级3班, the beginning of the name of a class */
  | { readonly kind: 'mixed'; readonly parts: readonly SearchWord[]; readonly orClass: string }

/** More is nothing anybody means, and each costs a look-up. */
const MOST_WORDS = 8

/** Numbers are printed in groups: 1000 7511 3614 1285, 1000-7511. */
const NUMBER_IN_GROUPS = /^\d[\d\s.-]*$/

/** Understands what was typed, of any text; nothing in it that could be found: no words. */
export function searchWords(text: string): readonly SearchWord[] {
  const folded = joinClass(fold(text).trim())
  const asClass = readClass(folded)
  if (NUMBER_IN_GROUPS.test(folded) && asClass === null)
    return [{ kind: 'digits', digits: folded.replace(/\D/g, '') }]
  return joined(folded.split(/\s+/u).flatMap(wordOf)).slice(0, MOST_WORDS)
}

function wordOf(word: string): readonly SearchWord[] {
  const parts = partsOf(word)
  if (parts.length <= 1) return parts
  return [{ kind: 'mixed', parts: parts.slice(0, MOST_WORDS), orClass: nameKey(word) }]
}

function partsOf(word: string): readonly SearchWord[] {
  const found = readClass(word)
  if (found === null) return joined(runWords(word))
  const orName = /^\p{L}+$/u.test(word) ? word : null
  return [{ kind: 'class', wanted: found.wanted, orName }, ...joined(runWords(found.rest))]
}

function runWords(word: string): readonly SearchWord[] {
  const words: SearchWord[] = []
  for (const { kind, text } of runsOf(word)) {
    const last = words.at(-1)
    if (kind === 'digits') words.push({ kind: 'digits', digits: text })
    else if (kind === 'letters') words.push({ kind: 'pinyin', letters: text })
    // what a dot stood between is one name
    else if (last?.kind === 'name') words.splice(-1, 1, { kind: 'name', text: last.text + text })
    else words.push({ kind: 'name', text })
  }
  return words
}

/** Pinyin may be typed syllable by syllable: `zhang wei` is `zhangwei`. */
function joined(words: readonly SearchWord[]): readonly SearchWord[] {
  const all: SearchWord[] = []
  for (const word of words) {
    const last = all.at(-1)
    if (word.kind === 'pinyin' && last?.kind === 'pinyin')
      all.splice(-1, 1, { kind: 'pinyin', letters: last.letters + word.letters })
    else all.push(word)
  }
  return all
}
