import { describe, expect, it } from 'vitest'
import { keysOf, play, type Script } from './typing.ts'

const ENTER = 'Enter'
const URL = 'https://card.example/s?id=20131234&n=A_1#x'
const JSON_TEXT = '{"id":"20131234","no":1000-75}'

describe('a scanner', () => {
  const TEXTS: readonly (readonly [string, Script])[] = [
    ['20131234', keysOf('20131234')],
    ['1000751012345678', keysOf('1000751012345678')],
    ['04A1B2C3', keysOf('04A1B2C3')],
    [URL, keysOf(URL)],
    [JSON_TEXT, keysOf(JSON_TEXT)],
    ['20131234', [...'20131234'].map((digit) => `Numpad${digit}`)],
  ]
  for (const suffix of ['Enter', 'NumpadEnter', 'Tab'])
    it.each(TEXTS)(
      `is heard, whatever the input method makes of its keys: %s + ${suffix}`,
      (text, keys) => {
        expect(play([...keys, suffix], 8).scans).toEqual([text])
      },
    )

  it.each([1, 8, 15, 30])('is known at %i ms a key', (pace) => {
    expect(play([...keysOf('20131234'), ENTER], pace).scans).toEqual(['20131234'])
  })

  it('without a suffix has finished after a pause', () => {
    expect(play(keysOf('20131234'), 8).scans).toEqual(['20131234'])
  })

  it('is not torn apart by a stutter of the machine once it is known', () => {
    const pace = [8, 8, 8, 8, 8, 8, 90, 8, 8]
    expect(play([...keysOf('20131234'), ENTER], pace).scans).toEqual(['20131234'])
  })

  it('has all its keys kept from the page from the sixth on, the suffix too', () => {
    const { hearings } = play([...keysOf('20131234'), ENTER], 8)
    expect(hearings).toEqual([...Array<string>(5).fill('let'), 'keep', 'keep', 'keep', 'scan'])
  })

  it('that ends with CR and LF presses nothing with the second', () => {
    const { scans, hearings } = play([...keysOf('20131234'), ENTER, ENTER], 5)
    expect(scans).toEqual(['20131234'])
    expect(hearings.at(-1)).toBe('keep')
  })

  it('may send two codes right after one another', () => {
    const twice = [...keysOf('20131234'), ENTER, ...keysOf('20135678'), ENTER]
    expect(play(twice, 5).scans).toEqual(['20131234', '20135678'])
  })

  it('that sends characters and no keys is heard', () => {
    const keys = [...'张伟20131234'].map((sign) => `=${sign}`)
    expect(play([...keys, ENTER], 5).scans).toEqual(['张伟20131234'])
  })

  it('of fewer than six keys is no scan, but its Enter presses no button', () => {
    const { scans, hearings } = play([...keysOf('1234'), ENTER], 8)
    expect(scans).toEqual([])
    expect(hearings.at(-1)).toBe('hasty')
  })

  it('whose code begins with a space presses no button with it', () => {
    expect(play(['KeyA', 'Space'], 8).hearings).toEqual(['let', 'hasty'])
  })
})

describe('a person', () => {
  it.each([31, 60, 120, 400])('who types a key every %i ms is left alone', (pace) => {
    const { scans, hearings } = play([...keysOf('zhangwei20131234'), ENTER], pace)
    expect(scans).toEqual([])
    expect(new Set(hearings)).toEqual(new Set(['let']))
  })

  it('who rolls three keys in a burst is left alone', () => {
    const pace = [200, 20, 15, 180, 20, 15, 190, 20]
    expect(play([...keysOf('zhangwei'), ENTER], pace).scans).toEqual([])
  })

  it('who holds a key down scans nothing, marked as a repeat or not', () => {
    const held = Array<string>(40).fill('Digit1')
    expect(play(held, 30, { repeat: true }).scans).toEqual([])
    expect(play(held, 30).scans).toEqual([])
  })

  it('who holds Control gives a command', () => {
    expect(play(keysOf('20131234'), 8, { control: true }).scans).toEqual([])
  })

  it('who typed before the scan does not get into it', () => {
    const keys = [...keysOf('zhang'), ...keysOf('20131234'), ENTER]
    const pace = [90, 90, 90, 90, 90, 300, ...Array<number>(8).fill(8)]
    expect(play(keys, pace).scans).toEqual(['20131234'])
  })
})

describe('Alt and the numeric pad', () => {
  const CASES: readonly (readonly [string, readonly string[], string])[] = [
    ['GBK, a number a character', ['Alt:54725', 'Alt:52912'], '张伟'],
    ['GBK, byte by byte', ['Alt:0213', 'Alt:0197', 'Alt:0206', 'Alt:0176'], '张伟'],
    ['Unicode', ['Alt:24352', 'Alt:20255'], '张伟'],
    ['Unicode where GBK would be rare', ['Alt:38472', 'Alt:38634'], '陈雪'],
    [
      'UTF-8, byte by byte',
      ['Alt:229', 'Alt:188', 'Alt:160', 'Alt:228', 'Alt:188', 'Alt:159'],
      '张伟',
    ],
    ['a rare character beyond 65535', ['Alt:24352', 'Alt:181126'], '张𬎆'],
    ['GBK bytes that are UTF-8 by chance', ['Alt:0196', 'Alt:0163'], '模'],
  ]

  it.each(CASES)('%s', (_name, keys, text) => {
    expect(play([...keys, ENTER], 3).scans).toEqual([text])
  })

  it('stand in the same scan as plain keys, in their places', () => {
    const keys = ['Alt:54725', 'Alt:52912', ...keysOf(',20131234'), 'Alt:45280', ENTER]
    expect(play(keys, 3).scans).toEqual(['张伟,20131234班'])
  })

  it('may carry the digits, too', () => {
    const digits = [...'20131234'].map((digit) => `Alt:${digit.charCodeAt(0)}`)
    expect(play([...digits, ENTER], 3).scans).toEqual(['20131234'])
  })

  it('are a person’s when they come at a person’s pace', () => {
    const slow = play(['Alt:54725'], 3)
    expect(slow.scans).toEqual([])
    expect(slow.hearings).not.toContain('keep')
  })
})
