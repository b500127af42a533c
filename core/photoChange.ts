/** A pupil's photo by its content: the picture itself goes to the city apart (sync.md 5.2, Photos). */
export interface PhotoSet {
  readonly studentId: string
  /** SHA-256 of the file, lower-case hex; null: they have none now */
  readonly to: string | null
  /** what it replaces; null: there was none */
  readonly from: string | null
}

/** One act on the photos of the school: all of it or nothing. */
export interface PhotoChange {
  /** UUIDv7 */
  readonly changeId: string
  /** the change this one takes back; null: none */
  readonly undoes: string | null
  readonly photos: readonly PhotoSet[]
}

export interface PhotoChangePart extends PhotoChange {
  /** from 1 */
  readonly part: number
  readonly parts: number
}

/** 100 are some 20 KB, and shown in the tables in some 8 ms. */
export const PHOTOS_A_PART = 100

export function photoPartsOf(change: PhotoChange): readonly PhotoChangePart[] {
  const { photos } = change
  const parts = Math.max(1, Math.ceil(photos.length / PHOTOS_A_PART))
  return Array.from({ length: parts }, (_, at) => ({
    ...change,
    photos: photos.slice(at * PHOTOS_A_PART, (at + 1) * PHOTOS_A_PART),
    part: at + 1,
    parts,
  }))
}

/** The change that takes another one back. */
export function undoingPhotos(done: PhotoChange, changeId: string): PhotoChange {
  return {
    ...{ changeId, undoes: done.changeId },
    photos: done.photos.map(({ studentId, from, to }) => ({ studentId, from: to, to: from })),
  }
}
