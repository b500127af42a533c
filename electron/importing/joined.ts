/** Parts of a file behind each other, as bytes of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** @param sign in ASCII */
export const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  [...sign].every((character, at) => bytes[at] === character.charCodeAt(0))
