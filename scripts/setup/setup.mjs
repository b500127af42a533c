/** Everything a command needs before it can do its own work, in the order in which one thing needs another. */
import { installDependencies } from './dependencies.mjs'
import { getRuntime, sayRuntime } from './runtime.mjs'
import { SetupError } from './run.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { compilerNeeded, installSqliteBinding } from './sqliteBinding.mjs'
import { requireSystemPackages } from './systemPackages.mjs'

/** @typedef {import('./systemPackages.mjs').Group} Group */

/**
 * @param {{packages: readonly Group[], triedRuntime: boolean, retryDownload: boolean}} wish
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function prepare({ packages, triedRuntime, retryDownload }) {
  await installDependencies()
  const runtime = await getRuntime({ triedRuntime, retryDownload })
  // After the runtime, because it decides whether a compiler is needed: a person without root's rights
  // gets one command to type, not one now and another later.
  await requireSystemPackages([
    ...packages,
    ...(compilerNeeded(runtime) ? /** @type {const} */ (['compiler']) : []),
  ])
  await installSqliteBinding(runtime)
  const obstacle = sandboxObstacle(runtime.folder)
  if (obstacle) throw new SetupError(obstacle)
  sayRuntime(runtime)
  return runtime
}

/** @param {readonly Group[]} packages */
export async function prepareWithoutRuntime(packages) {
  await installDependencies()
  await requireSystemPackages(packages)
  return null
}

/**
 * Runs a command's main function and turns its end into an exit code. What a person can mend is said
 * plainly; a mistake of ours keeps its stack.
 * @param {() => Promise<number>} main
 */
export async function finishWith(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
