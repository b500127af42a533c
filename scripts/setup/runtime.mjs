/**
 * Which Electron to run: the folder somebody names, else the official download, else the one repacked from
 * the npm registry, which is what remains behind a closed network.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { officialRuntime } from './officialRuntime.mjs'
import { say } from './progress.mjs'
import { run, SetupError } from './run.mjs'
import { triedRuntime, triedRuntimeExists } from './triedRuntime.mjs'

/** @typedef {{executable: string, folder: string, version: string, source: 'override' | 'official' | 'registry'}} Runtime */

/** The executable inside a folder as Electron ships it. @param {string} folder */
export function executableIn(folder) {
  if (process.platform === 'darwin')
    return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

/** @param {string} folder */
async function versionOf(folder) {
  const file = join(folder, 'version')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '')
  // A folder packed by hand may lack the file; the program itself knows.
  const { output } = await run(executableIn(folder), ['--version'], {
    quiet: true,
    env: { ELECTRON_RUN_AS_NODE: '' },
  })
  const version = /^v(\d+\.\d+\.\d+\S*)$/m.exec(output)?.[1]
  if (!version) throw new SetupError(`Cannot find out which Electron is in ${folder}:\n${output}`)
  return version
}

/**
 * @param {{triedRuntime?: boolean, retryDownload?: boolean}} [wish]
 *   triedRuntime: the repacked one, whatever else is there; retryDownload: try the official one although it failed lately
 * @returns {Promise<Runtime>}
 */
export async function getRuntime({ triedRuntime: wantTried = false, retryDownload = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && !wantTried) {
    const executable = executableIn(override)
    if (!existsSync(executable))
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executable}.`)
    return { executable, folder: override, version: await versionOf(override), source: 'override' }
  }
  const official = wantTried ? null : await officialRuntime({ retryDownload })
  if (official)
    return {
      executable: executableIn(official),
      folder: official,
      version: await versionOf(official),
      source: 'official',
    }
  if (!triedRuntimeExists()) {
    throw new SetupError(
      'Electron could not be downloaded, and for this system there is no other source. With a network that lets it through ' +
        '(or ELECTRON_MIRROR naming a mirror you trust), run again with: npm start -- --retry-download',
    )
  }
  const tried = await triedRuntime()
  return {
    executable: executableIn(tried),
    folder: tried,
    version: await versionOf(tried),
    source: 'registry',
  }
}

/** One line for the person. @param {Runtime} runtime */
export function describeRuntime({ version, source, folder }) {
  if (source === 'override')
    return `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${folder})`
  if (source === 'official') return `Electron ${version} (official)`
  return `Electron ${version} repacked from the npm registry: for rehearsal and tests, not for real data`
}

/** @param {Runtime} runtime */
export const sayRuntime = (runtime) => say(`Runtime: ${describeRuntime(runtime)}.`)
