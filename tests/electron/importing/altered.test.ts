import { describe, expect, it } from 'vitest'
import { readTable } from '../../../electron/importing/readTable.ts'
import { roll, workbook } from '../../helpers/rollFiles.ts'
import { dice, sheet1 } from './aTable.ts'

const good = workbook({ sheets: [{ rows: roll(50) }] })

describe('a workbook that was altered at random (A44)', () => {
  it('gives a table that says the same, or a refusal', async () => {
    const before = await readTable(good)
    const next = dice(20_260_901)
    for (let round = 0; round < 100; round++) {
      const bytes = Buffer.from(good)
      for (let times = 0; times <= round % 4; times++) bytes[next(bytes.length)] = next(256)
      const read = await readTable(bytes)
      if (read.kind === 'table') expect(read).toEqual(before)
    }
  })

  it('gives a table or a refusal where the text itself was altered', async () => {
    const next = dice(7)
    const xml = `<worksheet><sheetData>${'<row r="2"><c r="A2" t="s"><v>3</v></c></row>'.repeat(5)}</sheetData></worksheet>`
    for (let round = 0; round < 100; round++) {
      const bytes = Buffer.from(xml)
      for (let times = 0; times <= round % 3; times++) bytes[next(bytes.length)] = next(128)
      expect((await readTable(sheet1(bytes))).kind).toMatch(/table|refused/)
    }
  })

  it('is cut off anywhere and refused', async () => {
    for (let at = 2; at < good.length; at += 97)
      expect((await readTable(good.subarray(0, at))).kind).toBe('refused')
  })
})
