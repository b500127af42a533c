import { open, stat } from 'node:fs/promises'
import { PHOTO_LIMITS } from './limits.ts'
import { photoFolder } from './photoFolder.ts'
import { lookAtPhoto, type PhotoFlaw } from './photoQuality.ts'
import { NoPhotos, type PhotoRefusal, type PhotoSource, type SourceFile } from './photoSource.ts'
import { photoZip } from './photoZip.ts'
import type { Picture } from './picture.ts'

export type PhotosOpened =
  | {
      readonly kind: 'photos'
      /** so many files there are; each gives one PhotoFile */
      readonly count: number
      /** Read one by one, as they are asked for. Once only. */
      readonly files: AsyncIterable<PhotoFile>
      /** For whoever does not go through all of them; harmless after that. */
      close(): Promise<void>
    }
  | { readonly kind: 'refused'; readonly why: PhotoRefusal }

/** One file of a folder or a zip. Its name, which may be a pupil's, does not come along. */
export type PhotoFile =
  | ({
      readonly kind: 'photo'
      /** from 1, in the order of names */
      readonly index: number
      /** 8 digits */
      readonly educationId: string
      /** without where and when it was taken */
      readonly bytes: Uint8Array
      /** to be looked at; the photo can be used */
      readonly flaws: readonly PhotoFlaw[]
    } & Picture)
  | { readonly kind: 'twice'; readonly index: number; readonly otherIndex: number }
  | { readonly kind: PhotoTrouble; readonly index: number }

/** What makes a file unusable. */
export type PhotoTrouble =
  | 'no-education-id' // not one run of 8 digits in its name, or several
  | 'not-a-picture' // no whole JPEG, PNG or WEBP, whatever it is called
  | 'too-large' // more than 2 MB, or 25 million pixels
  | 'link' // not followed
  | 'unreadable' // damaged, encrypted, or of somebody else's

/** Opens a folder or a zip of photos that are named by 教育ID: 12345678.jpg, 12345678_张三.jpg, 张三12345678.JPG. */
export async function openPhotos(path: string): Promise<PhotosOpened> {
  try {
    const source = await openSource(path)
    if (source.files.length === 0) {
      await source.close()
      return { kind: 'refused', why: 'no-files' }
    }
    return {
      kind: 'photos',
      count: source.files.length,
      files: photosOf(source),
      close: () => source.close(),
    }
  } catch (thrown) {
    if (thrown instanceof NoPhotos) return { kind: 'refused', why: thrown.why }
    throw thrown
  }
}

async function openSource(path: string): Promise<PhotoSource> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new NoPhotos('unreadable')
  if (found.isDirectory()) return photoFolder(path)
  if (!found.isFile() || !(await isZip(path))) throw new NoPhotos('not-photos')
  return photoZip(path)
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) throw new NoPhotos('unreadable')
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}

async function* photosOf(source: PhotoSource): AsyncGenerator<PhotoFile> {
  const taken = new Map<string, number>()
  try {
    for (const [at, file] of source.files.entries()) {
      const photo = await photoOf(file, at + 1, taken)
      if (photo.kind === 'photo') taken.set(photo.educationId, photo.index)
      yield photo
    }
  } finally {
    await source.close()
  }
}

async function photoOf(
  file: SourceFile,
  index: number,
  taken: ReadonlyMap<string, number>,
): Promise<PhotoFile> {
  const educationId = educationIdIn(file.name)
  if (educationId === null) return { kind: 'no-education-id', index }
  const otherIndex = taken.get(educationId)
  if (otherIndex !== undefined) return { kind: 'twice', index, otherIndex }
  const read = await file.read(PHOTO_LIMITS.photo)
  if (read.kind !== 'bytes') return { kind: read.kind, index }
  const photo = lookAtPhoto(read.bytes)
  if (photo.kind !== 'picture') return { kind: photo.kind, index }
  const { picture, bytes, flaws } = photo
  return { kind: 'photo', index, educationId, bytes, ...picture, flaws }
}

/** The only run of exactly 8 digits in the name of a file; null: there is none, or there are several. */
export function educationIdIn(name: string): string | null {
  const own = name.slice(name.lastIndexOf('/') + 1).normalize('NFKC')
  const runs = (own.match(/\d+/g) ?? []).filter(({ length }) => length === 8)
  return runs.length === 1 ? (runs[0] ?? null) : null
}
