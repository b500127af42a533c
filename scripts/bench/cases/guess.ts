import { randomBytes } from 'node:crypto'
import { makeEnvelope, openEnvelope } from '../../../electron/keys/operatorEnvelope.ts'
import { noVault } from '../../../electron/vault.ts'
import type { Measured } from '../result.ts'
import { percentile } from '../statistics.ts'

const PIN = '482915'
const SIX_DIGITS = 1_000_000

/**
 * What one guess costs whoever has copied the whole folder of a desk without a key store: the bar is what
 * a person may wait at the locked screen. That it is short is why such a desk takes passphrases, not PINs
 * (docs/threat-model.md).
 */
export async function guess(n: number): Promise<Measured> {
  const owner = { operatorId: 'o-1', version: 1, deviceSecret: randomBytes(32), vault: noVault }
  const envelope = await makeEnvelope(randomBytes(32), PIN, owner)
  const values: number[] = []
  for (let turn = 0; turn < n; turn++) {
    const begin = performance.now()
    const { kind } = await openEnvelope(envelope, String(100_000 + turn), owner)
    values.push(performance.now() - begin)
    if (kind !== 'wrong-pin') throw new Error(`A guess was answered by ${kind}.`)
  }
  const hours = (percentile(values, 50) * SIX_DIGITS) / 3_600_000
  return {
    values,
    floor: null,
    loopDelayMaxMs: null,
    more: { 'all six-digit PINs on one core (hours)': Math.round(hours * 10) / 10 },
  }
}
