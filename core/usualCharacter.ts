/**
 * Radicals as characters of their own: what a PDF gives when a name is copied out of it. Source: Unicode,
 * EquivalentUnifiedIdeograph.txt; those NFKC does not bring back by itself.
 */
const RADICALS = `
  ⺁厂 ⺅亻 ⺒巳 ⺓幺 ⺖忄 ⺙攵 ⺝月 ⺠民 ⺣灬 ⺦丬 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺰纟 ⺱罓 ⺲罒 ⺳网 ⺶羊 ⺹耂 ⺺肀 ⺼月 ⺽臼 ⺾艹 ⻁虎 ⻂衤
  ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟
  ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ㇐一 ㇑丨 ㇒丿 ㇔丶
`

/** The dot of names in two parts, as the rule for them has it (GB/T 28039). */
export const NAME_DOT = '\u00b7'

const ODD_DOTS =
  '\u2022\u2027\u30fb\uff65\u2219\u22c5\u25cf\u2024.\u3002\uff0e\uff61\u02d9\u2e31\ua78f\u25aa'

const USUAL: ReadonlyMap<string, string> = new Map([
  ...RADICALS.trim()
    .split(/\s+/)
    .map((pair) => [...pair] as unknown as readonly [string, string]),
  ...[...ODD_DOTS].map((dot) => [dot, NAME_DOT] as const),
  ...[...'\u25cb\u25ef\u3147'].map((ring) => [ring, '\u3007'] as const),
])

/**
 * The character that is usually meant by one that looks the same and is stored as another: ⼀ is 一, ・ is ·,
 * a full-width letter the letter. The usual ones are themselves.
 */
export function usualOf(character: string): string {
  return USUAL.get(character) ?? character.normalize('NFKC')
}
