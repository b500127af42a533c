import { createRequire } from 'node:module'

type Polyphonic = (
  text: string,
  options: {
    readonly toneType: 'none' | 'symbol'
    readonly type: 'array'
    readonly v: true
  },
) => string[][]

/**
 * `polyphonic`, which looks characters up, and not `pinyin`, which builds a tree of words first: 90 ms and
 * 17 MB for the same answers. Loaded with the first roll and not with the program: 320 KB and its dictionary, which no tap and
 * no search needs. By `createRequire`, because it must be loaded in the middle of a transaction, in
 * main as in a worker, bundled or not.
 */
let polyphonic: Polyphonic | null = null

/** All of what the first reading takes; for whoever can give it a turn of its own. */
export function loadPinyin(): void {
  polyphonic ??= (
    createRequire(import.meta.url)('pinyin-pro') as { readonly polyphonic: Polyphonic }
  ).polyphonic
}

/**
 * All readings of a character, small letters, no tones, ü as v; none where it has no known one.
 * All of them, because 单 is Shàn in a name and typed `dan` by who does not know.
 */
export function readingsOf(character: string): readonly string[] {
  return readingsWith('none', character).filter((one) => /^[a-z]+$/.test(one))
}

/** The same with their tones, as they are shown: dān shàn chán. */
export function tonedReadingsOf(character: string): readonly string[] {
  return readingsWith('symbol', character).filter(
    (one) => one !== character && /^[\p{sc=Latin}\p{M}]+$/u.test(one),
  )
}

function readingsWith(toneType: 'none' | 'symbol', character: string): readonly string[] {
  loadPinyin()
  return polyphonic?.(character, { toneType, type: 'array', v: true })[0] ?? []
}
