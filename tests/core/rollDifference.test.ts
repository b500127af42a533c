import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRollChange, type RollEntry, type RollNow } from '../../core/rollChange.ts'
import { differenceOf, type Missing } from '../../core/rollDifference.ts'
import type { RollFileRow } from '../../core/rollFile.ts'
import { date } from '../helpers/rollBuilders.ts'

const CLASS_A = { grade: 3, number: 1, name: '三年级1班' }
const CLASS_B = { grade: 3, number: 2, name: '三年级2班' }
const STAY: Missing = { kind: 'stay' }

const entry = (n: number, given: Partial<RollEntry> = {}): RollEntry => ({
  educationId: String(10_000_000 + n),
  name: `学生${n}`,
  sex: 'female',
  classId: 'a',
  enrolment: { kind: 'enrolled' },
  ...given,
})

const inClass = ({ grade, number: classNumber, name: className }: typeof CLASS_A) => ({
  ...{ grade, classNumber, className },
})

const row = (n: number, given: Partial<RollFileRow> = {}): RollFileRow => ({
  line: n + 1,
  educationId: String(10_000_000 + n),
  name: `学生${n}`,
  sex: 'female',
  ...inClass(CLASS_A),
  enrolment: null,
  ...given,
})

const roll = (...entries: readonly RollEntry[]): RollNow => ({
  classes: new Map([
    ['a', CLASS_A],
    ['b', CLASS_B],
  ]),
  pupils: new Map(entries.map((one) => [`pupil ${one.educationId.slice(-2)}`, one])),
  cards: new Map(),
  rooted: new Set(),
})

function difference(
  now: RollNow,
  rows: readonly RollFileRow[],
  missing: Missing = STAY,
  heldBack: readonly string[] = [],
) {
  let ids = 0
  return differenceOf({
    ...{ rows, roll: now, missing, changeId: 'change', school: null, heldBack },
    today: date('2026-09-01'),
    newId: () => `new-${++ids}`,
  })
}

const kinds = (now: RollNow, rows: readonly RollFileRow[]) =>
  difference(now, rows).lines.map(({ kind }) => kind)

describe('a file held against the roll', () => {
  it('enters who is new, into a class that is opened for them', () => {
    const { change, lines } = difference(roll(), [
      row(1, inClass({ grade: 1, number: 4, name: '一年级4班' })),
    ])
    expect(lines).toMatchObject([{ kind: 'new', line: 2 }])
    expect(change.classes).toMatchObject([{ kind: 'opens', classId: 'new-1' }])
    expect(change.pupils).toMatchObject([{ kind: 'enters', to: { classId: 'new-1' } }])
  })

  it('says which fields of whom change, and leaves alone what it has no column for', () => {
    const suspended = entry(1, { enrolment: { kind: 'suspended', since: date('2026-03-01') } })
    const found = difference(roll(suspended), [
      row(1, { name: '新名', sex: null, ...inClass(CLASS_B) }),
    ])
    expect(found.lines).toMatchObject([{ kind: 'changed', fields: ['name', 'classId'] }])
    expect(found.change.pupils[0]).toMatchObject({
      to: { sex: 'female', classId: 'b', enrolment: suspended.enrolment },
    })
  })

  it('changes nothing where nothing is another, however a class is written', () => {
    const found = difference(roll(entry(1)), [row(1, { className: '三(1)班' })])
    expect([found.same, found.change.pupils, found.lines]).toEqual([1, [], []])
  })

  it('names who is missing in the classes it is about, and nobody of other classes', () => {
    const now = roll(entry(1), entry(2), entry(3, { classId: 'b' }))
    const found = difference(now, [row(1)])
    expect(found.lines).toMatchObject([{ kind: 'gone', studentId: 'pupil 02' }])
    expect([found.change.pupils.length, found.otherClasses]).toEqual([0, 1])
    const leave = difference(now, [row(1)], {
      ...{ kind: 'leave', on: date('2026-07-10'), why: 'transferred' },
    })
    expect(leave.change.pupils).toMatchObject([
      { studentId: 'pupil 02', to: { classId: null, enrolment: { kind: 'left' } } },
    ])
  })

  it('does not miss who stands in a line that cannot be used', () => {
    const found = difference(roll(entry(1), entry(2)), [row(1)], STAY, ['10000002'])
    expect(found.lines).toEqual([])
  })

  it('dates what a file only says, and enters nobody who has left', () => {
    const { change, same } = difference(roll(entry(1), entry(2)), [
      row(1, { enrolment: { kind: 'suspended' } }),
      row(2, { enrolment: { kind: 'left', why: 'transferred' } }),
      row(3, { enrolment: { kind: 'left', why: 'graduated' } }),
    ])
    expect(change.pupils).toMatchObject([
      { to: { enrolment: { kind: 'suspended', since: '2026-09-01' }, classId: 'a' } },
      { to: { enrolment: { kind: 'left', on: '2026-09-01' }, classId: null } },
    ])
    expect(same).toBe(1)
  })

  it('takes back who had left', () => {
    const left = entry(1, {
      classId: null,
      enrolment: { kind: 'left', on: date('2026-01-01'), why: 'transferred', to: null },
    })
    expect(difference(roll(left), [row(1)]).change.pupils).toMatchObject([
      { to: { classId: 'a', enrolment: { kind: 'enrolled' } } },
    ])
  })

  it('asks whether a new 教育ID under a known name is one mistyped', () => {
    expect(kinds(roll(entry(1)), [row(7, { name: '学生1' })])).toEqual(['new', 'gone', 'same-name'])
    expect(kinds(roll(entry(1)), [row(7, { name: '学生1', ...inClass(CLASS_B) })])).toEqual(['new'])
  })

  it('does not enter whose sex nobody told', () => {
    const { change, lines } = difference(roll(), [row(1, { sex: null })])
    expect([change.pupils, lines]).toEqual([[], [{ kind: 'incomplete', line: 2, lacks: 'sex' }]])
  })

  it('gives a change that can be decided, and after which the file says nothing new', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
    fc.assert(
      fc.property(some, some, fc.boolean(), (here, there, leave) => {
        const now = roll(...here.map((n) => entry(n, { classId: n % 2 ? 'a' : 'b' })))
        const rows = there.map((n) =>
          row(n, { name: `名${n % 5}`, ...inClass(n % 3 ? CLASS_A : CLASS_B) }),
        )
        const missing: Missing = leave
          ? { kind: 'leave', on: date('2026-07-10'), why: 'other' }
          : STAY
        const decided = decideRollChange(now, difference(now, rows, missing).change)
        if (decided.kind !== 'done') throw new Error(decided.why)
        const again = difference(decided.roll, rows, missing)
        expect(again.same).toBe(rows.length)
        expect(again.change.pupils).toEqual([])
      }),
    )
  })
})
