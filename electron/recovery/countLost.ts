import { type Chain, type ChainHead } from '../../db/outbox.ts'
import type { Found } from './found.ts'

/** Numbers of the outbox that are neither in the database now nor among what was found. */
export function countLost(
  found: Found,
  headsNow: readonly ChainHead[],
): { readonly withCity: number; readonly lost: number } {
  const rows = [...found.outbox, ...found.journal]
  const chains = new Map([...rows, ...found.heads].map((one) => [keyOf(one), one]))
  const missing = [...chains.keys()].flatMap((chain) => {
    const here = lastOf(headsNow, chain)
    const known = lastOf([...rows, ...found.heads], chain)
    const seen = new Set(rows.filter((one) => keyOf(one) === chain).map((one) => one.deviceSeq))
    const acknowledged = lastOf(found.withCity, chain)
    return range(here + 1, known)
      .filter((seq) => !seen.has(seq))
      .map((seq) => seq <= acknowledged)
  })
  const withCity = missing.filter(Boolean).length
  return { withCity, lost: missing.length - withCity }
}

function lastOf(rows: readonly ChainHead[], chain: string): number {
  return rows.reduce(
    (last, one) => (keyOf(one) === chain ? Math.max(last, one.deviceSeq) : last),
    0,
  )
}

const keyOf = ({ deviceId, deviceEpoch }: Chain): string => `${deviceId} ${deviceEpoch}`

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
