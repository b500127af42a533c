/** Builds the app into out/, unless what is there was made from these very sources. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { repo, toolPath } from './folders.mjs'
import { longStep, say } from './progress.mjs'
import { runNode, SetupError } from './run.mjs'

/** Everything the build reads. The lock stands for the dependencies. */
const SOURCES = [
  'core',
  'db',
  'electron',
  'native',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const stamp = join(repo, 'out', '.built-from')
const result = join(repo, 'out', 'main', 'main.js')

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : join(path, entry.name),
    )
    .sort()
}

/**
 * By content, not by date: a checkout or a clone changes every date and nothing else.
 * @param {string} root
 * @param {readonly string[]} sources
 */
export function hashOf(root, sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    for (const file of source.includes('.') ? [path] : filesBelow(path)) {
      hash
        .update(relative(root, file).replaceAll('\\', '/'))
        .update('\0')
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** The next build is made, whatever the sources are. */
export const forgetBuild = () => rmSync(stamp, { force: true })

export async function build() {
  const sources = hashOf(repo, SOURCES)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) {
    say('The build is up to date.')
    return
  }
  // Away first: an interrupted build must not look finished.
  forgetBuild()
  const { code } = await longStep('Building', () =>
    runNode([toolPath('electron-vite'), 'build', '--logLevel', 'warn']),
  )
  if (code !== 0) throw new SetupError('The build failed; its message is above.')
  writeFileSync(stamp, sources)
}
