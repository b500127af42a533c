import { describe, expect, it } from 'vitest'
import { roll, workbook, type SheetWritten } from '../../helpers/rollFiles.ts'
import { zipOf } from '../../helpers/zipFiles.ts'
import { dice, sheet1, why, whyInThread } from './aTable.ts'

const MB = 1024 * 1024
const sheet = (written: SheetWritten): Buffer => workbook({ sheets: [written] })
const good = sheet({ rows: roll(50) })
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    utf16(`${stream}\0`),
    Buffer.alloc(512),
  ])
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

describe('what is no table is refused, whatever it is called (A44)', () => {
  it.each<[string, string, Buffer]>([
    ['an empty file', 'empty', Buffer.alloc(0)],
    ['a PDF', 'not-a-table', Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['a picture', 'not-a-table', png],
    ['a JPEG', 'not-a-table', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    [
      'a program',
      'not-a-table',
      Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04'), Buffer.alloc(100)]),
    ],
    ['a zip of other things', 'not-a-table', zipOf([{ name: 'photo.jpg', content: 'x' }])],
    ['a zip in a zip', 'not-a-table', zipOf([{ name: 'roll.xlsx', content: good, stored: true }])],
    [
      'a Word document',
      'not-a-table',
      zipOf([
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
        { name: 'word/document.xml', content: '<document/>' },
        { name: 'word/_rels/document.xml.rels', content: '<Relationships/>' },
      ]),
    ],
    [
      'an OpenDocument',
      'other-workbook',
      zipOf([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    ],
    [
      'a binary workbook',
      'other-workbook',
      zipOf([
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
    ],
    ['a workbook with a password', 'encrypted', compound('EncryptedPackage')],
    [
      'a zip with a password',
      'encrypted',
      zipOf([{ name: '_rels/.rels', content: '<x/>', encrypted: true }]),
    ],
    ['Excel 97–2003', 'old-xls', compound('Workbook')],
    ['Excel 4', 'old-xls', Buffer.from('090406000000100000', 'hex')],
    ['Word 97–2003', 'not-a-table', compound('WordDocument')],
    [
      'a web page',
      'web-page',
      Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
    ],
    ['XML of Excel 2003', 'web-page', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['no rows', 'no-rows', sheet({ rows: [[], [' ']] })],
    ['a workbook without sheets', 'no-rows', workbook({ sheets: [] })],
    ['half of a zip', 'damaged', good.subarray(0, good.length / 2)],
    ['the beginning of a zip', 'damaged', good.subarray(0, 4)],
    ['a zip without its end', 'damaged', good.subarray(0, -1)],
    ['a picture of 51 MB', 'too-large', Buffer.alloc(51 * MB)],
  ])('%s', async (_, refusal, bytes) => {
    expect(await why(bytes)).toBe(refusal)
  })
})

describe('what would fill the memory is refused first (A44)', () => {
  it.each<[string, string, () => Buffer]>([
    ['a bomb by its ratio', 'zip-bomb', () => sheet1(Buffer.alloc(40 * MB, ' '))],
    [
      'a bomb that is not in a sheet',
      'zip-bomb',
      () => zipOf([{ name: 'x', content: Buffer.alloc(20 * MB) }]),
    ],
    [
      'a zip that says less than it holds',
      'zip-bomb',
      () => sheet1(Buffer.alloc(40 * MB, ' '), (2 * MB) / 100),
    ],
    ['a zip that says more than it holds', 'damaged', () => sheet1('<worksheet/>', 90_000)],
    ['a zip that says 4 GB', 'zip-bomb', () => sheet1('<worksheet/>', 0xfffffffe)],
    [
      'a wrong checksum',
      'damaged',
      () =>
        workbook({ parts: [{ name: 'xl/sharedStrings.xml', content: '<sst/>', lie: { crc: 1 } }] }),
    ],
    [
      'more than 50 MB in all',
      'too-large',
      () =>
        zipOf(
          Array.from({ length: 6 }, (_, at) => ({
            name: `${at}`,
            content: noise(9 * MB),
            stored: true,
          })),
        ),
    ],
    [
      'two parts of one name',
      'damaged',
      () =>
        zipOf([
          { name: 'a', content: '1' },
          { name: 'A', content: '2' },
        ]),
    ],
    [
      'a cell whose text is gone',
      'damaged',
      () => sheet({ sheetData: '<row><c t="s"><v>7</v></c></row>' }),
    ],
    [
      'a cell at the far end',
      'too-many-columns',
      () => sheet({ sheetData: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    ],
    [
      'a line beyond the last',
      'damaged',
      () => sheet({ sheetData: '<row r="1048577"><c r="A1"><v>1</v></c></row>' }),
    ],
    [
      'a column without letters',
      'damaged',
      () => sheet({ sheetData: '<row><c r="11"><v>1</v></c></row>' }),
    ],
    [
      'entities of entities',
      'damaged',
      () =>
        sheet1('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'),
    ],
    ['an unknown entity', 'damaged', () => sheet1('<worksheet>&b;</worksheet>')],
    [
      'elements without end in each other',
      'damaged',
      () => sheet1('<worksheet>' + '<a>'.repeat(10_000)),
    ],
    [
      'an element of attributes',
      'damaged',
      () => sheet1(`<worksheet ${Array.from({ length: 300 }, (_, at) => `a${at}=""`).join(' ')}/>`),
    ],
    [
      'merged cells over each other',
      'damaged',
      () =>
        sheet({
          rows: Array.from({ length: 3000 }, () => ['x']),
          after: `<mergeCells>${'<mergeCell ref="A1:A3000"/>'.repeat(1000)}</mergeCells>`,
        }),
    ],
    [
      'bytes that are not UTF-8',
      'damaged',
      () => sheet1(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])),
    ],
    ['100,001 rows of text', 'too-many-rows', () => Buffer.from('张伟,1\n'.repeat(100_001))],
    ['a million rows of text', 'too-many-rows', () => Buffer.from('1,2\n'.repeat(1_000_000))],
    ['101 columns of text', 'too-many-columns', () => Buffer.from(`${','.repeat(100)}x`)],
    ['a line that never ends', 'not-a-table', () => Buffer.from('a,'.repeat(10 * MB))],
    [
      'two million cells and more',
      'too-many-cells',
      () => Buffer.from(`${'1,'.repeat(40)}\n`.repeat(60_000)),
    ],
  ])('%s', async (_, refusal, make) => {
    expect(await why(make())).toBe(refusal)
  })

  it('a million rows of a workbook, within a heap of 200 MB', async () => {
    const row = (value: number): string => `<row><c><v>${value * 7919}</v></c></row>`
    const thousand = Array.from({ length: 1000 }, (_, at) => row(at + 1000)).join('')
    expect(await whyInThread(sheet1(`<worksheet>${thousand.repeat(1000)}</worksheet>`))).toBe(
      'too-many-rows',
    )
  })
})

function noise(length: number): Buffer {
  const next = dice(length)
  return Buffer.alloc(length, Buffer.from(Array.from({ length: 997 }, () => next(256))))
}
