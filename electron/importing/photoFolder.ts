import { constants, type Dirent } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PHOTO_LIMITS } from './limits.ts'
import {
  byName,
  isLeftBehind,
  NoPhotos,
  type PhotoSource,
  type SourceFile,
  type SourceRead,
} from './photoSource.ts'

/** The files of a folder and of those in it. Links are listed and never followed. @throws NoPhotos */
export async function photoFolder(folder: string): Promise<PhotoSource> {
  const files: SourceFile[] = []
  await list(folder, '', PHOTO_LIMITS.depth, files)
  return { files: files.sort(byName), close: () => Promise.resolve() }
}

async function list(
  folder: string,
  within: string,
  depth: number,
  files: SourceFile[],
): Promise<void> {
  for (const entry of await entriesOf(join(folder, within))) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`
    if (isLeftBehind(name)) continue
    if (entry.isDirectory()) {
      if (depth > 0) await list(folder, name, depth - 1, files)
      continue
    }
    if (files.length === PHOTO_LIMITS.files) throw new NoPhotos('too-large')
    const read = entry.isSymbolicLink()
      ? () => Promise.resolve({ kind: 'link' } as const)
      : (most: number) => readWhole(join(folder, name), most)
    files.push({ name, read })
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => {
    throw new NoPhotos('unreadable')
  })
}

/** A link that was laid there meanwhile is not followed, a pipe is not waited for. Windows has neither flag. */
const FLAGS =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0)

async function readWhole(path: string, most: number): Promise<SourceRead> {
  try {
    const file = await open(path, FLAGS)
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return { kind: 'unreadable' }
      if (stat.size > most) return { kind: 'too-large' }
      const bytes = new Uint8Array(stat.size)
      const { bytesRead } = await file.read(bytes, 0, stat.size, 0)
      return bytesRead === stat.size ? { kind: 'bytes', bytes } : { kind: 'unreadable' }
    } finally {
      await file.close()
    }
  } catch {
    return { kind: 'unreadable' } // its path names somebody: the error ends here
  }
}
