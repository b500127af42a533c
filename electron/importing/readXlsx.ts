import { fromBufferPromise } from 'yauzl'
import type { Table } from '../../core/rollFileTable.ts'
import { TABLE_LIMITS, WORKBOOK_PARTS } from './limits.ts'
import { Refusal } from './refusal.ts'
import { readBook, remarksOn, type BookSheet } from './xlsxBook.ts'
import { partsOf } from './xlsxParts.ts'
import { readSheet, type SheetRead } from './xlsxSheet.ts'
import { readStrings } from './xlsxStrings.ts'
import { DIRECTORY_OPTIONS, readDirectory } from './zipDirectory.ts'

/**
 * Reads a workbook (.xlsx, .xlsm).
 *
 * @param wanted the name of a sheet; null for the first that can be seen and in which something stands
 * @throws Refusal
 */
export async function readXlsx(bytes: Uint8Array, wanted: string | null): Promise<Table> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { ...DIRECTORY_OPTIONS }).catch(() => {
    throw new Refusal('damaged')
  })
  const limits = { entries: WORKBOOK_PARTS, total: TABLE_LIMITS.bytes }
  const parts = partsOf(zip, await readDirectory(zip, limits))
  const book = await readBook(parts)
  const strings = book.strings === null ? [] : await readStrings(parts.read(book.strings))
  const candidates = book.sheets.filter(({ name, hidden }) =>
    wanted === null ? !hidden : name === wanted,
  )
  if (candidates.length === 0) throw new Refusal(wanted === null ? 'no-rows' : 'no-such-sheet')
  const { sheet, read } = await firstWithRows(candidates, (part) =>
    readSheet(parts.read(part), strings),
  )
  const besides = await remarksOn(parts)
  const kinds = new Set(besides.map(({ kind }) => kind))
  return {
    from: {
      kind: 'workbook',
      sheet: sheet.name,
      sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
      dayZero: book.dayZero,
    },
    rows: read.rows,
    remarks: [...read.remarks.filter(({ kind }) => !kinds.has(kind)), ...besides],
  }
}

async function firstWithRows(
  sheets: readonly BookSheet[],
  read: (part: string) => Promise<SheetRead>,
): Promise<{ readonly sheet: BookSheet; readonly read: SheetRead }> {
  for (const sheet of sheets) {
    const found = await read(sheet.part)
    if (found.rows.length > 0) return { sheet, read: found }
  }
  throw new Refusal('no-rows')
}
