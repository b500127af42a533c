import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeRecoveryPair, openWith, sealTo } from '../../../electron/keys/sealedBox.ts'

const pair = makeRecoveryPair()
const secret = randomBytes(32)
const box = sealTo(pair.publicKey, secret)

describe('a sealed box', () => {
  it.each([0, 1, 32, 100_000])('of %i bytes is opened with the private half', (size) => {
    const bytes = randomBytes(size)
    const opened = openWith(pair.privateKey, sealTo(pair.publicKey, bytes))
    expect(opened).toEqual({ kind: 'opened', secret: bytes })
  })

  it('is another each time', () => {
    const again = sealTo(pair.publicKey, secret)
    const parts = (text: string): readonly string[] => text.split(' ').slice(4)
    for (const part of parts(again)) expect(parts(box)).not.toContain(part)
    expect(again.split(' ').slice(0, 4)).toEqual(box.split(' ').slice(0, 4))
  })

  it('says of another key that it is another, not that the box is ruined', () => {
    expect(openWith(makeRecoveryPair().privateKey, box)).toEqual({ kind: 'wrong-key' })
    // the public half opens nothing
    expect(openWith(pair.publicKey, box)).toEqual({ kind: 'wrong-key' })
  })

  it('is ruined by any flipped bit, whoever looks', () => {
    const good = Buffer.from(box)
    for (let bit = 0; bit < good.length * 8; bit += 1) {
      const bad = Buffer.from(good)
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(openWith(pair.privateKey, bad.toString('latin1'))).toEqual({ kind: 'ruined' })
    }
    expect(openWith(makeRecoveryPair().privateKey, box.slice(0, -1))).toEqual({ kind: 'ruined' })
  })

  it('is ruined where somebody altered it and made the check anew', () => {
    const words = box.split(' ').slice(0, -1)
    for (const at of [4, 5]) {
      const other = words.with(at, randomBytes((words[at]?.length ?? 0) / 2).toString('hex'))
      const whole = other.join(' ')
      const check = createHash('sha256').update(whole).digest('hex').slice(0, 16)
      expect(openWith(pair.privateKey, `${whole} ${check}`)).toEqual({ kind: 'ruined' })
    }
  })

  it('is never sealed to a key that would give the secret away', () => {
    expect(() => sealTo(new Uint8Array(32), secret)).toThrow()
    expect(() => sealTo(randomBytes(31), secret)).toThrow()
  })
})

it('a recovery pair is two halves of 32 bytes that node:crypto itself takes', () => {
  expect([pair.publicKey.length, pair.privateKey.length]).toEqual([32, 32])
  const x = Buffer.from(pair.publicKey).toString('base64url')
  const key = { kty: 'OKP', crv: 'X25519', x }
  expect(createPublicKey({ key, format: 'jwk' }).asymmetricKeyType).toBe('x25519')
  expect(makeRecoveryPair().privateKey).not.toEqual(pair.privateKey)
})
