/** Longer names are typed from their beginning, or by their initials: not every mixture is kept. */
export const ALL_MIXTURES_UP_TO = 4

/** How one character is typed: its readings whole, and their beginnings. */
export interface Syllable {
  readonly whole: readonly string[]
  readonly initials: readonly string[]
}

/** @param readings of one character, small letters, ü as v */
export function syllableOf(readings: readonly string[]): Syllable {
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

/**
 * What can be typed for a character and those behind it, each text so long that what is typed is
 * its beginning: of 张伟 zhangwei, zwei, zhwei; `zw` begins the second. So an initial at the very
 * end needs no form of its own.
 *
 * @param ends what can be typed for the characters behind it; null: it is the last
 */
export function mixturesFrom(
  { whole, initials }: Syllable,
  ends: readonly string[] | null,
): readonly string[] {
  if (ends === null) return whole
  return [...whole, ...initials.filter((one) => !whole.includes(one))].flatMap((one) =>
    ends.map((end) => one + end),
  )
}

/**
 * For a long name: from the beginning on whole, then initials. Of one character at a time another
 * reading, or such a name would have thousands of forms.
 */
export function longNameForms(syllables: readonly Syllable[]): readonly string[] {
  return spokenWays(syllables).flatMap((name) =>
    name.map((_, wholeUpTo) =>
      name
        .map((one, at) => (at < wholeUpTo || at === name.length - 1 ? one : one.slice(0, 1)))
        .join(''),
    ),
  )
}

/** What is spelled to the end, without initials; of a long name as in `longNameForms`. */
export function spelledOut(syllables: readonly Syllable[]): readonly string[] {
  if (syllables.length > ALL_MIXTURES_UP_TO)
    return spokenWays(syllables).map((name) => name.join(''))
  return syllables.reduce<readonly string[]>(
    (before, { whole }) => before.flatMap((one) => whole.map((next) => one + next)),
    [''],
  )
}

function spokenWays(syllables: readonly Syllable[]): readonly (readonly string[])[] {
  const usual = syllables.map(({ whole }) => whole[0] ?? '')
  const others = syllables.flatMap(({ whole }, at) =>
    whole.slice(1).map((other) => usual.with(at, other)),
  )
  return [usual, ...others]
}
