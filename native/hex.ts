/** Upper case, without spaces. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

/** Spaces are allowed. Throws on anything that is not whole bytes: for constants and records. */
export function bytes(text: string): Uint8Array {
  const digits = text.replaceAll(/\s/g, '')
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error('not hexadecimal bytes')
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** Binary coded decimal: null when a half-byte is no digit. */
export function bcd(data: Uint8Array): string | null {
  const digits = hex(data)
  return /^\d*$/.test(digits) ? digits : null
}
