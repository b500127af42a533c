import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '../../core/settings.ts'
import type { YearlyPack } from '../../core/yearlyPack.ts'
import { GREY, numberCell, textCell, titleCell, type XlsxRow, type XlsxSheet } from './cells.ts'
import { summary, type Summary } from './summary.ts'
import { reportTables, type ReportColumn, type ReportTable } from './tables.ts'
import { when } from './when.ts'
import { REPORT_WORDS, type ReportWords, type Section } from './words.ts'

/**
 * The yearly pack as a workbook: one sheet a table, with each look at a full record.
 *
 * What it meets of A18 (hardening.md): no pupil is named, so nothing is left to mask; every text goes
 * through `cellText`; the first line of each sheet says who made it and when. It has no password: the
 * school keeps the file and hands it over.
 *
 * All in one go, some 10 µs a cell: off the main thread where there are many looks.
 */
export function yearlyXlsx(pack: YearlyPack, language: Language): Promise<Buffer> {
  const words = REPORT_WORDS[language]
  const inWords = summary(pack, words, when(language))
  const sheets = [
    overview(inWords, words),
    ...reportTables(pack, words, when(language)).map((table) => tableSheet(table, inWords, words)),
    remarks(inWords, words),
  ]
  return writeXlsxFile(sheets, { fontFamily: 'Microsoft YaHei', fontSize: 10 }).toBuffer()
}

/** In characters of the font. */
const WIDTH: Readonly<Record<ReportColumn['kind'], number>> = { number: 13, short: 24, long: 32 }

function overview(inWords: Summary, words: ReportWords): XlsxSheet {
  const line = (name: string, value: string | number): XlsxRow => [
    textCell(name, { textColor: GREY }),
    typeof value === 'number' ? numberCell(value, { align: 'left' }) : textCell(value),
  ]
  return sheet('summary', words, [20, 80], {
    data: [
      ...head(inWords, `${words.title} · ${inWords.year}`, 2),
      [textCell(words.about, { columnSpan: 2, height: 48 }), null],
      ...inWords.facts.map(([name, value]) => line(name, value)),
      [],
      ...inWords.figures.map(({ title, value }) => line(title, value)),
      [],
      ...inWords.purposes.map(([purpose, count]) => line(purpose, count)),
      [],
      line(words.section.basis, inWords.basis),
      ...inWords.basisStates.map(([state, count]) => line(state, count)),
      [],
      line(words.section.log, inWords.check),
      line('', inWords.anchor),
      line('', `${inWords.head}${inWords.hash}`),
    ],
  })
}

function tableSheet(table: ReportTable, inWords: Summary, words: ReportWords): XlsxSheet {
  const { columns, rows, total, section } = table
  const row = (cells: readonly (string | number)[], strong = false): XlsxRow =>
    cells.map((cell) => {
      const style = strong ? ({ fontWeight: 'bold' } as const) : {}
      return typeof cell === 'number' ? numberCell(cell, style) : textCell(cell, style)
    })
  const headings = columns.map(({ title, kind }) =>
    titleCell(title, kind === 'number' ? 'right' : 'left'),
  )
  const top = head(inWords, words.section[section], columns.length, words.help[section])
  const empty = [[textCell(words.none, { textColor: GREY })]]
  return sheet(
    section,
    words,
    columns.map(({ kind }) => WIDTH[kind]),
    {
      data: [
        ...top,
        headings,
        ...(rows.length === 0 ? empty : rows.map((cells) => row(cells))),
        ...(total === null ? [] : [row(total, true)]),
      ],
      stickyRowsCount: top.length + 1,
      orientation: 'landscape',
    },
  )
}

function remarks(inWords: Summary, words: ReportWords): XlsxSheet {
  const lines = inWords.gaps.length === 0 ? [words.noGaps] : inWords.gaps
  return sheet('gaps', words, [110], {
    data: [
      ...head(inWords, words.section.gaps, 1, words.help.gaps),
      ...lines.map((line) => [textCell(line)]),
      [],
      [textCell(words.notCoveredTitle, { fontWeight: 'bold' })],
      ...words.notCovered.map((line) => [textCell(line)]),
    ],
  })
}

/** Watermark first, then what the sheet is. A spanned cell wants empty ones beside it. */
function head(inWords: Summary, title: string, columns: number, help?: string): XlsxRow[] {
  const across = (cell: XlsxRow[number]): XlsxRow => [cell, ...Array<null>(columns - 1).fill(null)]
  const columnSpan = columns
  return [
    across(textCell(inWords.watermark, { columnSpan, textColor: GREY, wrap: false })),
    across(
      textCell(title, { columnSpan, fontWeight: 'bold', fontSize: 14, height: 26, wrap: false }),
    ),
    ...(help === undefined ? [] : [across(textCell(help, { columnSpan, textColor: GREY }))]),
  ]
}

function sheet(
  section: Section,
  words: ReportWords,
  widths: readonly number[],
  content: Omit<XlsxSheet, 'sheet' | 'columns' | 'showGridLines'>,
): XlsxSheet {
  return {
    sheet: words.section[section].replaceAll(/[[\]:*?/\\]/g, '').slice(0, LONGEST_NAME),
    columns: widths.map((width) => ({ width })),
    showGridLines: false,
    ...content,
  }
}

/** Excel's, for the name of a sheet. */
const LONGEST_NAME = 31
