/**
 * What a scanner means by decimal numbers typed with Alt held down. Windows makes a character of such
 * a number by the program that has the focus and its code page, so makers offer two settings:
 *
 * - GBK, for Chinese Windows: 张 is 54725 (D5 C5 as one number), or its bytes one by one, 213 197;
 * - Unicode: 张 is 24352 (5F20). Some send the bytes of UTF-8 one by one.
 *
 * A number does not say which it is. GBK pairs begin at 33088 (8140), so anything between 256 and
 * that is Unicode; the Chinese of Unicode ends at 40959 (9FFF), and above it stand all the common
 * characters of GBK. In between lie common characters of Unicode (陈 38472) and only rare ones of GBK.
 * So the scan is judged as a whole: one sure Unicode number, then one sure GBK number, else Unicode.
 *
 * @param run numbers that followed one another, of a scan judged by `charsetOf`
 */
export function altText(run: readonly number[], charset: Charset): string {
  const words: string[] = []
  let bytes: number[] = []
  const flush = (): void => {
    if (bytes.length > 0) words.push(bytesText(bytes))
    bytes = []
  }
  for (const number of run) {
    if (number >= 0x80 && number <= 0xff) bytes.push(number)
    else {
      flush()
      words.push(oneText(number, charset))
    }
  }
  flush()
  return words.join('')
}

export type Charset = 'gbk' | 'unicode'

export function charsetOf(numbers: readonly number[]): Charset {
  const wide = numbers.filter((number) => number > 0xff && number <= 0xffff)
  if (wide.some((number) => !isGbkPair(number))) return 'unicode'
  return wide.some((number) => number > 0xa000) ? 'gbk' : 'unicode'
}

function isGbkPair(number: number): boolean {
  const lead = number >> 8
  const trail = number & 0xff
  return lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f
}

function oneText(number: number, charset: Charset): string {
  if (number > 0xffffffff) return ''
  // Beyond Unicode's end: the four bytes of a rare character in GB 18030.
  if (number > 0x10ffff) return chinese([24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff))
  if (number > 0xffff) return String.fromCodePoint(number)
  if (number > 0xff && charset === 'gbk') return chinese([number >> 8, number & 0xff])
  return String.fromCharCode(number)
}

/** Some GBK is whole UTF-8 by chance (模 is ģ), but then hardly ever Chinese. */
function bytesText(bytes: readonly number[]): string {
  const text = new TextDecoder('utf-8').decode(Uint8Array.from(bytes))
  const sound = /\p{Script=Han}/u.test(text) && !text.includes('\uFFFD')
  return sound ? text : chinese(bytes)
}

function chinese(bytes: readonly number[]): string {
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}
