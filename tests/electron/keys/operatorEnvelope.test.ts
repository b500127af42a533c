import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  makeEnvelope,
  openEnvelope,
  type EnvelopeOwner,
} from '../../../electron/keys/operatorEnvelope.ts'
import { noVault, type Vault } from '../../../electron/vault.ts'
import { aVault } from './aVault.ts'

const PIN = '482915'
/** as a Chinese input method gives it */
const FULL_WIDTH = '\uff14\uff18\uff12\uff19\uff11\uff15'
const dataKey = randomBytes(32)
const vault = aVault('gnome_libsecret')
const owner: EnvelopeOwner = {
  operatorId: 'wang',
  version: 3,
  deviceSecret: randomBytes(32),
  vault,
}
const sealed = await makeEnvelope(dataKey, PIN, owner)
const bare = await makeEnvelope(dataKey, PIN, { ...owner, vault: noVault })

const opened = (envelope: string, pin: string, by: Partial<EnvelopeOwner> = {}) =>
  openEnvelope(envelope, pin, { ...owner, ...by })

/** A key store that gives back something else than was sealed. */
const lying = (open: Vault['open']): Vault => ({ ...vault, open })

describe('an envelope sealed by the system', () => {
  it('gives the data key for the right PIN, and for no other', async () => {
    expect(await opened(sealed, PIN)).toEqual({ kind: 'opened', dataKey })
    expect(await opened(sealed, FULL_WIDTH)).toEqual({ kind: 'opened', dataKey })
    expect(await opened(sealed, '482916')).toEqual({ kind: 'wrong-pin' })
  })

  it('is opened by no PIN, not even the right one, without the key store that sealed it', async () => {
    const gone = { kind: 'other-backend', stored: 'gnome_libsecret', present: null }
    for (const pin of [PIN, '482916', '']) {
      expect(await opened(sealed, pin, { vault: noVault })).toEqual(gone)
      expect(await opened(sealed, pin, { vault: aVault('gnome_libsecret') })).toEqual({
        kind: 'store-cannot-open',
      })
    }
    // a thief who puts what lies in the file, or anything of its length, in the store's place
    const asItLies = lying((bytes) => Promise.resolve(bytes))
    expect(await opened(sealed, PIN, { vault: asItLies })).toEqual({ kind: 'ruined' })
    const cut = lying((bytes) => Promise.resolve(bytes.subarray(28)))
    expect(await opened(sealed, PIN, { vault: cut })).toEqual({ kind: 'wrong-pin' })
  })

  it('names both key stores when the system has another now', async () => {
    expect(await opened(sealed, PIN, { vault: aVault('kwallet5') })).toEqual({
      kind: 'other-backend',
      stored: 'gnome_libsecret',
      present: 'kwallet5',
    })
  })

  it('is guarded inside too: what the store gives back altered opens nothing', async () => {
    for (const byte of [0, 11, 12, 43, 44, 59]) {
      const altered = lying(async (bytes) => {
        const inner = Buffer.from(await vault.open(bytes))
        inner[byte] = (inner[byte] ?? 0) ^ 1
        return inner
      })
      expect(await opened(sealed, PIN, { vault: altered })).toEqual({ kind: 'wrong-pin' })
    }
  })
})

describe('an envelope where the system keeps no secrets', () => {
  it('is guarded by the PIN, and still opens when the system has learnt to keep some', async () => {
    expect(await opened(bare, PIN, { vault: noVault })).toEqual({ kind: 'opened', dataKey })
    expect(await opened(bare, '482916', { vault: noVault })).toEqual({ kind: 'wrong-pin' })
    expect(await opened(bare, PIN)).toEqual({ kind: 'opened', dataKey })
  })
})

it.each([
  ['sealed', sealed],
  ['bare', bare],
])('is refused with any flipped bit, at no cost of tries (%s)', async (_, envelope) => {
  const good = Buffer.from(envelope)
  for (let bit = 0; bit < good.length * 8; bit += 1) {
    const bad = Buffer.from(good)
    bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(await opened(bad.toString('latin1'), PIN)).toEqual({ kind: 'ruined' })
  }
  for (const text of ['', envelope.slice(1), envelope.slice(0, -1), `${envelope}\n`])
    expect(await opened(text, PIN)).toEqual({ kind: 'ruined' })
})

it("is neither another device's nor another operator's", async () => {
  for (const envelope of [sealed, bare]) {
    expect(await opened(envelope, PIN, { deviceSecret: randomBytes(32) })).toEqual({
      kind: 'ruined',
    })
    expect(await opened(envelope, PIN, { operatorId: 'li' })).toEqual({ kind: 'ruined' })
  }
})

it('is another each time, and never shows the key', async () => {
  const again = await makeEnvelope(dataKey, PIN, { ...owner, vault: noVault })
  const fields = (envelope: string) =>
    JSON.parse(envelope.slice(0, -65)) as { readonly salt: string; readonly body: string }
  expect(fields(again).salt).not.toBe(fields(bare).salt)
  expect(fields(again).body).not.toBe(fields(bare).body)
  for (const envelope of [sealed, bare, again])
    expect(envelope).not.toContain(dataKey.toString('hex'))
})

it('takes 32 bytes and nothing else for a data key', async () => {
  await expect(makeEnvelope(randomBytes(31), PIN, owner)).rejects.toThrow('32 bytes')
})
