import { zipOf, type ZippedFile } from './zipFiles.ts'

/** A cell of a workbook: text, a number, or XML of its own without its place (`t="b"><v>1</v>`). */
export type CellWritten = string | number | null | { readonly xml: string }

export interface BookWritten {
  readonly sheets?: readonly SheetWritten[]
  /** parts besides, or in the place of those made here */
  readonly parts?: readonly ZippedFile[]
  readonly from1904?: boolean
}

export interface SheetWritten {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows?: readonly (readonly CellWritten[])[]
  /** in the place of what `rows` make */
  readonly sheetData?: string
  readonly before?: string
  readonly after?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A small workbook as Excel writes it: shared strings, numbers as numbers. */
export function workbook({ sheets = [{}], parts = [], from1904 = false }: BookWritten): Buffer {
  const strings = new Map<string, number>()
  const written = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet, strings),
  }))
  const made: readonly ZippedFile[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: bookXml(sheets, from1904) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['sharedStrings', '/xl/sharedStrings.xml'],
      ]),
    },
    ...written,
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`,
    },
  ]
  const replaced = new Set(parts.map(({ name }) => name))
  return zipOf([...made.filter(({ name }) => !replaced.has(name)), ...parts])
}

function bookXml(sheets: readonly SheetWritten[], from1904: boolean): string {
  const one = ({ name, state }: SheetWritten, index: number): string => {
    const hidden = state === undefined ? '' : ` state="${state}"`
    const named = xml(name ?? `Sheet${index + 1}`)
    return `<sheet name="${named}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  }
  const about = `<workbookPr date1904="${from1904 ? 1 : 0}"/>`
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${about}<sheets>${sheets.map(one).join('')}</sheets></workbook>`
}

function relations(list: readonly (readonly [string, string])[]): string {
  const one = ([type, target]: readonly [string, string], index: number): string =>
    `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return `<Relationships xmlns="${RELATIONS}">${list.map(one).join('')}</Relationships>`
}

function sheetXml(
  { rows = [], sheetData, before = '', after = '' }: SheetWritten,
  strings: Map<string, number>,
): string {
  const cells = (row: readonly CellWritten[], line: number): string =>
    row.map((cell, column) => cellXml(cell, `${letters(column)}${line}`, strings)).join('')
  const data =
    sheetData ??
    rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`
}

function cellXml(cell: CellWritten, place: string, strings: Map<string, number>): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell !== 'string') return `<c r="${place}" ${cell.xml}</c>`
  const index = strings.get(cell) ?? strings.size
  strings.set(cell, index)
  return `<c r="${place}" t="s"><v>${index}</v></c>`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

export function xml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export const ROLL_HEADINGS = ['教育ID', '姓名', '性别', '年级', '班级'] as const

/** So many pupils with ids from 10000001 on, 40 in a class. */
export function pupils(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    String(10_000_001 + index),
    `王${'一二三四五六七八九'.charAt(index % 9)}`,
    index % 2 === 0 ? '男' : '女',
    `${'一二三四五六'.charAt(Math.floor(index / 500) % 6)}年级`,
    `${(Math.floor(index / 40) % 12) + 1}班`,
  ])
}

export function roll(count: number): readonly (readonly string[])[] {
  return [ROLL_HEADINGS, ...pupils(count)]
}
