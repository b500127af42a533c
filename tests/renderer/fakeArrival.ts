import {
  countArrivals,
  type ArrivalLine,
  type ArrivalState,
  type ArrivalView,
  type CardToReturn,
  type DeliveryShown,
} from '../../core/arrivalList.ts'
import type {
  ArrivalAnswer,
  ArrivalRequests,
  DeliveryPreview,
  ListedAnswer,
  ReturnedAnswer,
} from '../../core/arrivalRequests.ts'
import { MONDAY, person } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'

const CLASSES = ['三年级1班', '三年级2班']
const NAMES = ['王小明', '李雷', '韩梅梅', '赵一诺', '孙悦', '周子轩', '吴桐', '郑好']
const STATES: readonly ArrivalState[] = ['here', 'missing', 'missing', 'here', 'damaged']

export const arrivalLine = (n: number, part: Partial<ArrivalLine> = {}): ArrivalLine => {
  const state = part.state ?? STATES[n % STATES.length] ?? 'missing'
  const here = state !== 'missing'
  return {
    ...{ rowId: `r-${n}`, trouble: null, left: false, expected: true, state },
    lies: state === 'here',
    pupil: {
      ...{ studentId: `p-${n}`, name: NAMES[n % NAMES.length] ?? '' },
      ...{ className: CLASSES[n < 4 ? 0 : 1] ?? null, educationIdTail: `000${n}`, hasPhoto: true },
    },
    listed: { name: null, className: null },
    ...{ educationIdTail: `000${n}`, numberTail: `12${30 + n}` },
    ...{ cardId: here ? `c-${n}` : null, at: here ? MONDAY : null },
    ...part,
  }
}

const NOBODYS = arrivalLine(20, {
  ...{ pupil: null, state: 'missing', educationIdTail: '9876', numberTail: '4411' },
  listed: { name: '钱多多', className: '三（2）班' },
})

export const LINES: readonly ArrivalLine[] = [
  NOBODYS,
  ...NAMES.map((_, n) => arrivalLine(n)),
  arrivalLine(8, { state: 'here', expected: false, numberTail: null }),
]

export const toReturn = (n: number): CardToReturn => ({
  ...{ cardId: `c-${n}`, numberTail: `12${30 + n}`, since: MONDAY - n * 86_400_000 },
  pupil: {
    studentId: `p-${n}`,
    name: NAMES[n % NAMES.length] ?? '',
    className: CLASSES[0] ?? null,
  },
})

/** A list of cards of two classes, some of which are here. */
export class FakeArrival {
  lines: readonly ArrivalLine[] = LINES
  /** what else the list that is shown is */
  delivery: Partial<DeliveryShown> = {}
  damaged: readonly CardToReturn[] = [toReturn(4)]
  leavers: readonly CardToReturn[] = [toReturn(6), toReturn(7)]
  /** what the next card comes to; null: it is received */
  answer: ArrivalAnswer | null = null
  listed: ListedAnswer | null = null
  /** what a return comes to; null: all went */
  returned: Pick<ReturnedAnswer, 'returned' | 'refused'> | null = null
  preview: DeliveryPreview | null = {
    ...{ kind: 'preview', fileName: '到卡清单 10月12日.xlsx', rows: 36, pupils: 34, leavers: 1 },
    ...{ nobody: 1, unreadable: 1, again: false },
    lines: [
      ...[{ line: 12, why: 'nobody', name: '钱多多', className: '三（2）班' } as const],
      ...[{ line: 19, why: 'left', name: '吴桐', className: '三（1）班' } as const],
      ...[{ line: 27, why: 'leading-zero-lost', name: '郑好', className: null } as const],
    ].map((one) => ({ ...one, educationIdTail: '9876' })),
  }

  view(): ArrivalView {
    const counts = countArrivals(this.lines)
    const { expected, arrived } = counts
    const isThere = this.lines.length > 0
    return {
      deliveries: isThere
        ? [
            { deliveryId: 'd-2', at: MONDAY, fromFile: true, expected, arrived, ...this.delivery },
            ...[{ deliveryId: 'd-1', at: MONDAY - 7 * 86_400_000, fromFile: false }].map((one) => ({
              ...one,
              ...{ expected: 12, arrived: 12 },
            })),
          ]
        : [],
      ...{ deliveryId: isThere ? 'd-2' : null, lines: this.lines, counts },
      ...{ damaged: this.damaged, leavers: this.leavers },
    }
  }

  #received(rowId: string | null, state: ArrivalState): ArrivalAnswer {
    if (this.answer !== null) return this.answer
    const found =
      this.lines.find((line) => line.rowId === rowId) ??
      this.lines.find((line) => line.pupil !== null && line.state === 'missing')
    if (found === undefined || found.pupil === null) throw new Error('Nobody is missing.')
    const line = { ...found, state, lies: state === 'here', cardId: `c-${found.rowId}`, at: MONDAY }
    this.lines = this.lines.map((one) => (one.rowId === line.rowId ? line : one))
    return {
      ...{ kind: 'received', cmdIds: ['act-1'], undoUntil: MONDAY + 300_000, line },
      person: person({ ...found.pupil }),
      counts: countArrivals(this.lines),
    }
  }

  readonly handlers: Pick<Handlers, keyof ArrivalRequests> = {
    'arrival.view': () => this.view(),
    'arrival.openFile': () => this.preview,
    'arrival.takeFile': () => this.listed ?? { kind: 'done', view: this.view() },
    'arrival.add': () => this.listed ?? { kind: 'done', view: this.view() },
    'arrival.drop': ({ rowId }) => {
      this.lines = this.lines.filter((line) => line.rowId !== rowId)
      return { kind: 'done', view: this.view() }
    },
    'arrival.receive': ({ how }) => this.#received(how.by === 'tick' ? how.rowId : null, 'here'),
    'arrival.damaged': ({ rowId }) => this.#received(rowId, 'damaged'),
    'arrival.return': ({ cards }) => {
      if (this.returned !== null) return { ...this.returned, view: this.view() }
      const gone = (one: CardToReturn) => !cards.some(({ cardId }) => cardId === one.cardId)
      this.damaged = this.damaged.filter(gone)
      this.leavers = this.leavers.filter(gone)
      return { returned: cards.length, refused: {}, view: this.view() }
    },
    'arrival.undo': () => {
      this.lines = this.lines.map((line) =>
        line.at === MONDAY && line.state === 'here'
          ? { ...line, state: 'missing', lies: false }
          : line,
      )
      return { kind: 'undone', view: this.view() }
    },
  }
}
