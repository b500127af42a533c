import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSignature, signatureOf, signaturePath } from '../../../core/case/signature.ts'

it('keeps strokes as whole points on the sheet', () => {
  const drawn = [
    [
      { x: 1.4, y: 2.6 },
      { x: 1_200, y: -3 },
    ],
    [{ x: 5, y: 900 }],
  ]
  expect(signatureOf(drawn)).toBe('1,3 999,0;5,399')
})

it('is drawn again as it was', () => {
  expect(signaturePath('1,3 999,0;5,399')).toBe('M1,3L999,0M5,399')
})

it.each(['1,1 2,2', '0,0 999,399;5,5', '1,1 2,2;3,3 4,4 5,5'])('%s is one', (text) => {
  expect(isSignature(text)).toBe(true)
})

it.each([
  ['nothing', ''],
  ['a dot', '1,1'],
  ['a name', '王小明'],
  ['a script', '"><script>'],
  ['a path', 'M1,1L2,2'],
  ['a line break', '1,1 2,2\n'],
  ['a minus', '-1,1 2,2'],
  ['what no pen leaves in a minute', `1,1${' 1,1'.repeat(5_000)}`],
])('%s is none', (_, text) => {
  expect(isSignature(text)).toBe(false)
})

it('whatever is drawn with a stroke at first is one, of digits alone', () => {
  const point = fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) })
  const first = fc.array(point, { minLength: 2, maxLength: 30 })
  const strokes = fc.array(fc.array(point, { maxLength: 30 }), { maxLength: 6 })
  fc.assert(
    fc.property(first, strokes, (stroke, rest) => {
      const text = signatureOf([stroke, ...rest])
      expect(isSignature(text)).toBe(true)
      expect(signaturePath(text)).toMatch(/^[\dML,]+$/)
    }),
    { seed: 623, numRuns: 300 },
  )
})
