import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import { cellText } from './cellText.ts'

export type XlsxRow = Row
export type XlsxSheet = Sheet<Buffer>

export const GREY = '#6b6b66'
const BLUE = '#1f4e8c'
const PALE = '#e8eef6'
const LINE = '#d9d7d0'

type Style = Omit<CellObject, 'value' | 'type'>

/** The only way a text gets into a workbook. */
export function textCell(value: string, style: Style = {}): CellObject {
  return { value: cellText(value), type: String, alignVertical: 'top', wrap: true, ...style }
}

export function numberCell(value: number, style: Style = {}): CellObject {
  return { value, type: Number, format: '#,##0', alignVertical: 'top', ...style }
}

/** The heading of a column. */
export function titleCell(value: string, align: 'left' | 'right'): CellObject {
  return textCell(value, {
    align,
    fontWeight: 'bold',
    textColor: BLUE,
    backgroundColor: PALE,
    bottomBorderStyle: 'thin',
    bottomBorderColor: LINE,
  })
}
