import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDeviceSecret } from '../../electron/keys/deviceSecret.ts'
import { readKeyRing } from '../../electron/keys/keyRing.ts'
import { openEnvelope } from '../../electron/keys/operatorEnvelope.ts'
import { noVault } from '../../electron/vault.ts'
import { hits } from '../helpers/canary.ts'
import { aDesk, desk, foldersOfTheirOwn, home, tapped } from './aDesk.ts'
import { aVault } from './keys/aVault.ts'
import { dataKeyOf, everything, openAs, setUp, signInAs } from './signIn.ts'

foldersOfTheirOwn()

describe('a copied disk', () => {
  it('with a key store: no PIN opens anything without it, not even the right one', async () => {
    const store = aVault('DPAPI')
    await aDesk(['--school'], { vault: () => Promise.resolve(store) }).open()
    const { supervisor } = await setUp(desk)
    await signInAs(desk, supervisor)
    const copy = join(home, 'copy')
    cpSync(join(home, 'school'), copy, { recursive: true })
    // The one who copied it has another key store, or none, or ours without its keys.
    for (const other of [aVault('DPAPI'), aVault('gnome_libsecret'), noVault]) {
      const ring = readKeyRing(copy)
      if (ring === null) throw new Error('The copy has no keys.')
      expect(await openDeviceSecret(ring.deviceSecret, other)).toBeNull()
      const guesses = [Buffer.from(ring.deviceSecret.body, 'hex').subarray(0, 32), Buffer.alloc(32)]
      for (const { id, envelope } of ring.people)
        for (const deviceSecret of guesses) {
          const owner = { operatorId: id, version: 1, deviceSecret, vault: other }
          const opened = await openEnvelope(envelope ?? '', supervisor.pin, owner)
          expect(opened.kind).not.toBe('opened')
        }
    }
    expect((await dataKeyOf(copy, supervisor, store)).length).toBe(32)
  })

  it('holds no name and no number of a pupil in any of its files, in no writing', async () => {
    await openAs(aDesk(['--students', '300']), everything)
    // Long ones: two characters would lie by chance in so much cipher text.
    const { person } = await tapped('valid-long-name')
    if (person === null) throw new Error('A good card shows its person.')
    desk.lookUp.find(person.name, 10)
    const whole = desk.lookUp.educationId(person.studentId, 'card') ?? ''
    // With the desk open, so that what is not yet in the database is there too.
    for (const [name, bytes] of filesBelow(home))
      expect([name, hits(bytes, [person.name, whole])]).toEqual([name, []])
  })

  it('holds no data key in the clear', async () => {
    await openAs(aDesk(['--students', '100']), everything)
    const key = Buffer.from(await dataKeyOf(join(home, 'rehearsal'), everything))
    const forms = [
      key,
      ...['hex', 'base64', 'base64url'].map((form) =>
        Buffer.from(key.toString(form as BufferEncoding)),
      ),
    ]
    for (const [name, bytes] of filesBelow(home))
      expect([name, forms.some((form) => bytes.includes(form))]).toEqual([name, false])
  })
})

function filesBelow(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name))])
}
