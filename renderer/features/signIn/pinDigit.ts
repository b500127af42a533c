/**
 * The digit a key means, where the browser would not write it by itself: an input method has taken the
 * key, or NumLock is off. null: the browser writes what is meant.
 */
export function pinDigit({ code, key, shiftKey }: KeyboardEvent): string | null {
  const [, pad, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? []
  if (digit === undefined || key === digit || shiftKey) return null
  return pad === 'Numpad' || key === 'Process' ? digit : null
}
