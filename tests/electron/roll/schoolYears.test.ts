import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import type { PupilWish } from '../../../core/pupilChange.ts'
import { bmac } from '../../core/builders.ts'
import type { OpenDesk } from '../openDesk.ts'
import { deskWith, HEAD, imported } from './deskWithFiles.ts'

const date = (text: string): CalendarDate => text as CalendarDate

/** Three classes of a school of all grades, a card with a leaver and one with a pupil who stays. */
const ROLL = `${HEAD}20000001,王小明,男,五年级1班
20000002,李雷,男,六年级1班
20000003,韩梅梅,女,高三1班
`

async function school(): Promise<OpenDesk> {
  const desk = await deskWith({ 'roll.csv': ROLL })
  await imported(desk)
  return desk
}

const idOf = ({ desk }: OpenDesk, name: string): string => {
  const [line] = desk.lookUp.find(name, 1).lines
  if (line === undefined) throw new Error('Nobody of this name.')
  return line.studentId
}

const chip = (number: string) => bmac({ number, uid: number.slice(-8) })

async function bind(desk: OpenDesk, name: string, number: string): Promise<void> {
  await desk.laidAtDoor(chip(number))
  const tap = desk.taps.at(-1)
  const answer = await desk.desk.acts.binding.bind(tap?.tapId ?? '', idOf(desk, name), null)
  expect(answer.kind).toBe('bound')
}

async function verdictOf(desk: OpenDesk, number: string) {
  desk.clock.pass(5_000)
  await desk.laidAtDoor(chip(number))
  return desk.taps.at(-1)?.verdict
}

const NUMBERS = { leaver: '1000751010000002', stays: '1000751010000001' }

async function promoted(desk: OpenDesk, goOn: readonly (6 | 9)[] = []): Promise<string> {
  const { years } = desk.desk.acts
  const answer = await years.take(date('2026-07-07'), goOn, years.view().version)
  if (answer.kind === 'refused') throw new Error(answer.why)
  return answer.changeId
}

describe('a new school year', () => {
  it('shows every class with what becomes of it', async () => {
    const desk = await school()
    const { classes, done } = desk.desk.acts.years.view()
    expect(classes.map(({ name, next }) => [name, next])).toEqual([
      ['五年级1班', '六年级1班'],
      ['六年级1班', '初一1班'],
      ['高三1班', null],
    ])
    expect(done).toBeNull()
  })

  it('takes classes up, and leavers with their cards away; a tap says so', async () => {
    const desk = await school()
    await bind(desk, '李雷', NUMBERS.leaver)
    await bind(desk, '王小明', NUMBERS.stays)
    await promoted(desk)
    const { lookUp, acts } = desk.desk
    expect(lookUp.find('王小明', 1).lines).toMatchObject([{ className: '六年级1班' }])
    expect(lookUp.find('李雷', 1).lines).toMatchObject([
      { className: null, enrolment: 'left', card: 'LEFT' },
    ])
    expect(await verdictOf(desk, NUMBERS.leaver)).toMatchObject({ kind: 'left', on: '2026-07-07' })
    expect(await verdictOf(desk, NUMBERS.stays)).toMatchObject({ kind: 'valid' })
    expect(acts.roll.view()).toMatchObject({
      pupils: 1,
      classes: 1,
      changes: [{ why: 'school-year', counts: { left: 2, classes: 3 } }, { why: 'import' }],
    })
  })

  it('is taken back whole: pupils, classes and cards', async () => {
    const desk = await school()
    await bind(desk, '李雷', NUMBERS.leaver)
    const before = desk.desk.acts.years.view().classes
    const { roll, years } = desk.desk.acts
    expect(await roll.undo(await promoted(desk))).toEqual({ kind: 'undone', kept: 0 })
    expect(years.view().classes).toEqual(before)
    expect(await verdictOf(desk, NUMBERS.leaver)).toMatchObject({ kind: 'valid' })
  })

  it('comes once a year, and not by what somebody saw before another change', async () => {
    const desk = await school()
    const { years } = desk.desk.acts
    const { version } = years.view()
    await years.pupil({
      ...{ kind: 'transfer-out', studentId: idOf(desk, '王小明') },
      ...{ on: date('2026-07-01'), to: null, destination: 'city' },
    })
    const late = await years.take(date('2026-07-07'), [], version)
    expect(late).toEqual({ kind: 'refused', why: 'changed-meanwhile' })
    await promoted(desk)
    const again = await years.take(date('2026-07-07'), [], years.view().version)
    expect(again).toEqual({ kind: 'refused', why: 'year-done-already' })
    expect(years.view().done).toMatchObject({ by: expect.any(String) as string })
  })

  it('lets grade 6 go on in a school that has grade 7', async () => {
    const desk = await school()
    await promoted(desk, [6])
    expect(desk.desk.lookUp.find('李雷', 1).lines).toMatchObject([
      { className: '初一1班', enrolment: 'enrolled' },
    ])
  })
})

describe('one pupil of the roll', () => {
  const wish = async ({ desk }: OpenDesk, given: PupilWish) => {
    const answer = await desk.acts.years.pupil(given)
    return answer.kind === 'refused' ? answer.why : answer.kind
  }
  const classOf = ({ desk }: OpenDesk, name: string): string => {
    const found = desk.acts.years.classes().find((one) => one.name === name)
    if (found === undefined) throw new Error('No class of this name.')
    return found.classId
  }

  it('goes with the card, and comes back without: arrival takes the card on again', async () => {
    const desk = await school()
    await bind(desk, '王小明', NUMBERS.stays)
    const studentId = idOf(desk, '王小明')
    const out = { kind: 'transfer-out', studentId, on: date('2026-03-02'), to: '第二小学' } as const
    expect(await wish(desk, { ...out, destination: 'city' })).toBe('done')
    expect(await verdictOf(desk, NUMBERS.stays)).toMatchObject({ kind: 'left', to: '第二小学' })
    expect(await wish(desk, { ...out, destination: 'city' })).toBe('pupil-left')
    const entry = {
      educationId: '20000001',
      name: '王小明',
      sex: 'male',
      classId: classOf(desk, '五年级1班'),
      enrolment: { kind: 'enrolled' },
    } as const
    expect(await wish(desk, { kind: 'transfer-in', entry })).toBe('done')
    expect(await wish(desk, { kind: 'transfer-in', entry })).toBe('on-roll-already')
    desk.clock.pass(5_000)
    await desk.laidAtDoor(chip(NUMBERS.stays))
    const tapId = desk.taps.at(-1)?.tapId ?? ''
    const arrival = await desk.desk.acts.yearTaps.tap('arrival', tapId, 'city')
    expect(arrival).toMatchObject({ kind: 'done', cardState: 'ACTIVE' })
    expect(await verdictOf(desk, NUMBERS.stays)).toMatchObject({ kind: 'valid' })
  })

  it('is put right: name, class, 临时学籍; what is taken stays taken', async () => {
    const desk = await school()
    const studentId = idOf(desk, '王小明')
    const to = {
      educationId: null,
      name: '王晓明',
      sex: 'male',
      classId: classOf(desk, '六年级1班'),
      enrolment: { kind: 'temporary', until: date('2027-01-31') },
    } as const
    expect(await wish(desk, { kind: 'correct', studentId, to })).toBe('done')
    expect(await wish(desk, { kind: 'correct', studentId, to })).toBe('nothing-to-do')
    expect(desk.desk.lookUp.find('王晓明', 1).lines).toMatchObject([
      { className: '六年级1班', enrolment: 'temporary' },
    ])
    const taken = { ...to, educationId: '20000002' }
    expect(await wish(desk, { kind: 'correct', studentId, to: taken })).toBe('education-id-taken')
    const nowhere = { ...to, classId: 'no class' }
    expect(await wish(desk, { kind: 'correct', studentId, to: nowhere })).toBe('class-unknown')
    expect(desk.desk.acts.roll.view().changes.map(({ why }) => why)).toEqual([
      'temporary',
      'import',
    ])
  })
})
