import * as fs from 'node:fs'
import type { AuditRow } from '../audit.ts'
import type { Desk } from '../desk.ts'
import type { ChainHead } from '../outbox.ts'
import type { FoundRow } from '../sealedRow.ts'
import { salvageByPages } from './byPages.ts'
import { salvageBySelect } from './bySelect.ts'

/** What could be read of a ruined database: only what the city and the log cannot give again. */
export interface Salvaged {
  /** each fits its own hash; in no order, and some may be here twice */
  readonly outbox: readonly FoundRow[]
  /** where the outbox said it ends */
  readonly heads: readonly ChainHead[]
  readonly audit: readonly AuditRow[]
  readonly desk: Desk | null
}

/** `whole`: every row of it was read. */
export interface Salvage extends Salvaged {
  readonly whole: boolean
}

export interface SalvagePlace {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
}

/**
 * Reads the outbox and the log of a database that may be ruined anywhere, and changes nothing of it.
 * By SQL as far as that goes; where it stops, page by page.
 */
export function salvage(place: SalvagePlace): Salvage {
  if (!fs.existsSync(place.file) && !fs.existsSync(`${place.file}-wal`))
    return { outbox: [], heads: [], audit: [], desk: null, whole: false }
  const bySql = salvageBySelect(place)
  // SQLite leaves out what stands behind a damaged place of the -wal, without a word
  const walIsEmpty = (fs.statSync(`${place.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0
  if (bySql.whole && walIsEmpty) return bySql
  const byPages = salvageByPages(place)
  return {
    outbox: [...byPages.outbox, ...bySql.outbox],
    heads: [...byPages.heads, ...bySql.heads],
    audit: [...byPages.audit, ...bySql.audit],
    desk: bySql.desk ?? byPages.desk,
    whole: false,
  }
}
