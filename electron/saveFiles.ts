import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dbError } from '../db/dbError.ts'
import { syncFolder } from '../db/durableFile.ts'

/** What is to be saved: ending (`pdf`) → content. */
export type Contents = Readonly<Record<string, string | Uint8Array>>

/**
 * Saves files of one name and several endings in a folder somebody has chosen: all of them, on the disk, or
 * none. For its owner's eyes only (0600). A file that is there already is never written over: the new ones are
 * named （2）, （3）, …
 *
 * @returns the paths, in the order given
 * @throws DeskError `db-full`, `db-read-only`, `db-busy`, …
 */
export async function saveFiles(
  folder: string,
  name: string,
  contents: Contents,
  doing: string,
): Promise<readonly string[]> {
  const made: string[] = []
  try {
    const free = await freeName(folder, name, Object.keys(contents))
    const files = Object.entries(contents).map(([ending, content]) => {
      const path = join(folder, `${free}.${ending}`)
      return { path, fresh: `${path}.new`, content }
    })
    for (const { fresh, content } of files) {
      made.push(fresh)
      await write(fresh, content)
    }
    for (const { fresh, path } of files) {
      await rename(fresh, path)
      made.push(path)
    }
    syncFolder(folder)
    return files.map(({ path }) => path)
  } catch (thrown) {
    await Promise.allSettled(made.map((path) => rm(path, { force: true })))
    throw dbError(thrown, doing)
  }
}

/** What an earlier try left is taken away; a link that somebody laid there is not followed. */
async function write(file: string, content: string | Uint8Array): Promise<void> {
  await rm(file, { force: true })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function freeName(
  folder: string,
  name: string,
  endings: readonly string[],
  turn = 1,
): Promise<string> {
  const tried = turn === 1 ? name : `${name}（${turn}）`
  const there = await Promise.all(
    endings.map((ending) => exists(join(folder, `${tried}.${ending}`))),
  )
  return there.includes(true) ? freeName(folder, name, endings, turn + 1) : tried
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
