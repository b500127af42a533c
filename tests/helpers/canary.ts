/** Every way a text may lie in a file. */
export function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text)
  const hex = utf8.toString('hex')
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    // base64 at each of the three places a text can have within a group of three bytes
    ...[0, 1, 2].map((shift) => {
      const padded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
      return Buffer.from(padded.slice(shift === 0 ? 0 : 4, -4))
    }),
  ]
}

/** Four bytes lie by chance in megabytes of cipher text: once in a few hundred runs they did. */
const PACKED_LEAST = 6

/** Two digits a byte, as a chip has its numbers; nothing of short ones. */
export function packedOf(digits: string): readonly Buffer[] {
  if (!/^\d+$/.test(digits) || digits.length % 2 !== 0) return []
  const packed = Buffer.from(digits, 'hex')
  return packed.length < PACKED_LEAST ? [] : [packed]
}

/** Which of these texts lie in the bytes, in whatever form. */
export function hits(bytes: Buffer, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => formsOf(text).some((form) => bytes.includes(form)))
}
