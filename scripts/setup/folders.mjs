/**
 * Where things lie. Every other script asks here, so that a path is written once and works on
 * Windows, macOS and Linux alike.
 */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout this file belongs to. */
export const repo = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * The per-user cache, outside the repo: a runtime of 250 MB outlives `git clean` and serves every checkout.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'student-card-desk')
  if (platform === 'win32')
    return join(
      env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'),
      'student-card-desk',
      'cache',
    )
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'student-card-desk')
  return join(homedir(), '.cache', 'student-card-desk')
}

/** @param {...string} parts */
export const inModules = (...parts) => join(repo, 'node_modules', ...parts)

/**
 * The Node 24 that came with `npm ci`. Our tools want it, whatever Node the machine has.
 * Spelled out because `node_modules/.bin/node` is a shell script on Windows.
 */
export const projectNode = inModules(
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/**
 * The JavaScript file behind a command of a dependency, to be run with projectNode.
 * @param {string} packageName
 * @param {string} [command]
 */
export function toolPath(packageName, command = packageName) {
  const folder = inModules(packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * The environment for children: Node 24 first on PATH, as npm itself would do for its scripts.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(more = {}) {
  const env = { ...process.env, ...more }
  // Windows spells it Path; two spellings in one environment would hide one of them.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    ...env,
    [key]: [dirname(projectNode), inModules('.bin'), env[key]].filter(Boolean).join(delimiter),
  }
}

export const isRoot = process.getuid?.() === 0

/** @param {string} command */
export function onPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, command)))
}
