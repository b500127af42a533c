import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterThisTest } from './afterThisTest.ts'

/**
 * Runs a program of this folder on a memory disk of its own size, in a mount namespace of its own:
 * nothing is mounted for anybody else, and all is gone with the child.
 *
 * @returns what it found, or the reason why no disk could be mounted here
 */
export function onOwnDisk<T>(
  scenario: string,
  bytes: number,
  program = './testDbDiskChild.ts',
): { readonly found: T } | { readonly skipped: string } {
  if (process.platform !== 'linux') return { skipped: 'mounts a memory disk: Linux only' }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-disk-'))
  afterThisTest(() => fs.rmSync(folder, { recursive: true, force: true }))
  const unshare = process.getuid?.() === 0 ? ['-m'] : ['-rm']
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]
  if (spawnSync('unshare', [...unshare, ...mount]).status !== 0)
    return { skipped: 'no right to mount a memory disk here (neither root nor user namespaces)' }
  const child = fileURLToPath(new URL(program, import.meta.url))
  const script = `${mount.join(' ')} && exec "$0" "$@"`
  const command = ['sh', '-c', script, process.execPath, child, scenario, folder]
  const run = spawnSync('unshare', [...unshare, ...command], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${scenario}: ${run.stderr}`)
  return { found: JSON.parse(run.stdout) as T }
}
