import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPin, normalisedPin } from '../../core/pin.ts'

const reason = (pin: string): string => {
  const check = checkPin(pin)
  return check.kind === 'refused' ? check.reason : check.kind
}

describe('a PIN', () => {
  it.each(['482915', '1928374655', '204913875026', '20131305', '20130230', '135790'])(
    'of 6 to 12 digits is taken: %s',
    (pin) => expect(reason(pin)).toBe('fits'),
  )

  it.each([
    ['', 'too-short'],
    ['48291', 'too-short'],
    ['2049138750261', 'too-long'],
    ['110105201310051234', 'too-long'], // an identity number is no passphrase
    ['000000', 'all-same'],
    ['88888888', 'all-same'],
    ['123456', 'straight-run'],
    ['654321', 'straight-run'],
    ['012345', 'straight-run'],
    ['567890', 'straight-run'],
    ['890123', 'straight-run'],
    ['098765', 'straight-run'],
    ['123456789012', 'straight-run'],
    ['121212', 'repeated'],
    ['123123', 'repeated'],
    ['20131005', 'date'],
    ['131005', 'date'],
    ['000229', 'date'],
    ['19800229', 'date'],
  ])('%s is refused: %s', (pin, why) => expect(reason(pin)).toBe(why))

  it('is the same in full-width digits', () => {
    expect(normalisedPin('\uff14\uff18\uff12\uff19\uff11\uff15')).toBe('482915')
    expect(reason('\uff11\uff12\uff13\uff14\uff15\uff16')).toBe('straight-run')
  })
})

describe('a passphrase', () => {
  it.each(['correct horse', '春眠不觉晓处处闻啼鸟夜来', 'class 3 no 72'])(
    'is taken: %s',
    (phrase) => expect(reason(phrase)).toBe('fits'),
  )

  it.each([
    ['sunny day 1', 'too-short'],
    ['春眠不觉晓', 'too-short'],
    ['😀😁😂😃😄😅', 'too-short'], // characters, not UTF-16 units
    ['            ', 'all-same'],
    ['abcdefghijklm', 'straight-run'],
    ['secretsecret', 'repeated'],
    ['x'.repeat(129), 'too-long'],
  ])('%s is refused: %s', (phrase, why) => expect(reason(phrase)).toBe(why))
})

it('is judged alike before and after it was normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      expect(checkPin(normalisedPin(typed))).toEqual(checkPin(typed))
    }),
  )
})
