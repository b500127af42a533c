import { expect, it } from 'vitest'
import { isForbiddenKey } from '../../electron/forbiddenKeys.ts'

const key = (text: string) => {
  const parts = text.split('+')
  const last = text.endsWith('++') ? '+' : (parts.at(-1) ?? '')
  return {
    key: last,
    control: parts.includes('Ctrl'),
    meta: parts.includes('Cmd'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
}

it.each(
  'F5 F11 F12 Ctrl+r Ctrl+Shift+I Ctrl+p Ctrl+s Ctrl+o Ctrl+w Ctrl+n Ctrl+t Ctrl++ Ctrl+- Ctrl+0 Cmd+w Alt+ArrowLeft Ctrl+Shift+R'.split(
    ' ',
  ),
)('%s does nothing (E27)', (text) => expect(isForbiddenKey(key(text))).toBe(true))

it.each('a 1 Enter Escape Tab Ctrl+a Ctrl+c Ctrl+v Ctrl+x Ctrl+z ArrowLeft F1'.split(' '))(
  '%s is for working with',
  (text) => expect(isForbiddenKey(key(text))).toBe(false),
)
