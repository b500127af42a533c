import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import type { KioskBridge } from '../../../core/contract.ts'
import type { Mapping, RollField } from '../../../core/rollFileColumns.ts'
import type { RunningDesk } from '../../../tests/e2e/launch.ts'
import { within, withDesk } from '../desk.ts'
import { forgetPeak, peakOf } from '../peakMemory.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'

declare const window: { readonly kiosk: KioskBridge }

const PUPILS = 3_000
const IN_A_CLASS = 42
const MOST_MB = 512
const WITHIN_MS = 120_000
const PHOTO_BYTES = 25_000

const educationId = (n: number): string => String(90_000_000 + n)

/** A workbook as a school has it → all of its 3,000 pupils on the roll and found by the search. */
export async function importRoll(n: number): Promise<Measured> {
  return inScratch(async (scratch) => {
    const file = join(scratch, 'roll.xlsx')
    await writeXlsxFile(rollSheet(), { sheet: '名册' }).toFile(file)
    return measured(n, async (desk) => {
      await chooses(desk, file)
      const ms = await within(WITHIN_MS, 'An import', desk.page.evaluate(takeRoll))
      await within(WITHIN_MS, 'Taking it back', desk.page.evaluate(undoLast))
      return ms
    })
  })
}

/** A folder of 3,000 photos of 295×413 px and 25 KB → each of them a pupil's. */
export async function importPhotos(n: number): Promise<Measured> {
  return inScratch(async (scratch) => {
    const file = join(scratch, 'roll.xlsx')
    await writeXlsxFile(rollSheet(), { sheet: '名册' }).toFile(file)
    let rolled = false
    return measured(n, async (desk) => {
      if (!rolled) {
        await chooses(desk, file)
        await within(WITHIN_MS, 'An import', desk.page.evaluate(takeRoll))
        rolled = true
      }
      const folder = photosIn(scratch)
      await chooses(desk, folder)
      return within(WITHIN_MS, 'An import of photos', desk.page.evaluate(takePhotos))
    })
  })
}

async function measured(
  n: number,
  turn: (desk: RunningDesk) => Promise<number>,
): Promise<Measured> {
  const folder = await schoolOf(60)
  let peak = 0
  const { value: values, loopDelayMaxMs } = await withDesk(folder, async (desk) => {
    const pid = desk.app.process().pid ?? 0
    const took: number[] = []
    for (let at = 0; at < n; at++) {
      // A hand at the desk: it locks itself after five minutes without one.
      await desk.page.evaluate(() => window.kiosk.request('session.active', null))
      forgetPeak(pid)
      took.push(await turn(desk))
      peak = Math.max(peak, peakOf(pid))
    }
    return took
  })
  const faults =
    peak > MOST_MB ? [`main took ${Math.round(peak)} MB, the bar is ${MOST_MB} MB`] : []
  return {
    values,
    floor: null,
    loopDelayMaxMs,
    faults,
    more: { 'peak of main (MB)': Math.round(peak) },
  }
}

async function inScratch<T>(work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-import-'))
  try {
    return await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function rollSheet() {
  const text = (value: string) => ({ value, type: String })
  const line = (n: number) => {
    const place = Math.floor(n / IN_A_CLASS)
    const className = `${'一二三四五六'[place % 6] ?? '一'}年级${20 + Math.floor(place / 6)}班`
    return [educationId(n), `陈${String.fromCodePoint(0x4e00 + n)}`, n % 2 ? '男' : '女', className]
  }
  return [
    ['教育ID', '姓名', '性别', '班级'].map(text),
    ...Array.from({ length: PUPILS }, (_, n) => line(n).map(text)),
  ]
}

/**
 * Other pictures each time: what is here already is not written again. Whole ones: headers, a scan in which
 * no byte looks like a marker, and the end.
 */
function photosIn(scratch: string): string {
  const folder = mkdtempSync(join(scratch, 'photos-'))
  const frame = Buffer.from('FFD8FFC00011080000000003012200021101031101', 'hex')
  frame.writeUInt16BE(413, 7)
  frame.writeUInt16BE(295, 9)
  const head = Buffer.concat([frame, Buffer.from('FFDA0008010100003F00', 'hex')])
  const end = Buffer.from('FFD9', 'hex')
  const scan = (): Buffer =>
    Buffer.from(randomBytes(PHOTO_BYTES - head.length - end.length).map((byte) => byte & 0x7f))
  // On the disk, as a photographer's folder is: else the desk would wait for 75 MB that are not its own.
  for (let n = 0; n < PUPILS; n++)
    writeFileSync(join(folder, `${educationId(n)}.jpg`), Buffer.concat([head, scan(), end]), {
      flush: true,
    })
  return folder
}

/** The system's dialog answers with this path. */
function chooses({ app }: RunningDesk, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

/* In the page: these functions are sent there as they stand. */

async function takeRoll(): Promise<number> {
  const from = performance.now()
  const file = await window.kiosk.request('roll.open', { of: 'roll' })
  if (!file.ok || file.value?.kind !== 'opened') throw new Error('The file was not opened.')
  const mapping = file.value.mapping as Mapping<RollField>
  const preview = await window.kiosk.request('roll.preview', { mapping, missing: { kind: 'stay' } })
  if (!preview.ok || preview.value.kind !== 'preview') throw new Error('No difference.')
  if (preview.value.counts.new !== 3_000) throw new Error('Not 3,000 new pupils.')
  const taken = await window.kiosk.request('roll.take', { withoutBroken: false, schoolName: null })
  if (!taken.ok || taken.value.kind !== 'taken') throw new Error('The roll was not taken.')
  return performance.now() - from
}

async function undoLast(): Promise<void> {
  const view = await window.kiosk.request('roll.view', null)
  const changeId = view.ok ? view.value.undoable : null
  if (changeId === null) throw new Error('Nothing can be taken back.')
  const undone = await window.kiosk.request('roll.undo', { changeId })
  if (!undone.ok || undone.value.kind !== 'undone') throw new Error('It was not taken back.')
}

async function takePhotos(): Promise<number> {
  const from = performance.now()
  const preview = await window.kiosk.request('photos.open', { from: 'folder' })
  if (!preview.ok || preview.value?.kind !== 'preview') throw new Error('No photos.')
  if (preview.value.fits !== 3_000) throw new Error('Not 3,000 photos.')
  const taken = await window.kiosk.request('photos.take', null)
  if (!taken.ok || taken.value.kind !== 'taken') throw new Error('The photos were not taken.')
  return performance.now() - from
}
