import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readRollRows } from '../../../core/rollFile.ts'
import { findHeadings, guessMapping, ROLL_COLUMNS } from '../../../core/rollFileColumns.ts'
import { roll, workbook, type SheetWritten } from '../../helpers/rollFiles.ts'
import { remarksOf, tableIn, why } from './aTable.ts'

const sheet = (written: SheetWritten): Buffer => workbook({ sheets: [written] })

describe('a workbook', () => {
  it('gives its rows with the lines they stand in', async () => {
    const rows = [
      ['××小学学生名单'],
      [],
      ['教育ID', '姓名', null, '班级'],
      [12345678, '张伟', null, '2班'],
    ]
    const table = await tableIn(sheet({ name: '三年级', rows }))
    expect(table.rows).toEqual([
      { line: 1, cells: ['××小学学生名单'] },
      { line: 3, cells: ['教育ID', '姓名', '', '班级'] },
      { line: 4, cells: [{ kind: 'number', text: '12345678' }, '张伟', '', '2班'] },
    ])
    expect(table.from).toEqual({
      kind: 'workbook',
      sheet: '三年级',
      sheets: [{ name: '三年级', hidden: false }],
      dayZero: '1899-12-30',
    })
    expect(table.remarks).toEqual([])
  })

  it('is read as other programs write it', async () => {
    const written = await writeXlsxFile([
      {
        sheet: '名单',
        data: [
          [{ value: '教育ID' }, { value: '姓名' }],
          [
            { value: '01234567', type: String },
            { value: '王𬭎', type: String },
          ],
          [
            { value: 12345678, type: Number },
            { value: ' 阿卜杜·热合曼 & <b>', type: String },
          ],
        ],
      },
    ]).toBuffer()
    const table = await tableIn(written)
    expect(table.rows.slice(1)).toEqual([
      { line: 2, cells: ['01234567', '王𬭎'] },
      { line: 3, cells: [{ kind: 'number', text: '12345678' }, ' 阿卜杜·热合曼 & <b>'] },
    ])
  })

  it('is read with prefixes, without places, with rich and inline text', async () => {
    const table = await tableIn(
      sheet({
        sheetData:
          '<x:row xmlns:x="x"><x:c t="inlineStr"><x:is><x:r><x:t>张</x:t></x:r><x:r><x:t>伟</x:t></x:r><x:rPh><x:t>zhang</x:t></x:rPh></x:is></x:c>' +
          '<x:c t="str"><x:v>a_x000A_b</x:v></x:c><x:c><x:v>1.2345678E7</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>',
      }),
    )
    expect(table.rows).toEqual([
      {
        line: 1,
        cells: ['张伟', 'a\nb', { kind: 'number', text: '12345678' }, 'TRUE', { kind: 'error' }],
      },
    ])
    expect(remarksOf(table)).toEqual(['error-cells 1'])
  })

  it('is read from its first sheet that can be seen and says something', async () => {
    const sheets: readonly SheetWritten[] = [
      { name: '旧', state: 'hidden', rows: [['旧']] },
      { name: '空' },
      { name: '新', rows: [['新']] },
    ]
    const table = await tableIn(workbook({ sheets }))
    expect(table.from).toMatchObject({
      sheet: '新',
      sheets: [
        { name: '旧', hidden: true },
        { name: '空', hidden: false },
        { name: '新', hidden: false },
      ],
    })
    expect((await tableIn(workbook({ sheets }), '旧')).rows[0]?.cells).toEqual(['旧'])
    expect(await why(workbook({ sheets }), '别的')).toBe('no-such-sheet')
  })

  it('counts days from 1904 where it says so', async () => {
    const table = await tableIn(workbook({ sheets: [{ rows: [['a']] }], from1904: true }))
    expect(table.from).toMatchObject({ dayZero: '1904-01-01' })
  })

  it('of 3,000 pupils gives 3,000 rows', async () => {
    const table = await tableIn(sheet({ rows: roll(3000) }))
    const headings = findHeadings(table, ROLL_COLUMNS)
    const read = readRollRows(table, guessMapping(headings?.texts ?? [], ROLL_COLUMNS).mapping)
    expect(read).toMatchObject({ kind: 'read', troubles: [] })
    expect(read.kind === 'read' && read.rows.length).toBe(3000)
  })
})

describe('what is not believed (A44)', () => {
  it('a formula: its text is taken from the file, a number that came out of it is not', async () => {
    const table = await tableIn(
      sheet({
        rows: [
          [
            { xml: 't="str"><f>A2&amp;"1"</f><v>01234567</v>' },
            { xml: '><f>12345670+8</f><v>12345678</v>' },
            { xml: '><f t="shared" si="0"/>' },
          ],
        ],
      }),
    )
    expect(table.rows[0]?.cells).toEqual([
      { kind: 'formula', text: '01234567' },
      { kind: 'formula', text: null },
      { kind: 'formula', text: null },
    ])
    expect(remarksOf(table)).toEqual(['formulas 3'])
  })

  it('18 digits as a float', async () => {
    const table = await tableIn(
      sheet({
        rows: [[{ xml: '><v>1.1010120100101123E17</v>' }, { xml: '><v>1000751026001234</v>' }]],
      }),
    )
    expect(table.rows[0]?.cells).toEqual([{ kind: 'damaged-number' }, { kind: 'damaged-number' }])
  })

  it('merged cells: the lines below say what the first one says', async () => {
    const table = await tableIn(
      sheet({
        rows: [
          ['名单'],
          ['班级', '姓名'],
          ['三年级2班', '张伟'],
          [null, '李娜'],
          [],
          [null, '王芳'],
          ['别的', ''],
        ],
        after:
          '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A6"/><mergeCell ref="A90:A99"/></mergeCells>',
      }),
    )
    const merged = { kind: 'merged', text: '三年级2班' }
    expect(table.rows.slice(2)).toEqual([
      { line: 3, cells: ['三年级2班', '张伟'] },
      { line: 4, cells: [merged, '李娜'] },
      { line: 6, cells: [merged, '王芳'] },
      { line: 7, cells: ['别的'] },
    ])
    expect(remarksOf(table)).toEqual(['merged-cells 3'])
  })

  it('hidden lines and columns are read, and said to be hidden', async () => {
    const table = await tableIn(
      sheet({
        before:
          '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>',
        sheetData: '<row r="1" hidden="1"><c t="str"><v>a</v></c></row><row r="2" hidden="1"/>',
      }),
    )
    expect(remarksOf(table)).toEqual(['hidden-rows 1', 'hidden-columns 94'])
  })

  it('a cell of more than 500 characters', async () => {
    const table = await tableIn(sheet({ rows: [['长'.repeat(501), '长'.repeat(500)]] }))
    expect(table.rows[0]?.cells).toEqual([{ kind: 'too-long' }, '长'.repeat(500)])
    expect(remarksOf(table)).toEqual(['long-cells 1'])
  })

  it('external links, DDE, macros, embedded objects: nothing of them is opened', async () => {
    const table = await tableIn(
      workbook({
        sheets: [{ rows: [['教育ID', { xml: "><f>[1]!'a'</f><v>1</v>" }]] }],
        parts: [
          {
            name: 'xl/externalLinks/externalLink1.xml',
            content: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
          },
          { name: 'xl/vbaProject.bin', content: 'macro' },
          { name: 'xl/embeddings/oleObject1.bin', content: 'object' },
          { name: '../../etc/passwd', content: 'nowhere' },
        ],
      }),
    )
    expect(remarksOf(table)).toEqual([
      'formulas 1',
      'external-links',
      'dde',
      'macros',
      'embedded-objects',
    ])
  })

  it('DDE in a formula', async () => {
    const table = await tableIn(
      sheet({ rows: [['a', { xml: "><f>cmd|'/c calc'!A0</f><v>0</v>" }]] }),
    )
    expect(remarksOf(table)).toEqual(['formulas 1', 'dde'])
  })

  it('headings called __proto__ and constructor are headings', async () => {
    const table = await tableIn(
      sheet({
        rows: [
          ['__proto__', 'constructor', '教育ID', '姓名'],
          ['1', '2', '12345678', '张伟'],
        ],
      }),
    )
    const texts = findHeadings(table, ROLL_COLUMNS)?.texts ?? []
    const { mapping } = guessMapping(texts, ROLL_COLUMNS)
    const read = readRollRows(table, [...mapping, { heading: '__proto__', field: 'class' }])
    expect(read).toMatchObject({ kind: 'read', fields: ['educationId', 'name', 'class'] })
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })
})
