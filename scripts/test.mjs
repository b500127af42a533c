/**
 * `npm test`: every check there is, or some of them (`npm test -- unit lint`). All steps run even when
 * one fails. The last line is for machines: total: N passed, N failed[, N skipped].
 */
import { commandOptions } from './setup/options.mjs'
import { seconds } from './setup/progress.mjs'
import { SetupError } from './setup/run.mjs'
import { finishWith, prepare, prepareWithoutRuntime } from './setup/setup.mjs'
import { chosenSteps } from './testing/steps.mjs'
import { lastLine, nothing, sum } from './testing/tally.mjs'

const { rest: names, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

/**
 * @param {import('./testing/steps.mjs').Step} step
 * @param {import('./setup/runtime.mjs').Runtime | null} runtime
 */
async function runStep(step, runtime) {
  const ran = besides.get(step) ?? ranStep(step, runtime, undefined)
  console.log(`\n━━ ${step.title} (${step.name})`)
  const { tally, output, ms } = await ran
  if (output !== '') console.log(output)
  console.log(`━━ ${step.name}: ${lastLine(tally).replace('total: ', '')} in ${seconds(ms)}`)
  return tally
}

/** Steps that were begun early. @type {Map<import('./testing/steps.mjs').Step, ReturnType<typeof ranStep>>} */
const besides = new Map()

/**
 * @param {import('./testing/steps.mjs').Step} step
 * @param {import('./setup/runtime.mjs').Runtime | null} runtime
 * @param {((output: string) => void) | undefined} tell
 */
async function ranStep(step, runtime, tell) {
  const begin = Date.now()
  let output = ''
  const keep = tell && ((/** @type {string} */ text) => (output += text))
  const tally = await step
    .run(/** @type {import('./setup/runtime.mjs').Runtime} */ (runtime), keep)
    .catch((error) => {
      console.error(error instanceof SetupError ? error.message : error)
      return { ...nothing, failed: 1 }
    })
  return { tally, output, ms: Date.now() - begin }
}

await finishWith(async () => {
  const chosen = chosenSteps(names)
  const possible = chosen.filter((step) => !step.impossible?.())
  const packages = possible.flatMap((step) => step.packages)
  const runtime = possible.some((step) => step.needsRuntime)
    ? await prepare({ packages, triedRuntime, retryDownload })
    : await prepareWithoutRuntime(packages)

  for (const step of possible)
    if (step.beside && possible.length > 1)
      besides.set(
        step,
        ranStep(step, runtime, () => undefined),
      )
  let total = nothing
  for (const step of chosen) {
    const obstacle = step.impossible?.()
    const tally = obstacle
      ? { ...nothing, skipped: [{ name: step.title, reason: obstacle }] }
      : await runStep(step, runtime)
    total = sum(total, tally)
  }
  console.log('')
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`)
  console.log(lastLine(total))
  return total.failed === 0 ? 0 : 1
})
