import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { DeskError } from '../../core/errors.ts'

/**
 * What lies in a folder, by name and hash. Not the -shm file and an empty -wal: SQLite's working
 * space, made anew by every connection, without content.
 */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = fs
    .readdirSync(folder)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => [name, fs.readFileSync(path.join(folder, name))] as const)
    .filter(([name, bytes]) => !name.endsWith('-wal') || bytes.length > 0)
  return Object.fromEntries(
    files.map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )
}

/** The DeskError an act ends in; fails the test when it ends in none. */
export function failureOf(act: () => unknown): DeskError {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof DeskError) return thrown
    throw thrown
  }
  throw new Error('expected a DeskError, but it went well')
}
