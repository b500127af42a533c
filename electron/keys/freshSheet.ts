import { randomInt } from 'node:crypto'
import { encode } from 'uqr'
import type { RecoverySheet } from '../../core/signIn.ts'
import { recoveryWords } from './recoveryWords.ts'
import { makeRecoveryPair } from './sealedBox.ts'

const ASKED = 3

/** A new recovery pair. Its private half is on the sheet, and nowhere else any more. */
export function freshSheet(): { readonly sheet: RecoverySheet; readonly publicKey: Uint8Array } {
  const { publicKey, privateKey } = makeRecoveryPair()
  const characters = recoveryWords(privateKey)
  privateKey.fill(0)
  const places = new Set<number>()
  while (places.size < ASKED) places.add(randomInt(1, [...characters].length + 1))
  const sheet = {
    characters,
    qr: encode(characters, { ecc: 'M', border: 0 }).data,
    fingerprint: Buffer.from(publicKey).toString('hex').slice(0, 8),
    asked: [...places].sort((a, b) => a - b),
  }
  return { sheet, publicKey }
}

/** Whether these are the characters that are asked for: whoever knows them has the paper. */
export function fitsSheet({ characters, asked }: RecoverySheet, typed: readonly string[]): boolean {
  const all = [...characters]
  return (
    typed.length === asked.length && asked.every((place, n) => all[place - 1] === typed[n]?.trim())
  )
}
