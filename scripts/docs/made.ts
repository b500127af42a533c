import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { dataInventoryDoc } from './dataInventoryDoc.ts'
import { rightsDoc } from './rightsDoc.ts'

/** The documents that are made from the code: file in docs/ → its text. */
const MADE: Readonly<Record<string, () => string>> = {
  'rights.md': rightsDoc,
  'data-inventory.md': dataInventoryDoc,
}

export interface MadeDocument {
  readonly file: string
  readonly text: string
}

/** All of them, set by Prettier like everything else in docs/. */
export function madeDocuments(): Promise<readonly MadeDocument[]> {
  return Promise.all(
    Object.entries(MADE).map(async ([name, make]) => {
      const file = join(import.meta.dirname, '../../docs', name)
      const options = { ...(await resolveConfig(file)), parser: 'markdown' }
      return { file, text: await format(make(), options) }
    }),
  )
}
