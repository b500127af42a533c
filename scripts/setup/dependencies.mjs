/** node_modules as package-lock.json wants it, touched only when it differs. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inModules, projectNode, repo } from './folders.mjs'
import { longStep, say } from './progress.mjs'
import { runNpm, SetupError } from './run.mjs'

/** @typedef {{packages?: Record<string, {version?: string, optional?: boolean, link?: boolean}>}} Lock */

const stamp = inModules('.desk-lock-sha256')

/**
 * Whether what npm says it installed is what the lock asks for. npm keeps that record in
 * node_modules/.package-lock.json and writes it last, so an interrupted install never matches.
 * Packages only other systems need are allowed to be missing.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function sameVersions(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
    .every(([path, entry]) => {
      const found = installed.packages?.[path]
      return found ? found.version === entry.version : entry.optional === true
    })
}

/** @param {string} lockText */
function upToDate(lockText) {
  if (!existsSync(projectNode)) return false
  const hash = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  // No stamp yet, or a changed lock: somebody may have run npm by hand. Believe npm's own record
  // rather than delete a node_modules that is already right (and that others may be using).
  const record = inModules('.package-lock.json')
  if (
    !existsSync(record) ||
    !sameVersions(JSON.parse(lockText), JSON.parse(readFileSync(record, 'utf8')))
  )
    return false
  writeFileSync(stamp, hash)
  return true
}

/**
 * Without install scripts: npm 10 would run those of every package, and better-sqlite3's wants Python and a
 * compiler that a bare machine has not (and that its prebuilt binding makes needless).
 */
async function install() {
  // On Windows a running node.exe cannot be deleted, so there the packages are changed in place.
  const inPlace = process.platform === 'win32' && process.execPath.startsWith(inModules())
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']
  const clean = inPlace ? null : await runNpm(['ci', ...quietly], { quiet: true })
  if (clean?.code === 0) return
  // npm 11 refuses a lock in which a package's optional dependency was never published (npm 10 does not).
  // `npm install` takes the same versions from the same lock, and --no-save leaves the lock alone.
  if (clean) say('  npm ci would not take the lock file; installing from it with npm install.')
  const { code, output } = await runNpm(['install', '--no-save', ...quietly], { quiet: true })
  if (code !== 0) {
    throw new SetupError(
      `npm could not install the dependencies:\n${clean?.output ?? ''}\n${output}`,
    )
  }
}

/** Installs the dependencies when they are missing or differ from the lock. */
export async function installDependencies() {
  const lock = join(repo, 'package-lock.json')
  const lockText = readFileSync(lock, 'utf8')
  if (upToDate(lockText)) return
  await longStep('Installing the dependencies with npm (about a minute)', install)
  // The one script that is needed: the package `node` fetches Node 24 for this system.
  const node = await longStep('Fetching Node 24 for this project', () =>
    runNpm(['rebuild', 'node', '--ignore-scripts=false'], { quiet: true }),
  )
  if (!existsSync(projectNode)) {
    throw new SetupError(`npm installed no Node 24 in node_modules/node:\n${node.output}`)
  }
  writeFileSync(stamp, createHash('sha256').update(lockText).digest('hex'))
}
