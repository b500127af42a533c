/**
 * One form for what is typed and what is stored: full width becomes half, capitals small, tone
 * marks go, ü becomes v as on a Chinese keyboard, and a variant of a character the character.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
}

/** A stretch of one kind: name characters, Latin letters or digits. */
export interface Run {
  readonly kind: 'characters' | 'letters' | 'digits'
  readonly text: string
}

/**
 * Digits, Latin letters, or characters a name is written with: letters of any script, 〇, private
 * use (old rolls keep rare characters there), and all of the two ideographic planes, which grow
 * faster than any table.
 */
const RUNS = /[0-9]+|[a-z]+|(?:(?![a-z])[\p{L}\p{Nl}\p{Co}\u{20000}-\u{3FFFF}])+/gu

/** What is left of a folded text without dots, blanks, quotes, emoji: only that can be found. */
export function runsOf(folded: string): readonly Run[] {
  return (folded.match(RUNS) ?? []).map((text) => ({ kind: kindOf(text.charAt(0)), text }))
}

function kindOf(first: string): Run['kind'] {
  if (first >= '0' && first <= '9') return 'digits'
  return first >= 'a' && first <= 'z' ? 'letters' : 'characters'
}

/** A name, or the name of a class, as it is compared: 阿卜杜·热合曼 is 阿卜杜热合曼. */
export function nameKey(name: string): string {
  return keyOf(runsOf(fold(name)))
}

export function keyOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}
