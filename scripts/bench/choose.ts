import { parseArgs } from 'node:util'
import { SetupError } from '../setup/run.mjs'
import type { Benchmark } from './result.ts'

export interface Wish {
  /** `tap` means all of its cases; none: everything */
  readonly names: readonly string[]
  /** the last line of output is one JSON object */
  readonly json: boolean
  /** readings a benchmark, to try one out; null: as the table says */
  readonly n: number | null
}

/** @throws SetupError for an option nobody knows */
export function wishOf(argv: readonly string[]): Wish {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, n: { type: 'string' } },
    })
    const n = values.n === undefined ? null : Number(values.n)
    if (n !== null && !(Number.isInteger(n) && n > 0)) throw new Error('--n takes a whole number.')
    return { names: positionals, json: values.json === true, n }
  } catch (cause) {
    throw new SetupError(cause instanceof Error ? cause.message : String(cause))
  }
}

/** In the order of the table. @throws SetupError for a name that is none */
export function chosen(
  table: readonly Benchmark[],
  names: readonly string[],
): readonly Benchmark[] {
  const fits = (one: Benchmark, name: string): boolean =>
    one.name === name || one.name.startsWith(`${name}.`)
  const unknown = names.filter((name) => !table.some((one) => fits(one, name)))
  if (unknown.length > 0)
    throw new SetupError(
      `No such benchmark: ${unknown.join(', ')}. There are: ${table.map((one) => one.name).join(', ')}.`,
    )
  return names.length === 0 ? table : table.filter((one) => names.some((name) => fits(one, name)))
}
