import { createRequire } from 'node:module'

type Pinyin = (
  text: string,
  options: {
    readonly toneType: 'none'
    readonly type: 'array'
    readonly v: true
    readonly multiple: true
    readonly nonZh: 'removed'
  },
) => string[]

/**
 * Loaded with the first roll and not with the program: 320 KB and its dictionary, which no tap and
 * no search needs. By `createRequire`, because it must be loaded in the middle of a transaction, in
 * main as in a worker, bundled or not.
 */
let pinyin: Pinyin | null = null

/**
 * All readings of a character, small letters, no tones, ü as v; none where it has no known one.
 * All of them, because 单 is Shàn in a name and typed `dan` by who does not know.
 */
export function readingsOf(character: string): readonly string[] {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { readonly pinyin: Pinyin }).pinyin
  const readings = pinyin(character, {
    toneType: 'none',
    type: 'array',
    v: true,
    multiple: true,
    nonZh: 'removed',
  })
  return readings.filter((one) => /^[a-z]+$/.test(one))
}
