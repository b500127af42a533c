import { beijingDate } from '../../core/calendarDate.ts'
import { listsOf, WORK_LISTS, type WorkList } from '../../core/case/workLists.ts'
import type {
  CaseAnswer,
  CaseLineShown,
  CaseRequests,
  CaseShown,
  TodayShown,
} from '../../core/caseRequests.ts'
import type {
  PackAnswer,
  PackClass,
  PackLine,
  PackRequests,
  PackShown,
} from '../../core/packRequests.ts'
import { MONDAY } from './builders.ts'
import { aCase, CASE_LINES, noCounts } from './caseShown.ts'
import type { Handlers } from './fakeKiosk.ts'

/** Cases without rules: what a page shows is what a test says; an act leads to the page that was put behind it. */
export class FakeCases {
  page: CaseShown | null = aCase('lost')
  /** the page behind the next act; null: as it was */
  behind: CaseShown | null = null
  /** the next act is refused so */
  refused: Extract<CaseAnswer, { readonly kind: 'refused' }>['why'] | null = null
  lines: readonly CaseLineShown[] = CASE_LINES
  today: Partial<TodayShown> = {}

  #in(list: WorkList): readonly CaseLineShown[] {
    return this.lines.filter((line) =>
      listsOf({ ...line, exceptions: line.exceptions.length }).includes(list),
    )
  }

  #counts(): Readonly<Record<WorkList, number>> {
    return Object.assign(
      noCounts(),
      ...WORK_LISTS.map((list) => ({ [list]: this.#in(list).length })),
    ) as Record<WorkList, number>
  }

  packClasses: readonly PackClass[] = []
  pack: PackShown | null = null
  /** the next pack is refused so */
  packRefused: Omit<Extract<PackAnswer, { readonly kind: 'refused' }>, 'kind'> | null = null

  readonly handlers: Pick<Handlers, keyof (CaseRequests & PackRequests)> = {
    'pack.classes': () => this.packClasses,
    'pack.class': ({ classId }) => this.pack && { ...this.pack, classId },
    'pack.take': ({ cardIds }) => {
      if (this.packRefused !== null) return { kind: 'refused', ...this.packRefused }
      if (this.pack === null) return { kind: 'nothing' }
      const taken = (line: PackLine): PackLine =>
        cardIds.includes(line.cardId) ? { ...line, state: 'WITH_TEACHER' } : line
      this.pack = { ...this.pack, lines: this.pack.lines.map(taken) }
      return { kind: 'taken', cards: cardIds.length, pack: this.pack }
    },
    'case.page': () => this.page,
    'case.lists': ({ list }) => ({
      ...{ counts: this.#counts(), list, lines: this.#in(list), measured: null },
    }),
    'case.today': () => ({
      ...{ today: beijingDate(MONDAY), counts: this.#counts() },
      ...{ promised: [], handedOverToday: 3, measured: null },
      calls: this.lines.filter(({ next }) => next === 'notify'),
      ...this.today,
    }),
    'case.act': () => {
      if (this.refused !== null) return { kind: 'refused', why: this.refused }
      this.page = this.behind ?? this.page
      if (this.page === null) return { kind: 'refused', why: 'pupil-unknown' }
      return { kind: 'done', cmdId: 'c-1', undoUntil: MONDAY + 300_000, page: this.page }
    },
  }
}
