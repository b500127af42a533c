import type { ListSaved } from '../../core/listRequests.ts'
import type {
  PaperAsked,
  PaperPrinted,
  PaperRequests,
  PaperShown,
} from '../../core/paperRequests.ts'
import type { Handlers } from './fakeKiosk.ts'

/** A printer and a folder that do what a test says. */
export class FakePapers {
  shown: PaperShown = { kind: 'empty' }
  printed: PaperPrinted = { kind: 'printed' }
  saved: ListSaved = { kind: 'saved', names: ['补卡告知单 2026-10-12.pdf'], folder: '文档' }
  /** what was asked for last */
  asked: PaperAsked | null = null

  readonly handlers: Pick<Handlers, keyof PaperRequests> = {
    'paper.preview': (wish) => {
      this.asked = wish
      return this.shown
    },
    'paper.print': () => this.printed,
    'paper.save': () => this.saved,
  }
}
