import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideRollChange,
  partsOf,
  type ClassChange,
  type PupilChange,
  type RollChange,
  type RollEntry,
  type RollNow,
} from '../../core/rollChange.ts'
import { undoing } from '../../core/rollUndo.ts'

const CLASS_A = { grade: 3, number: 1, name: '三年级1班' }
const CLASS_B = { grade: 3, number: 2, name: '三年级2班' }

const entry = (n: number, given: Partial<RollEntry> = {}): RollEntry => ({
  educationId: String(10_000_000 + n),
  name: `学生${n}`,
  sex: 'female',
  classId: 'a',
  enrolment: { kind: 'enrolled' },
  ...given,
})

const roll = (
  pupils: readonly (readonly [string, RollEntry])[] = [['one', entry(1)]],
): RollNow => ({
  classes: new Map([
    ['a', CLASS_A],
    ['b', CLASS_B],
  ]),
  pupils: new Map(pupils),
  cards: new Map(),
  rooted: new Set(),
})

const change = (given: Partial<RollChange>): RollChange => ({
  ...{ changeId: 'change', why: 'import', undoes: null, school: null },
  ...{ classes: [], pupils: [], cards: [] },
  ...given,
})

const pupil = (...pupils: readonly PupilChange[]) => change({ pupils })
const classes = (...all: readonly ClassChange[]) => change({ classes: all })

function refusalOf(now: RollNow, wished: RollChange): string {
  const decision = decideRollChange(now, wished)
  return decision.kind === 'refused' ? `${decision.why} ${decision.at}` : decision.kind
}

describe('a change of the roll is refused', () => {
  it('where the pupil is not as it was made from', () => {
    const from = entry(1, { name: '别名' })
    const wished = pupil({ kind: 'changes', studentId: 'one', from, to: entry(1) })
    expect(refusalOf(roll(), wished)).toBe('changed-meanwhile one')
    const again = pupil({ kind: 'enters', studentId: 'one', to: entry(1) })
    expect(refusalOf(roll(), again)).toBe('changed-meanwhile one')
  })

  it('where two pupils would have one 教育ID', () => {
    const wished = pupil({ kind: 'enters', studentId: 'two', to: entry(1) })
    expect(refusalOf(roll(), wished)).toBe('education-id-taken two')
  })

  it('where a pupil would be in a class that is not there', () => {
    const wished = pupil({ kind: 'enters', studentId: 'two', to: entry(2, { classId: 'z' }) })
    expect(refusalOf(roll(), wished)).toBe('class-unknown two')
    expect(refusalOf(roll(), classes({ kind: 'closes', classId: 'a', from: CLASS_A }))).toBe(
      'class-unknown one',
    )
  })

  it('where two classes would be the same', () => {
    const wished = classes({ kind: 'opens', classId: 'c', to: CLASS_A })
    expect(refusalOf(roll(), wished)).toBe('class-taken c')
  })

  it('where somebody with a card would be taken back', () => {
    const now = { ...roll(), rooted: new Set(['one']) }
    const wished = pupil({ kind: 'withdraws', studentId: 'one', from: entry(1) })
    expect(refusalOf(now, wished)).toBe('pupil-rooted one')
    expect(refusalOf(roll(), wished)).toBe('done')
  })
})

describe('a change of the roll', () => {
  it('may let two pupils change places, and their numbers', () => {
    const now = roll([
      ['one', entry(1)],
      ['two', entry(2)],
    ])
    const wished = pupil(
      { kind: 'changes', studentId: 'one', from: entry(1), to: entry(2) },
      { kind: 'changes', studentId: 'two', from: entry(2), to: entry(1) },
    )
    expect(refusalOf(now, wished)).toBe('done')
  })

  it('takes a class up with its pupils in it', () => {
    const up = { grade: 4, number: 1, name: '四年级1班' }
    const decision = decideRollChange(
      roll(),
      classes({ kind: 'changes', classId: 'a', from: CLASS_A, to: up }),
    )
    expect(decision.kind === 'done' && decision.roll.classes.get('a')).toEqual(up)
    expect(decision.kind === 'done' && decision.roll.pupils.get('one')).toEqual(entry(1))
  })

  it('comes in parts that together are the change', () => {
    const pupils = Array.from({ length: 230 }, (_, n): PupilChange => ({
      kind: 'enters',
      studentId: `${n}`,
      to: entry(n),
    }))
    const opens = { kind: 'opens', classId: 'c', to: { ...CLASS_A, number: 9 } } as const
    const parts = partsOf(change({ pupils, classes: [opens] }))
    expect(parts.map(({ part, parts: of, pupils: some }) => [part, of, some.length])).toEqual([
      [1, 3, 100],
      [2, 3, 100],
      [3, 3, 30],
    ])
    expect(parts.flatMap((one) => one.pupils)).toEqual(pupils)
    expect(parts.flatMap((one) => one.classes)).toEqual([opens])
    expect(partsOf(change({})).length).toBe(1)
  })
})

describe('taking a change back', () => {
  it('leaves who has been changed since, and who holds a card by now', () => {
    const done = pupil(
      { kind: 'enters', studentId: 'two', to: entry(2) },
      { kind: 'enters', studentId: 'three', to: entry(3) },
      { kind: 'changes', studentId: 'one', from: entry(1, { name: '旧名' }), to: entry(1) },
    )
    const now: RollNow = {
      ...roll([
        ['one', entry(1, { classId: 'b' })],
        ['two', entry(2)],
        ['three', entry(3)],
      ]),
      rooted: new Set(['three']),
    }
    const { change: back, kept } = undoing(done, now, 'back')
    expect(back.pupils).toEqual([{ kind: 'withdraws', studentId: 'two', from: entry(2) }])
    expect([kept, back.undoes]).toEqual([2, 'change'])
    expect(refusalOf(now, back)).toBe('done')
  })

  it('brings back the very roll there was, whatever was done', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('a', 'b', 'c', null)), {
          maxLength: 20,
        }),
        (here, wishes) => {
          const now = roll(here.map((n) => [`${n}`, entry(n)]))
          const opens = { kind: 'opens', classId: 'c', to: { ...CLASS_A, number: 9 } } as const
          const byPupil = new Map(wishes)
          const pupils = [...byPupil].map(([n, classId]): PupilChange => {
            const studentId = `${n}`
            const from = now.pupils.get(studentId)
            const to = entry(n, { classId, name: `新${n}` })
            return from === undefined
              ? { kind: 'enters', studentId, to }
              : { kind: 'changes', studentId, from, to }
          })
          const done = change({ classes: [opens], pupils })
          const after = decideRollChange(now, done)
          if (after.kind !== 'done') throw new Error(after.why)
          const { change: back, kept } = undoing(done, after.roll, 'back')
          const again = decideRollChange(after.roll, back)
          expect(kept).toBe(0)
          expect(again).toEqual({ kind: 'done', roll: now })
        },
      ),
    )
  })
})
