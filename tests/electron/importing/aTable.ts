import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Table } from '../../../core/rollFileTable.ts'
import { readTable } from '../../../electron/importing/readTable.ts'
import type { TableRefusal } from '../../../core/rollFileTable.ts'
import { workbook } from '../../helpers/rollFiles.ts'

/** The table that must be in a file. */
export async function tableIn(bytes: Uint8Array, sheet: string | null = null): Promise<Table> {
  const read = await readTable(bytes, sheet)
  if (read.kind === 'refused') throw new Error(`refused: ${read.why}`)
  return read.table
}

/** Why a file is refused; `table` where it is not. */
export async function why(
  bytes: Uint8Array,
  sheet: string | null = null,
): Promise<TableRefusal | 'table'> {
  const read = await readTable(bytes, sheet)
  return read.kind === 'refused' ? read.why : 'table'
}

/** Remarks as a test says them: `merged-cells 3`. */
export function remarksOf({ remarks }: Table): readonly string[] {
  return remarks.map((one) => ('count' in one ? `${one.kind} ${one.count}` : one.kind))
}

/** The same in a thread whose heap is small, as it is at the desk. */
export async function whyInThread(bytes: Uint8Array): Promise<unknown> {
  const thread = new Worker(new URL('importChild.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 200 },
  })
  const [said] = (await once(thread, 'message')) as readonly unknown[]
  await thread.terminate()
  return said
}

/** A workbook whose first sheet is that, byte by byte; `size` is what it says of its length. */
export function sheet1(content: Buffer | string, size?: number): Buffer {
  const lie = size === undefined ? {} : { lie: { size } }
  return workbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', content, ...lie }] })
}

/** Chance that is the same each time: whole numbers from 0 on. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
