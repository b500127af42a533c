import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CityRefusal } from '../../core/cityLink.ts'
import type { RollProgress } from '../../core/rollRequests.ts'
import type { DeskHands, DeskWork } from '../deskWork.ts'
import { TABLE_LIMITS } from '../importing/limits.ts'
import type { ActParts } from '../actParts.ts'
import type { CityFile } from './fileLink.ts'

export interface CityParts extends ActParts {
  readonly work: Pick<DeskWork, 'readCityFile'>
  readonly hands: Pick<DeskHands, 'chooseFile'>
  /** null: nothing is being worked at any more */
  readonly onProgress: (progress: RollProgress | null) => void
}

/** null: called off */
export async function chooseCityFile(
  hands: Pick<DeskHands, 'chooseFile'>,
): Promise<CityFile | { readonly kind: 'refused'; readonly why: CityRefusal } | null> {
  const path = await hands.chooseFile('table')
  if (path === null) return null
  try {
    const { size } = await stat(path)
    if (size > TABLE_LIMITS.bytes) return { kind: 'refused', why: 'too-large' }
    return { fileName: basename(path), bytes: await readFile(path) }
  } catch {
    return { kind: 'refused', why: 'not-readable' }
  }
}
