/** Makes packages of what is built, around the runtime at hand. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repo } from '../setup/folders.mjs'
import { longStep, say } from '../setup/progress.mjs'
import { bytesBelow, runNode, SetupError } from '../setup/run.mjs'

/** @typedef {{folder: string, version: string, folderOnly: boolean, output: string}} PackageOrder */

/**
 * @param {import('../setup/runtime.mjs').Runtime} runtime
 * @param {{folderOnly: boolean, output: string}} wish output: below the repo; what was in it goes
 * @returns {Promise<string>} the folder that starts without being installed
 */
export async function makePackage({ folder, version }, { folderOnly, output }) {
  rmSync(join(repo, output), { recursive: true, force: true })
  /** @type {PackageOrder} */
  const order = { folder, version, folderOnly, output }
  // On Node 24, which electron-builder and our TypeScript want.
  const { code } = await longStep('Packaging', () =>
    runNode(['scripts/packaging/pack.mjs', JSON.stringify(order)]),
  )
  if (code !== 0) throw new SetupError('The package could not be made; the message is above.')
  const made = readdirSync(join(repo, output))
  const unpacked = made.find((name) => name.endsWith('-unpacked'))
  if (unpacked === undefined) throw new SetupError(`No program folder in ${output}/.`)
  const program = join(repo, output, unpacked)
  say(`Made ${output}/${unpacked}, ${Math.round(bytesBelow(program) / 1e6)} MB`)
  return program
}
