/** Where photos come from: a folder or a zip. Names stay in this room; what leaves it has an index. */
export interface PhotoSource {
  /** by name; what systems leave behind (Thumbs.db, __MACOSX) is not among them */
  readonly files: readonly SourceFile[]
  close(): Promise<void>
}

export interface SourceFile {
  /** with / between folders */
  readonly name: string
  /** @param most bytes; more are not read */
  read(most: number): Promise<SourceRead>
}

export type SourceRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'link' | 'unreadable' }

/** Why no photo is read at all. */
export type PhotoRefusal =
  | 'unreadable' // no such folder or file, or no right to it
  | 'not-photos' // neither a folder nor a zip
  | 'no-files'
  | 'zip-bomb' // an entry inflates to more than 100 times its size
  | 'too-large' // more than 20,000 files, or 400 MB inflated
  | 'damaged'

/** Ends the reading of photos. What else is thrown is a defect of ours. */
export class NoPhotos extends Error {
  readonly why: PhotoRefusal

  constructor(why: PhotoRefusal) {
    super(`The photos are refused: ${why}.`)
    this.name = 'NoPhotos'
    this.why = why
  }
}

/** What is no photo of anybody: hidden files, and what Windows and macOS put beside pictures. */
export function isLeftBehind(name: string): boolean {
  return name
    .split('/')
    .some((part) => part.startsWith('.') || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(part))
}

export function byName(one: SourceFile, other: SourceFile): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}
