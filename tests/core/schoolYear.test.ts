import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { classNameOf } from '../../core/className.ts'
import {
  decideRollChange,
  partsOf,
  type ClassEntry,
  type RollEntry,
  type RollNow,
} from '../../core/rollChange.ts'
import { undoing } from '../../core/rollUndo.ts'
import {
  schoolYearAhead,
  schoolYearChange,
  schoolYearOf,
  type MayGoOn,
} from '../../core/schoolYear.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const ON = day('2026-07-07')

const classOf = (grade: number, number = 1): ClassEntry => ({
  ...{ grade, number },
  name: classNameOf(grade, number),
})

const pupil = (n: number, given: Partial<RollEntry> = {}): RollEntry => ({
  educationId: String(20_000_000 + n),
  name: `学生${n}`,
  sex: 'male',
  classId: 'class-6',
  enrolment: { kind: 'enrolled' },
  ...given,
})

/** A class of each grade from 1 to 12, `class-1` to `class-12`. */
const roll = (given: Partial<RollNow> = {}): RollNow => ({
  classes: new Map(Array.from({ length: 12 }, (_, n) => [`class-${n + 1}`, classOf(n + 1)])),
  pupils: new Map(),
  cards: new Map(),
  rooted: new Set(),
  ...given,
})

function promoted(now: RollNow, goOn: readonly MayGoOn[] = []) {
  const change = schoolYearChange({ roll: now, changeId: 'change', on: ON, goOn })
  const decision = decideRollChange(now, change)
  if (decision.kind === 'refused') throw new Error(decision.why)
  return { change, after: decision.roll }
}

describe('a new school year', () => {
  it('takes each class up a grade, and closes the last ones', () => {
    const { after } = promoted(roll())
    expect([...after.classes].map(([id, { grade, name }]) => [id, grade, name])).toEqual([
      ['class-1', 2, '二年级1班'],
      ['class-2', 3, '三年级1班'],
      ['class-3', 4, '四年级1班'],
      ['class-4', 5, '五年级1班'],
      ['class-5', 6, '六年级1班'],
      ['class-7', 8, '初二1班'],
      ['class-8', 9, '初三1班'],
      ['class-10', 11, '高二1班'],
      ['class-11', 12, '高三1班'],
    ])
  })

  it('keeps grades 6 and 9 where they go on in the same school', () => {
    const { after } = promoted(roll(), [6, 9])
    expect(after.classes.get('class-6')).toEqual(classOf(7))
    expect(after.classes.get('class-9')).toEqual(classOf(10))
    expect(after.classes.has('class-12')).toBe(false)
  })

  it('graduates who is in a last grade, whatever the way they are on the roll', () => {
    const temporary = { kind: 'temporary', until: null } as const
    const pupils = new Map([
      ['a', pupil(1)],
      ['b', pupil(2, { enrolment: temporary })],
      ['c', pupil(3, { classId: 'class-5' })],
    ])
    const { after } = promoted(roll({ pupils }))
    const graduated = { kind: 'left', on: ON, why: 'graduated', to: null }
    expect(after.pupils.get('a')).toMatchObject({ classId: null, enrolment: graduated })
    expect(after.pupils.get('b')).toMatchObject({ classId: null, enrolment: graduated })
    expect(after.pupils.get('c')).toEqual(pupil(3, { classId: 'class-5' }))
  })

  it('leaves who is 休学 on the roll, in no class', () => {
    const away = { kind: 'suspended', since: day('2026-01-05') } as const
    const { after } = promoted(roll({ pupils: new Map([['a', pupil(1, { enrolment: away })]]) }))
    expect(after.pupils.get('a')).toEqual(pupil(1, { enrolment: away, classId: null }))
  })

  it('puts the good cards of leavers out of use, and leaves those after grade 12 with them', () => {
    const pupils = new Map([
      ['six', pupil(1)],
      ['twelve', pupil(2, { classId: 'class-12' })],
      ['loser', pupil(3)],
      ['stays', pupil(4, { classId: 'class-1' })],
    ])
    const cards = new Map([
      ['card-6', { studentId: 'six', state: 'ACTIVE' }],
      ['card-12', { studentId: 'twelve', state: 'ACTIVE' }],
      ['card-lost', { studentId: 'loser', state: 'LOST' }],
      ['card-1', { studentId: 'stays', state: 'ACTIVE' }],
    ] as const)
    const { after } = promoted(roll({ pupils, cards }))
    expect([...after.cards].map(([id, { state }]) => [id, state])).toEqual([
      ['card-6', 'LEFT'],
      ['card-12', 'KEPT_BY_LEAVER'],
      ['card-lost', 'LOST'],
      ['card-1', 'ACTIVE'],
    ])
  })

  it('is taken back to what was, of any school; its parts lose nothing', () => {
    const enrolments = [
      { kind: 'enrolled' },
      { kind: 'temporary', until: null },
      { kind: 'suspended', since: day('2026-01-05') },
    ] as const
    const aPupil = fc.record({
      grade: fc.integer({ min: 1, max: 12 }),
      enrolment: fc.constantFrom(...enrolments),
      card: fc.constantFrom('ACTIVE', 'LOST', 'ARRIVED', null),
    })
    const schools = fc.array(aPupil, { maxLength: 250 })
    fc.assert(
      fc.property(schools, fc.subarray<MayGoOn>([6, 9]), (all, goOn) => {
        const pupils = new Map(
          all.map(({ grade, enrolment }, n) => [
            `pupil-${n}`,
            pupil(n, { classId: `class-${grade}`, enrolment }),
          ]),
        )
        const cards = new Map(
          all.flatMap(({ card }, n) =>
            card === null ? [] : [[`card-${n}`, { studentId: `pupil-${n}`, state: card }] as const],
          ),
        )
        const now = roll({ pupils, cards })
        const { change, after } = promoted(now, goOn)
        const parts = partsOf(change)
        expect(parts.flatMap((one) => one.pupils)).toEqual(change.pupils)
        expect(parts.flatMap((one) => one.cards)).toEqual(change.cards)
        const back = undoing(change, after, 'undo')
        expect(back.kept).toBe(0)
        const undone = decideRollChange(after, back.change)
        if (undone.kind === 'refused') throw new Error(undone.why)
        expect(undone.roll.pupils).toEqual(now.pupils)
        expect(undone.roll.cards).toEqual(now.cards)
        expect(new Map([...undone.roll.classes].toSorted())).toEqual(
          new Map([...now.classes].toSorted()),
        )
      }),
      { numRuns: 100, seed: 20_260_707 },
    )
  })

  it('is not undone for a pupil who came back meanwhile, nor for their card', () => {
    const now = roll({
      pupils: new Map([['a', pupil(1)]]),
      cards: new Map([['card', { studentId: 'a', state: 'ACTIVE' }]]),
    })
    const { change, after } = promoted(now)
    const back = new Map([['a', pupil(1, { classId: 'class-1' })]])
    const undone = undoing(change, { ...after, pupils: back }, 'undo')
    expect([undone.kept, undone.change.cards]).toEqual([1, []])
  })
})

describe('the school year of a day', () => {
  it('begins with August for who is at school, and with June for who goes up', () => {
    expect([day('2026-07-31'), day('2026-08-01')].map(schoolYearOf)).toEqual([
      '2025-2026',
      '2026-2027',
    ])
    expect([day('2026-05-31'), day('2026-06-01')].map(schoolYearAhead)).toEqual([
      '2025-2026',
      '2026-2027',
    ])
  })
})
