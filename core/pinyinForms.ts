/** Longer names are typed from their beginning, or by their initials: not every mixture is kept. */
const ALL_MIXTURES_UP_TO = 4

/** How one character is typed: its readings whole, and their beginnings. */
interface Syllable {
  readonly whole: readonly string[]
  readonly initials: readonly string[]
}

/**
 * Everything that can be typed for a name, each text so long that what is typed is its beginning:
 * of 张伟 zhangwei, zwei, zhwei; `zw` begins the second.
 *
 * @param readings of each character, small letters, ü as v
 */
export function pinyinForms(readings: readonly (readonly string[])[]): readonly string[] {
  const syllables = readings.map(syllableOf)
  return [
    ...new Set(
      syllables.length <= ALL_MIXTURES_UP_TO ? mixtures(syllables) : wholeThenInitials(syllables),
    ),
  ]
}

function syllableOf(readings: readonly string[]): Syllable {
  const whole = [...new Set(readings.flatMap(spellings))]
  const initials = whole.flatMap((one) => [one.slice(0, 1), ...(/^[zcs]h/.exec(one) ?? [])])
  return { whole, initials: [...new Set(initials)] }
}

/** 吕 is typed lv or lu, and stands as LYU in a passport. */
function spellings(reading: string): readonly string[] {
  return /^[ln]v/.test(reading)
    ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')]
    : [reading]
}

/** An initial at the end is the beginning of the whole syllable: only those before it vary. */
function mixtures(syllables: readonly Syllable[]): readonly string[] {
  const last = syllables.at(-1)
  if (last === undefined) return []
  return syllables
    .slice(0, -1)
    .reduceRight<readonly string[]>(
      (ends, { whole, initials }) =>
        [...whole, ...initials].flatMap((one) => ends.map((end) => one + end)),
      last.whole,
    )
}

/** Of one character another reading at a time, or a long name would have thousands of forms. */
function wholeThenInitials(syllables: readonly Syllable[]): readonly string[] {
  const spoken: (readonly Syllable[])[] = [syllables.map((one) => only(one, 0))]
  for (const [at, { whole }] of syllables.entries())
    for (let other = 1; other < whole.length; other += 1)
      spoken.push(syllables.map((one, place) => only(one, place === at ? other : 0)))
  return spoken.flatMap((name) =>
    name.map((_, wholeUpTo) =>
      name
        .map(({ whole, initials }, place) =>
          place < wholeUpTo || place === name.length - 1 ? whole[0] : initials[0],
        )
        .join(''),
    ),
  )
}

function only({ whole }: Syllable, reading: number): Syllable {
  const one = whole[reading] ?? ''
  return { whole: [one], initials: [one.slice(0, 1)] }
}
