/** The benchmarks themselves; scripts/bench.mjs has prepared runtime, build and display. */
import { say } from '../setup/progress.mjs'
import { SetupError } from '../setup/run.mjs'
import { chosen, wishOf } from './choose.ts'
import { exitCode, nested, table, type Results } from './report.ts'
import { broken, judge, type Benchmark, type Result } from './result.ts'
import { forgetSchools } from './schools.ts'
import { BENCHMARKS } from './table.ts'

async function measure(benchmark: Benchmark, n: number): Promise<Result> {
  say(`${benchmark.name}: ${benchmark.title}`)
  try {
    const result = judge(benchmark, await benchmark.measure(n))
    say(`  p95 ${result.p95} ${result.unit}, ${result.ok ? 'ok' : result.faults.join('; ')}`)
    return result
  } catch (thrown) {
    console.error(thrown)
    return broken(benchmark, thrown)
  }
}

async function run(): Promise<0 | 1> {
  const wish = wishOf(process.argv.slice(2))
  const results = new Map<string, Result>()
  try {
    for (const benchmark of chosen(BENCHMARKS, wish.names))
      results.set(benchmark.name, await measure(benchmark, wish.n ?? benchmark.n))
  } finally {
    await forgetSchools()
  }
  show(results, wish.json)
  return exitCode(results)
}

function show(results: Results, json: boolean): void {
  console.log(json ? JSON.stringify(nested(results)) : `\n${table(results)}`)
}

try {
  process.exitCode = await run()
} catch (thrown) {
  console.error(thrown instanceof SetupError ? thrown.message : thrown)
  process.exitCode = 1
}
