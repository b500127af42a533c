import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileKind, FileOpened } from '../../core/rollRequests.ts'
import type { DeskHands } from '../deskWork.ts'
import { TABLE_LIMITS } from '../importing/limits.ts'

/** A file somebody chose, in memory: what lies on the disk may be another one a minute later. */
export interface ChosenFile {
  readonly of: FileKind
  readonly fileName: string
  readonly bytes: Uint8Array
  /** of a workbook; null: the first in which something stands */
  readonly sheet: string | null
}

/** null: called off */
export async function chooseFile(
  hands: Pick<DeskHands, 'chooseFile'>,
  of: FileKind,
): Promise<ChosenFile | Extract<FileOpened, { readonly kind: 'refused' }> | null> {
  const path = await hands.chooseFile('table')
  if (path === null) return null
  try {
    const { size } = await stat(path)
    if (size > TABLE_LIMITS.bytes) return { kind: 'refused', why: 'too-large' }
    return { of, fileName: basename(path), bytes: await readFile(path), sheet: null }
  } catch {
    return { kind: 'refused', why: 'not-readable' }
  }
}
