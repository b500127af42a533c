interface Key {
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const FUNCTION_KEYS = new Set(['F3', 'F5', 'F7', 'F11', 'F12'])
const WITH_CONTROL = new Set([
  'r',
  'p',
  's',
  'o',
  'w',
  'n',
  't',
  'u',
  'j',
  'g',
  'h',
  '+',
  '-',
  '=',
  '0',
])
const WITH_CONTROL_SHIFT = new Set(['i', 'c', 'j', 'r', 'n', 't', 'w', 'p'])

/** The browser's own keys; the desk's are handled in the page. */
export function isForbiddenKey(key: Key): boolean {
  const letter = key.key.toLowerCase()
  const control = key.control || key.meta
  if (FUNCTION_KEYS.has(key.key)) return true
  if (key.alt && (key.key === 'ArrowLeft' || key.key === 'ArrowRight')) return true
  if (control && key.shift) return WITH_CONTROL_SHIFT.has(letter) || WITH_CONTROL.has(letter)
  return control && WITH_CONTROL.has(letter)
}
