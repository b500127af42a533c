/** Running other programs: streamed to the person, or captured; always awaited, never left behind. */
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { atTheEnd } from './ending.mjs'
import { childEnvironment, inModules, projectNode, repo } from './folders.mjs'

/** A set-up problem a person can act on: shown as it is, without a stack. */
export class SetupError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]     added to the children's environment
 * @property {string} [cwd]
 * @property {boolean} [quiet]             keep the output for the result instead of streaming it
 * @property {AbortSignal} [signal]        kills the program
 */

/**
 * Runs a program to its end and never throws for its failure: the caller says what a failure means.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>} code 127 when it could not be started at all
 */
export function run(command, args, { env, cwd = repo, quiet = false, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      signal,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
    })
    // A cancelled job ends the script alone; what it started must not go on unseen.
    const ended = atTheEnd(() => void child.kill())
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => {
      // An abort also lands here, before the program is gone: wait for its close.
      if (child.pid !== undefined) return
      ended()
      resolve({ code: 127, output: output + error.message })
    })
    child.on('close', (code) => {
      ended()
      resolve({ code: code ?? 1, output }) // null: a signal ended it
    })
  })
}

/**
 * Runs a dependency's command or one of our files on the project's Node 24.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (args, options) => run(projectNode, args, options)

/**
 * npm, by the same npm that started us if there is one (so versions do not mix).
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const { npm_execpath: cli } = process.env
  if (cli?.endsWith('.js')) {
    // Never with the Node inside node_modules: `npm ci` deletes it under our feet, which Windows forbids.
    const outerNode = process.env.npm_node_execpath
    const node = outerNode && !outerNode.startsWith(inModules()) ? outerNode : process.execPath
    return run(node, [cli, ...args], options)
  }
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}

/**
 * How many bytes lie below a folder right now. A growing number is the only progress some downloads show.
 * @param {string} folder
 * @returns {number}
 */
export function bytesBelow(folder) {
  let bytes = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      bytes += entry.isDirectory() ? bytesBelow(path) : statSync(path).size
    }
  } catch {
    // A file that vanished while we counted: the next look counts again.
  }
  return bytes
}
