import type { Table, TableRefusal } from '../../core/rollFileTable.ts'
import { fileKind } from './fileKind.ts'
import { TABLE_LIMITS } from './limits.ts'
import { readCsv } from './readCsv.ts'
import { readXlsx } from './readXlsx.ts'
import { Refusal } from './refusal.ts'

export type TableRead =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'refused'; readonly why: TableRefusal }

/**
 * Reads a table out of the bytes of a file: a workbook (.xlsx, .xlsm) or a text file (CSV). What it is, its bytes say, not its
 * name. Whatever they are, this ends with a table or a refusal; it rejects for a defect of ours only.
 *
 * Some 0.2 s for 3,000 pupils, seconds for the largest: work for a thread.
 *
 * @param sheet of a workbook; null for the first in which something stands
 */
export async function readTable(
  bytes: Uint8Array,
  sheet: string | null = null,
): Promise<TableRead> {
  try {
    if (bytes.length > TABLE_LIMITS.bytes) throw new Refusal('too-large')
    const table = fileKind(bytes) === 'zip' ? await readXlsx(bytes, sheet) : readCsv(bytes)
    if (table.rows.length === 0) throw new Refusal('no-rows')
    return { kind: 'table', table }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: 'refused', why: thrown.why }
    throw thrown
  }
}
