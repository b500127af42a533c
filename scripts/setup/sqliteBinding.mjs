/**
 * The SQLite binding for a runtime whose Node-API is older than the package's prebuilt one (see sqlitePatch.mjs).
 * Built once per package version and machine kind, kept in the cache, copied into the runtime.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { compileSqlite, source } from './compileSqlite.mjs'
import { cacheFolder, onPath } from './folders.mjs'
import { longStep } from './progress.mjs'
import { SetupError } from './run.mjs'
import { changes, nodeApiVersion } from './sqlitePatch.mjs'
import { inWorkFolder } from './workFolder.mjs'

/** Electron 36 is the first with Node-API 10, which the prebuilt binding needs. @param {string} electronVersion */
export const needsOwnBinding = (electronVersion) => Number.parseInt(electronVersion) < 36

/** Where the app looks for it, below `process.resourcesPath`. @param {string} runtimeFolder */
const bindingIn = (runtimeFolder) =>
  join(runtimeFolder, 'resources', 'native', 'better_sqlite3.node')

/** Where the built binding is kept; its name says all that it depends on. */
function builtBinding() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const recipe = createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 8)
  const machine = `${process.platform}-${process.arch}-napi${nodeApiVersion}`
  return join(
    cacheFolder(),
    `better-sqlite3-${version}-${machine}-${recipe}`,
    'better_sqlite3.node',
  )
}

/** @param {import('./runtime.mjs').Runtime} runtime */
export function compilerNeeded({ version }) {
  return (
    needsOwnBinding(version) && !existsSync(builtBinding()) && !(onPath('g++') && onPath('gcc'))
  )
}

/** @param {string} target */
function build(target) {
  return inWorkFolder(async (work) => {
    const finished = await compileSqlite(work)
    await rename(finished, dirname(target)).catch((error) => {
      if (!existsSync(target)) throw error // else another run was faster, and its result is as good
    })
  })
}

/**
 * Puts the binding into the runtime when the runtime needs one.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
export async function installSqliteBinding({ folder, version }) {
  if (!needsOwnBinding(version)) return
  const placed = bindingIn(folder)
  const built = builtBinding()
  if (!existsSync(built)) {
    if (process.platform !== 'linux') {
      throw new SetupError(`Electron ${version} is too old for this system: use 36 or newer.`)
    }
    const title = `Building the SQLite binding for Electron ${version} (once, about a minute)`
    await longStep(title, () => build(built))
  }
  if (existsSync(placed) && readFileSync(placed).equals(readFileSync(built))) return
  await mkdir(dirname(placed), { recursive: true })
  // Copied beside, then renamed: a running app may hold the old file open.
  await copyFile(built, `${placed}.new`)
  await rename(`${placed}.new`, placed)
}
