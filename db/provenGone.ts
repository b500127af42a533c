import { pagesOf } from './pages.ts'

export type GoneProof =
  | { readonly kind: 'gone'; readonly pages: number }
  | { readonly kind: 'found'; readonly pages: number; readonly in: readonly FoundIn[] }

export interface FoundIn {
  readonly file: string
  readonly page: number
  /** its place in the list that was given: the proof repeats no personal data */
  readonly needle: number
}

/**
 * Looks for byte strings in every decrypted page of databases, of the -wal files beside them, and of
 * backups, free pages included. It covers those files and no others: not the blocks a drive has let go
 * of, not memory, not copies somebody took away. A string across two pages is not found: give short ones.
 *
 * @param files databases and backups, all under one key
 * @throws DeskError 'db-ruined': a page could not be read, so nothing is proven
 */
export function proveGone(
  files: readonly string[],
  key: Uint8Array,
  needles: readonly Buffer[],
): GoneProof {
  const found: FoundIn[] = []
  let pages = 0
  for (const file of files)
    for (const page of pagesOf(file, key)) {
      pages += 1
      for (const [needle, wanted] of needles.entries())
        if (page.bytes.includes(wanted)) found.push({ file: page.file, page: page.number, needle })
    }
  return found.length === 0 ? { kind: 'gone', pages } : { kind: 'found', pages, in: found }
}
