import type { CardShown, StudentLine, StudentPage, TimelineEntry } from '../../core/studentShown.ts'
import type { SearchAnswer } from '../../core/search.ts'
import { date, GOOD, MONDAY, person } from './builders.ts'

const DAY = 86_400_000

export function line(part: Partial<StudentLine> = {}): StudentLine {
  return {
    studentId: 's-1',
    name: '张子涵',
    sex: 'female',
    className: '三年级2班',
    educationIdTail: '0417',
    enrolment: 'enrolled',
    card: 'ACTIVE',
    hasPhoto: true,
    ...part,
  }
}

export const TWINS: readonly StudentLine[] = [
  line({ studentId: 's-7', name: '张伟', sex: 'male', educationIdTail: '2207' }),
  line({ studentId: 's-8', name: '张伟', sex: 'male', educationIdTail: '9165', hasPhoto: false }),
]

/** Every state a line can be in, the long and the rare names among them. */
export const MANY_LINES: readonly StudentLine[] = [
  ...TWINS,
  line({ studentId: 's-9', name: '张小满', card: 'LOST' }),
  line({ studentId: 's-10', name: '𬎆㛃龘', card: 'ARRIVED', className: null }),
  line({ studentId: 's-11', name: '阿卜杜热合曼·买买提艾力江·吐尔逊', card: 'WITH_TEACHER' }),
  line({ studentId: 's-12', name: '张一', card: null, enrolment: 'suspended' }),
  line({ studentId: 's-13', name: '章含之', card: 'KEPT_BY_LEAVER', enrolment: 'left' }),
  ...Array.from({ length: 13 }, (_, index) =>
    line({
      studentId: `s-${20 + index}`,
      name: `张${'天地玄黄宇宙洪荒日月盈昃辰'[index] ?? ''}`,
      educationIdTail: String(3100 + index),
    }),
  ),
]

export function found(
  lines: readonly StudentLine[],
  part: Partial<SearchAnswer> = {},
): SearchAnswer {
  return { lines, total: lines.length, remark: null, ...part }
}

export function shownCard(part: Partial<CardShown> = {}): CardShown {
  return {
    cardId: 'c-1',
    state: 'ACTIVE',
    stateSince: MONDAY - 40 * DAY,
    stateBy: '李老师',
    faceValidTo: date('2029-07-15'),
    faceSchool: null,
    numbers: [
      { kind: 'bmac', tail: '5678' },
      { kind: 'printed', tail: '6789' },
      { kind: 'uid', tail: 'A1F0' },
    ],
    ...part,
  }
}

export const TIMELINE: readonly TimelineEntry[] = [
  { kind: 'tap', at: MONDAY, verdict: 'valid', reader: 'ACS ACR122U 00', cardTail: '5678' },
  {
    kind: 'tap',
    at: MONDAY - 3_600_000,
    verdict: 'unreadable',
    reader: 'ACS ACR122U 00',
    cardTail: null,
  },
  { kind: 'tap', at: MONDAY - 3 * DAY, verdict: 'valid', reader: '演练读卡器', cardTail: '5678' },
  { kind: 'card', at: MONDAY - 40 * DAY, state: 'ACTIVE', by: '李老师', cardTail: '5678' },
  { kind: 'card', at: MONDAY - 60 * DAY, state: 'REPLACED', by: null, cardTail: '1204' },
  { kind: 'suspended', since: date('2026-03-01') },
]

/** What happened with pupils of whom that is not the usual. */
export const HISTORIES: Readonly<Record<string, readonly TimelineEntry[]>> = {
  'no-card': [],
  left: [
    { kind: 'left', on: date('2026-08-31'), why: 'transferred', to: '北京市海淀区示例小学' },
    ...TIMELINE.slice(4),
  ],
}

export function pupil(part: Partial<StudentPage> = {}): StudentPage {
  return {
    person: person(),
    enrolment: { kind: 'enrolled' },
    cards: [shownCard()],
    validities: GOOD,
    transitReadAt: MONDAY,
    application: null,
    reissue: null,
    basis: { kind: 'recorded', by: 'school' },
    sameName: [],
    ...part,
  }
}

const OLD = shownCard({
  cardId: 'c-0',
  state: 'REPLACED',
  stateSince: MONDAY - 60 * DAY,
  stateBy: null,
  faceSchool: '北京市西城区示例第二小学',
  numbers: [{ kind: 'bmac', tail: '1204' }],
})

/** One page for each way to stand. */
export const PUPILS: Readonly<Record<string, StudentPage>> = {
  good: pupil(),
  lost: pupil({
    cards: [shownCard({ state: 'LOST', stateSince: MONDAY - 3 * DAY }), OLD],
    validities: { ...GOOD, transit: { kind: 'unknown' } },
    transitReadAt: null,
  }),
  twin: pupil({
    person: person({ name: '张伟', sex: 'male' }),
    sameName: TWINS,
    cards: [shownCard(), OLD],
  }),
  'no-card': pupil({ cards: [], validities: null, transitReadAt: null }),
  applied: pupil({
    ...{ cards: [], validities: null, transitReadAt: null, application: 'awaiting-info' },
  }),
  'applied-disputed': pupil({
    ...{ cards: [], validities: null, transitReadAt: null, application: 'disputed' },
  }),
  reissue: pupil({
    cards: [shownCard({ state: 'LOST', stateSince: MONDAY - 3 * DAY })],
    reissue: { stage: 'awaiting-window', next: 'wait-window' },
  }),
  'two-cards': pupil({ cards: [shownCard(), shownCard({ cardId: 'c-2' })] }),
  arrived: pupil({ cards: [shownCard({ state: 'ARRIVED' })] }),
  'face-expired': pupil({
    validities: { ...GOOD, face: { kind: 'expired', to: date('2026-07-15') } },
  }),
  left: pupil({
    enrolment: {
      kind: 'left',
      on: date('2026-08-31'),
      why: 'transferred',
      to: '北京市海淀区示例小学',
    },
    cards: [shownCard({ state: 'LEFT' })],
    validities: {
      ...GOOD,
      roll: { kind: 'left', on: date('2026-08-31'), why: 'transferred', to: null },
    },
  }),
  long: pupil({
    person: person({
      name: '阿卜杜热合曼·买买提艾力江·吐尔逊',
      hasPhoto: false,
      className: '高三年级12班（国际课程）',
    }),
    enrolment: { kind: 'temporary', until: date('2027-07-15') },
    cards: [shownCard({ stateBy: null }), OLD, shownCard({ cardId: 'c-3', state: 'VOID' })],
    sameName: TWINS,
  }),
}
