import { expect, it } from 'vitest'
import { isInGb2312 } from '../../core/gb2312.ts'

/** Rows 16–87 of the encoding's own table. */
function* charactersOfGb2312(): Generator<string> {
  const decoder = new TextDecoder('gbk')
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (/^\p{sc=Han}$/u.test(character)) yield character
    }
}

it('is the table of the encoding, character by character', () => {
  const theirs = new Set(charactersOfGb2312())
  const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, n) => String.fromCharCode(0x4e00 + n))
  expect(theirs.size).toBe(6763)
  expect(all.filter(isInGb2312)).toEqual(all.filter((one) => theirs.has(one)))
})

it.each(['', ' ', 'A', '·', '〇', '㛃', '𬭎', '\ue000'])('knows nothing else: %j', (text) => {
  expect(isInGb2312(text)).toBe(false)
})
