import type { Language } from '../../core/settings.ts'
import type { YearlyPack } from '../../core/yearlyPack.ts'
import { hiddenPages, type HiddenDocument } from './hiddenPages.ts'
import { escaped } from './markup.ts'
import { summary } from './summary.ts'
import { when } from './when.ts'
import { REPORT_WORDS } from './words.ts'
import { REPORT_POLICY, yearlyHtml } from './yearlyHtml.ts'

/** The printed form of the yearly pack. Main is free while Chromium draws it. */
export function yearlyPdf(pack: YearlyPack, language: Language): Promise<Buffer> {
  const words = REPORT_WORDS[language]
  const { watermark } = summary(pack, words, when(language))
  const page = words.page(number('pageNumber'), number('totalPages'))
  return printPdf({
    html: yearlyHtml(pack, language),
    policy: REPORT_POLICY,
    footer: footer(watermark, page),
  })
}

/** Chromium fills in the elements of these classes. */
const number = (name: 'pageNumber' | 'totalPages'): string => `<span class="${name}"></span>`

const FOOT =
  "display:flex;justify-content:space-between;width:100%;margin:0 16mm;color:#6b6b66;font:7.5pt 'Microsoft YaHei UI','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

/** At the foot of each page: who made it, and what stands at the right. @param right markup */
export function footer(madeBy: string, right = ''): string {
  return `<div style="${FOOT}"><span>${escaped(madeBy)}</span><span>${right}</span></div>`
}

export interface PrintedDocument extends HiddenDocument {
  /** Chromium's own template (webContents.printToPDF), outside the document and its policy */
  readonly footer: string
}

/** Prints a document on A4, in a window nobody sees. */
export function printPdf({ html, policy, footer }: PrintedDocument): Promise<Buffer> {
  return pages.with({ html, policy }, ({ contents }) =>
    contents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    }),
  )
}

const pages = hiddenPages('report')
