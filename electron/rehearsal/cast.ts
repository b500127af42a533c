import type { CalendarDate } from '../../core/calendarDate.ts'
import { addDays } from '../../core/calendarDate.ts'
import type { CardState } from '../../core/card.ts'
import type { Enrolment, Sex } from '../../core/student.ts'
import type { CardPlan } from './holding.ts'
import type { PersonPlan } from './person.ts'
import { elsewhereFor } from './schools.ts'
import type { SchoolYear } from './schoolYear.ts'

/** A pupil who is in every rehearsal school, whatever its seed and size. */
export interface CastMember {
  readonly id: string
  readonly grade: number
  /** number of the class within the grade; a small school has only the first */
  readonly inClass: number
  readonly plan: (year: SchoolYear) => PersonPlan
}

type Change = Partial<Omit<PersonPlan, 'name' | 'sex'>>

const ENROLLED: Enrolment = { kind: 'enrolled' }

function member(
  id: string,
  [grade, inClass]: readonly [number, number],
  [name, sex]: readonly [string, Sex],
  change: Change | ((year: SchoolYear) => Change) = {},
): CastMember {
  return {
    id,
    grade,
    inClass,
    plan: (year) => ({
      name,
      sex,
      enrolment: ENROLLED,
      cards: [{ state: 'ACTIVE' }],
      photo: true,
      ...(typeof change === 'function' ? change(year) : change),
    }),
  }
}

const girl = (name: string): readonly [string, Sex] => [name, 'female']
const boy = (name: string): readonly [string, Sex] => [name, 'male']
const holding = (...states: readonly CardState[]): { readonly cards: readonly CardPlan[] } => ({
  cards: states.map((state) => ({ state })),
})
const lastDayOf = (year: number): CalendarDate => `${year}-08-31` as CalendarDate

/** The hard cases among the school's own pupils, domain.md 5.7. At most LEAST_SEATS in a grade. */
export const CAST: readonly CastMember[] = [
  member('ordered', [1, 1], girl('杜雨桐'), holding('ORDERED')),
  member('arrived', [1, 2], boy('何沐辰'), holding('ARRIVED')),
  member('with-teacher', [1, 2], girl('林可欣'), holding('WITH_TEACHER')),
  member('failed', [1, 3], boy('唐奕辰'), holding('FAILED')),

  member('temporary', [2, 1], boy('方沐阳'), (year) => ({
    enrolment: { kind: 'temporary', until: lastDayOf(year.start + 1) },
  })),
  member('polyphone-shan', [2, 2], girl('单以晴')),
  member('polyphone-piao', [2, 4], girl('朴智妍')),
  member('id-like-date', [2, 3], boy('许星睿'), { educationId: '20120908' }),

  member('same-name-1', [3, 2], boy('张伟'), { educationId: '20121001' }),
  member('same-name-2', [3, 2], boy('张伟')),
  member('lost', [3, 1], boy('赵浩然'), holding('LOST')),
  member('polyphone-qiu', [3, 4], boy('仇英杰')),
  member('id-with-zeros', [3, 5], girl('孟语彤'), { educationId: '00071234' }),

  member('valid', [4, 1], girl('王雨萱'), {
    cards: [{ state: 'ACTIVE', recorded: 'both' }],
  }),
  member('replaced', [4, 2], boy('刘俊熙'), holding('REPLACED', 'ACTIVE')),
  member('younger-sibling', [4, 3], girl('周诗涵')),
  member('polyphone-zha', [4, 4], boy('查子淇')),
  member('printed-only', [4, 5], girl('宋佳怡'), {
    cards: [{ state: 'ACTIVE', recorded: 'printed', uidRecorded: false }],
  }),

  member('three-alike-1', [5, 1], girl('李子涵')),
  member('three-alike-2', [5, 3], boy('李子涵')),
  member('three-alike-3', [5, 4], girl('李子涵')),
  member('found-held', [5, 2], girl('孙可馨'), holding('FOUND_HELD')),

  member('face-expired', [6, 1], boy('郭天佑'), (year) => ({
    cards: [{ state: 'ACTIVE', faceValidTo: lastDayOf(year.start) }],
  })),
  member('damaged', [6, 2], girl('冯一诺'), holding('DAMAGED')),
  member('polyphone-ge', [6, 3], boy('盖明轩')),
  member('lost-waiting', [6, 4], girl('魏欣妍'), holding('LOST', 'ORDERED')),

  member('former-school', [7, 1], girl('陈思远'), {
    cards: [{ state: 'ACTIVE', faceSchool: elsewhereFor(6).name }],
  }),
  member('holds-two', [7, 2], boy('黄宇航'), holding('ACTIVE', 'ACTIVE')),
  member('polyphone-ou', [7, 3], girl('区静怡')),
  member('lost-arrived', [7, 4], boy('于承泽'), holding('LOST', 'ARRIVED')),

  member('rare-four-byte', [8, 1], boy('王𬭎')),
  member('void', [8, 2], girl('董书瑶'), holding('VOID', 'ACTIVE')),
  member('rare-jin', [8, 3], girl('李㛃')),
  member('minority-girl', [8, 4], girl('古丽米热\u00B7艾尼')),

  member('transit-expired', [9, 1], boy('高睿哲')),
  member('rare-fu', [9, 3], boy('陈𫖯')),
  member('returned', [9, 2], girl('曹雅宁'), holding('RETURNED', 'ORDERED')),
  member('no-photo', [9, 4], girl('崔灵'), { photo: false }),

  member('t-union', [10, 1], girl('郑嘉禾'), { cards: [{ state: 'ACTIVE', chip: 't-union' }] }),
  member('long-name', [10, 2], boy('阿卜杜\u00B7热合曼\u00B7吐尔逊')),
  member('older-sibling', [10, 3], boy('周子皓')),
  member('rare-yan', [10, 4], boy('刘䶮')),
  member('no-card', [10, 5], girl('丁若曦'), holding()),

  member('m1', [11, 1], boy('马骁'), { cards: [{ state: 'ACTIVE', chip: 'm1' }] }),
  member('suspended', [11, 2], girl('姜昕玥'), (year) => ({
    enrolment: { kind: 'suspended', since: addDays(year.today, -75) },
  })),
  member('polyphone-zeng', [11, 3], boy('曾令辉')),
  member('compound-ouyang', [11, 4], girl('欧阳静姝')),

  member('polyphone-xie', [12, 1], girl('解佳琪')),
  member('compound-sima', [12, 2], boy('司马明远')),
]
