/** Everything a command needs before it can do its own work, in the order in which one thing needs another. */
import { installDependencies } from './dependencies.mjs'
import { getRuntime, sayRuntime } from './runtime.mjs'
import { SetupError } from './run.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { installSqliteBinding } from './sqliteBinding.mjs'
import { requireSystemPackages } from './systemPackages.mjs'

/**
 * @param {{packages: readonly import('./systemPackages.mjs').Group[], triedRuntime?: boolean, retryDownload?: boolean}} wish
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function prepare({ packages, triedRuntime, retryDownload }) {
  // First, because it stops at once where a person has to act.
  await requireSystemPackages(packages)
  await installDependencies()
  const runtime = await getRuntime({ triedRuntime, retryDownload })
  sayRuntime(runtime)
  await installSqliteBinding(runtime)
  const obstacle = sandboxObstacle(runtime.folder)
  if (obstacle) throw new SetupError(obstacle)
  return runtime
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
