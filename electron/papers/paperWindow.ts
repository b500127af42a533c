import type { PaperPrinted } from '../../core/paperRequests.ts'
import { hiddenPages } from '../reports/hiddenPages.ts'
import { PAPER_POLICY, type PaperMade } from './paperPages.ts'
import { pictureOf, type PagesSeen } from './pictureOf.ts'
import { PICTURE_ZOOM } from './paperStyle.ts'

/** Pixels; A4 at 96 to the inch is 794 by 1123. */
const PICTURE = {
  width: Math.ceil(794 * PICTURE_ZOOM),
  height: Math.ceil(1123 * PICTURE_ZOOM),
}

/** A printer's dialog may stand for minutes: neither a picture nor a file waits for it. */
const drawn = hiddenPages('paper-drawn', PICTURE)
const filed = hiddenPages('paper-filed')
const printed = hiddenPages('paper-printed')

const documentOf = ({ html }: PaperMade) => ({ html, policy: PAPER_POLICY })

/** The pages as they will lie on paper, as PNG: the desk's page shows pictures, never documents. */
export function previewPaper(paper: PaperMade): Promise<readonly Buffer[]> {
  return drawn.with(documentOf(paper), async ({ contents, at }) => {
    const pictures: Buffer[] = []
    const seen: PagesSeen = new Set()
    for (let n = 1; n <= paper.pages; n++) {
      await at(`p${n}`)
      pictures.push(await pictureOf(contents, seen))
    }
    return pictures
  })
}

/** The margins are the paper's own. */
const A4 = { pageSize: 'A4', printBackground: true } as const

/** At the system's own dialog, where a person chooses the printer or calls off. */
export function printPaper(paper: PaperMade): Promise<PaperPrinted> {
  return printed.with(
    documentOf(paper),
    ({ contents }) =>
      new Promise((resolve) => {
        contents.print({ ...A4, margins: { marginType: 'none' } }, (done, why) =>
          resolve({ kind: done ? 'printed' : /cancel/i.test(why) ? 'called-off' : 'failed' }),
        )
      }),
  )
}

export function paperPdf(paper: PaperMade): Promise<Buffer> {
  return filed.with(documentOf(paper), ({ contents }) =>
    contents.printToPDF({ ...A4, preferCSSPageSize: true }),
  )
}
