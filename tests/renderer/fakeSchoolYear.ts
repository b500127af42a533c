import type { CalendarDate } from '../../core/calendarDate.ts'
import type {
  ClassAhead,
  PupilWishAnswer,
  SchoolYearAnswer,
  SchoolYearRequests,
  SchoolYearView,
} from '../../core/schoolYearRequests.ts'
import type { YearTapAnswer, YearTapRequests, YearTapsView } from '../../core/yearTapShown.ts'
import { MONDAY, person } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'
import { line } from './pupils.ts'

const aClass = (grade: number, name: string, next: string | null): ClassAhead => ({
  ...{ classId: `c-${grade}`, name, grade, next },
  ...{ pupils: 40, suspended: grade === 6 ? 1 : 0, cards: 38 },
})

export const schoolYearView = (part: Partial<SchoolYearView> = {}): SchoolYearView => ({
  ...{ ahead: '2026-2027', done: null, leaveOn: '2026-07-07' as CalendarDate, version: 3 },
  classes: [
    aClass(5, '五年级1班', '六年级1班'),
    aClass(6, '六年级1班', '初一1班'),
    aClass(12, '高三1班', null),
  ],
  ...part,
})

export const tapDone = (
  part: Partial<Extract<YearTapAnswer, { readonly kind: 'done' }>> = {},
): YearTapAnswer => ({
  ...{ kind: 'done', of: 'annual', yearTapId: 'y-1', cardState: 'ACTIVE' },
  ...{ person: person(), undoUntil: MONDAY + 300_000, ...part },
})

export const tapRefused = (
  why: Extract<YearTapAnswer, { readonly kind: 'refused' }>['why'],
  part: Partial<Extract<YearTapAnswer, { readonly kind: 'refused' }>> = {},
): YearTapAnswer => ({
  ...{ kind: 'refused', of: 'annual', why, person: person(), cardState: 'ACTIVE' },
  ...{ annualAt: null, ...part },
})

/** A school at the turn of its year, as it is told to answer. */
export class FakeSchoolYear {
  view: SchoolYearView = schoolYearView()
  taken: SchoolYearAnswer = { kind: 'taken', changeId: 'c-9' }
  pupil: PupilWishAnswer = { kind: 'done', studentId: 's-1' }
  taps: YearTapsView = {
    schoolYear: '2026-2027',
    classes: [
      { classId: 'c-5', name: '五年级1班', pupils: 40, done: 38 },
      { classId: 'c-6', name: '六年级1班', pupils: 39, done: 39 },
    ],
  }
  tapped: YearTapAnswer = tapDone()

  readonly handlers: Pick<Handlers, keyof SchoolYearRequests | keyof YearTapRequests> = {
    'schoolYear.view': () => this.view,
    'schoolYear.take': () => {
      if (this.taken.kind === 'taken')
        this.view = { ...this.view, done: { at: MONDAY, by: '周建国' } }
      return this.taken
    },
    'roll.classes': () => this.view.classes.map(({ classId, name }) => ({ classId, name })),
    'roll.pupil': () => this.pupil,
    'yearTaps.view': () => this.taps,
    'yearTaps.missing': () => [
      line({ studentId: 's-2', name: '李雷', educationIdTail: '0002' }),
      line({ studentId: 's-3', name: '韩梅梅', educationIdTail: '0003' }),
    ],
    'yearTaps.tap': () => this.tapped,
    'yearTaps.undo': () => ({ kind: 'undone' }),
  }
}
