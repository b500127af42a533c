import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { keyOfWords, recoveryWords } from '../../../electron/keys/recoveryWords.ts'
import { makeRecoveryPair, openWith, sealTo } from '../../../electron/keys/sealedBox.ts'

const { publicKey, privateKey } = makeRecoveryPair()
const words = recoveryWords(privateKey)
const key = (typed: string): unknown => {
  const found = keyOfWords(typed)
  return found.kind === 'key' ? Buffer.from(found.privateKey).toString('hex') : found
}

it('the private half is 24 characters on paper, and comes back to open the box', () => {
  expect([...words]).toHaveLength(24)
  const found = keyOfWords(words)
  if (found.kind !== 'key') throw new Error(found.kind)
  const secret = randomBytes(32)
  expect(openWith(found.privateKey, sealTo(publicKey, secret))).toEqual({ kind: 'opened', secret })
})

it('is BIP 39: the characters of its published test vector for 32 zero bytes', () => {
  expect(recoveryWords(new Uint8Array(32))).toBe(`${'的'.repeat(23)}性`)
})

it.each([4, 6, 1, 24])('may be typed in groups of %i, on several lines', (size) => {
  const groups = words.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []
  const hex = Buffer.from(privateKey).toString('hex')
  expect(key(`  ${groups.join(' ')}\n`)).toBe(hex)
  expect(key(groups.join('\r\n\t'))).toBe(hex)
  expect(key(groups.join('\u3000'))).toBe(hex)
})

it('names the character that cannot be one, and its place', () => {
  for (const character of ['個', 'a', '囧', '，', '😀']) {
    const typed = `${words.slice(0, 4)} ${character}${words.slice(5)}`
    expect(key(typed)).toEqual({ kind: 'unknown-character', character, at: 5 })
  }
})

it('says how many there are when some are missing or too many', () => {
  expect(key('')).toEqual({ kind: 'wrong-length', length: 0 })
  expect(key(words.slice(1))).toEqual({ kind: 'wrong-length', length: 23 })
  expect(key(words.slice(0, 12))).toEqual({ kind: 'wrong-length', length: 12 })
  expect(key(`${words}的`)).toEqual({ kind: 'wrong-length', length: 25 })
})

it('says of known characters that do not belong together that the check fails', () => {
  expect(key('的'.repeat(24))).toEqual({ kind: 'wrong-checksum' })
})

it('finds nearly every misread character, and the box finds the rest', () => {
  const box = sealTo(publicKey, randomBytes(32))
  const other = recoveryWords(randomBytes(32))
  let passed = 0
  for (let at = 0; at < 24; at += 1)
    for (const wrong of other) {
      if (wrong === words[at]) continue
      const found = keyOfWords(words.slice(0, at) + wrong + words.slice(at + 1))
      if (found.kind !== 'key') continue
      passed += 1
      expect(openWith(found.privateKey, box)).toEqual({ kind: 'wrong-key' })
    }
  expect(passed).toBeLessThan(24)
})
