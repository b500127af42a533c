import * as fs from 'node:fs'
import type { AuditRow } from '../audit.ts'
import type { Desk } from '../desk.ts'
import { fitsItself, type FoundRow } from '../sealedRow.ts'
import { auditRowFits } from './bySelect.ts'
import { decryptPage, pagesOf } from './cipherPages.ts'
import { leafRows, type Cell, type LeafRow } from './leafRows.ts'
import type { Salvaged, SalvagePlace } from './salvage.ts'

/**
 * Goes through every page without asking SQLite: also where the first page, an index or an inner
 * page is gone. A row is told by its shape and proved by its own hash; heads stand in no such page.
 */
export function salvageByPages({ file, key }: SalvagePlace): Salvaged {
  const pages = [...pagesOf(bytesOf(file), bytesOf(`${file}-wal`))].filter(
    ({ number }) => number > 1,
  )
  const latest = new Map(pages.map(({ number, page }) => [number, page]))
  const pageOf = (number: number): Buffer | null => {
    const page = latest.get(number)
    return page === undefined ? null : decryptPage(page, key)
  }
  const rows = pages.flatMap(({ page }) => [...leafRows(decryptPage(page, key), pageOf)])
  const outbox = rows.flatMap((row) => outboxRow(row) ?? [])
  return {
    outbox,
    heads: [],
    audit: rows.flatMap((row) => auditRow(row) ?? []),
    desk: rows.map(deskRow).findLast((desk) => desk !== null) ?? null,
  }
}

/** Columns as in migrations/0030-outbox.ts; later steps may have added some at the end. */
function outboxRow({ cells }: LeafRow): FoundRow | null {
  const [deviceId, epoch, seq, cmdId, type, sealed, prevHash, hash, status, refusal = null] = cells
  if (!areTexts(deviceId, cmdId, type, sealed, prevHash, hash)) return null
  if (typeof epoch !== 'number' || typeof seq !== 'number') return null
  if (status !== 'waiting' && status !== 'sent' && status !== 'parked') return null
  const place = { deviceId, deviceEpoch: epoch, deviceSeq: seq, cmdId, type } as FoundRow
  const row = { ...place, sealed, prevHash, hash, status, refusal } as FoundRow
  return fitsItself(row) ? row : null
}

/** Columns as in migrations/0090-audit.ts; the row number is its seq. */
function auditRow({ rowid, cells }: LeafRow): AuditRow | null {
  const [own, at, operatorId, kind, studentId, sealed, prevHash, hash] = cells
  if (own !== null || typeof at !== 'number') return null
  if (!areTexts(kind, sealed, prevHash, hash)) return null
  const row = { seq: rowid, at, operatorId, kind, studentId, sealed, prevHash, hash } as AuditRow
  return hash?.toString().length === 64 && auditRowFits(row) ? row : null
}

/** Columns as in migrations/0010-desk.ts, and what later steps added. */
function deskRow({ rowid, cells }: LeafRow): Desk | null {
  const [own, deviceId, deviceEpoch, schoolId, madeAt] = cells
  const fits =
    rowid === 1 &&
    own === null &&
    areTexts(deviceId, schoolId) &&
    /^[0-9a-f-]{36}$/.test(String(deviceId))
  return fits && typeof deviceEpoch === 'number' && typeof madeAt === 'number'
    ? ({ deviceId, deviceEpoch, schoolId, madeAt } as Desk)
    : null
}

function areTexts(...cells: readonly (Cell | undefined)[]): boolean {
  return cells.every((cell) => typeof cell === 'string')
}

/** A file that is not there or cannot be read gives nothing. */
function bytesOf(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
