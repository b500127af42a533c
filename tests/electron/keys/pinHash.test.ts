import * as crypto from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPin, SALT_BYTES } from '../../../electron/keys/pinHash.ts'

const salt = crypto.randomBytes(SALT_BYTES)
const secret = crypto.randomBytes(32)
const hashed = async (pin: string, withSalt = salt, withSecret = secret): Promise<string> =>
  Buffer.from(await hashPin(pin, withSalt, withSecret)).toString('hex')

it('is the argon2id of RFC 9106, as OpenSSL makes it', async (context) => {
  if (!('argon2Sync' in crypto)) context.skip('Node 24 has it, 20 has not')
  const theirs = crypto.argon2Sync('argon2id', {
    message: '482915',
    nonce: salt,
    secret,
    memory: 65_536,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  })
  expect(await hashed('482915')).toBe(theirs.toString('hex'))
})

it('is another with another PIN, salt or device, and the same however the digits were typed', async () => {
  const one = await hashed('482915')
  expect(await hashed('482916')).not.toBe(one)
  expect(await hashed('482915', crypto.randomBytes(SALT_BYTES))).not.toBe(one)
  expect(await hashed('482915', salt, crypto.randomBytes(32))).not.toBe(one)
  expect(await hashed('\uff14\uff18\uff12\uff19\uff11\uff15')).toBe(one)
})

it('costs a guesser something', async () => {
  const before = performance.now()
  await hashed('482915')
  expect(performance.now() - before).toBeGreaterThan(20)
})
