import { openPromise, type ZipFile } from 'yauzl'
import { PHOTO_LIMITS } from './limits.ts'
import { byName, isLeftBehind, NoPhotos, type PhotoSource, type SourceRead } from './photoSource.ts'
import { Refusal } from './refusal.ts'
import { DIRECTORY_OPTIONS, inflate, readDirectory, type ZipEntry } from './zipDirectory.ts'

/** The files of a zip. They are read into memory, one at a time, and never written: names with .. lead nowhere. @throws NoPhotos */
export async function photoZip(path: string): Promise<PhotoSource> {
  const zip = await openPromise(path, DIRECTORY_OPTIONS).catch(() => {
    throw new NoPhotos('damaged')
  })
  try {
    const entries = await readDirectory(zip, {
      entries: PHOTO_LIMITS.files,
      total: PHOTO_LIMITS.total,
    })
    return {
      files: entries
        .filter(({ name }) => !isLeftBehind(name.replace(/(^|\/)\.{1,2}(?=\/)/g, '')))
        .map((entry) => ({
          name: entry.name,
          read: (most: number) => readEntry(zip, entry, most),
        }))
        .sort(byName),
      close: () => Promise.resolve(zip.close()),
    }
  } catch (thrown) {
    zip.close()
    throw thrown instanceof Refusal ? new NoPhotos(photoRefusal(thrown)) : thrown
  }
}

function photoRefusal({ why }: Refusal): 'zip-bomb' | 'too-large' | 'damaged' {
  return why === 'zip-bomb' || why === 'too-large' ? why : 'damaged'
}

async function readEntry(zip: ZipFile, entry: ZipEntry, most: number): Promise<SourceRead> {
  if (entry.size > Math.min(most, PHOTO_LIMITS.entry)) return { kind: 'too-large' }
  try {
    const pieces: Buffer[] = []
    for await (const piece of inflate(zip, entry)) pieces.push(piece)
    return { kind: 'bytes', bytes: new Uint8Array(Buffer.concat(pieces)) }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: 'unreadable' }
    throw thrown
  }
}
