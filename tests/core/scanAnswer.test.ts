import { describe, expect, it } from 'vitest'
import { readScan } from '../../core/scan.ts'
import { scanAnswer, type NumberFound } from '../../core/scanAnswer.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import { TODAY } from './builders.ts'

const line = (studentId: string, name = '张伟'): StudentLine => ({
  studentId,
  name,
  sex: 'male',
  className: '三年级2班',
  educationIdTail: '1234',
  enrolment: 'enrolled',
  card: 'ACTIVE',
  hasPhoto: true,
})
const [a, b] = [line('a'), line('b')]
const byId = (student: StudentLine): NumberFound => ({
  kind: 'own',
  student,
  by: 'education-id',
  cardId: null,
})
const byCard = (student: StudentLine, cardId = 'card-1'): NumberFound => ({
  kind: 'own',
  student,
  by: 'card-number',
  cardId,
})
const elsewhere: NumberFound = { kind: 'elsewhere', school: '青松小学' }

const answer = (
  text: string,
  numbers: readonly NumberFound[] = [],
  named: readonly StudentLine[] = [],
) => scanAnswer(readScan(text), numbers, named, TODAY)

describe('a code whose number is known', () => {
  it('is that pupil', () => {
    expect(answer('00071234', [byId(a)])).toEqual({
      kind: 'student',
      student: a,
      by: 'education-id',
      cardId: null,
    })
  })

  it('names the card, where one of its numbers is on a card', () => {
    expect(answer('00071234 1000751136141285', [byId(a), byCard(a)])).toMatchObject({
      kind: 'student',
      by: 'card-number',
      cardId: 'card-1',
    })
  })

  it('is not opened when its numbers point to two, unless the name tells which', () => {
    expect(answer('12345678', [byId(a), byCard(b)])).toEqual({ kind: 'several', students: [a, b] })
    expect(answer('张伟 12345678', [byId(a), byCard(b)], [b])).toMatchObject({ student: b })
    expect(answer('张伟 12345678', [byId(a), byCard(b)], [a, b])).toMatchObject({ kind: 'several' })
  })

  it('is not opened when the name is somebody else’s', () => {
    expect(answer('李雷 00071234', [byId(a)], [line('c', '李雷')])).toEqual({
      kind: 'several',
      students: [a, line('c', '李雷')],
    })
  })

  it('is confirmed by the name, also when another has it too', () => {
    expect(answer('张伟 00071234', [byId(a)], [a, b])).toMatchObject({
      kind: 'student',
      student: a,
    })
  })
})

describe('a code of another school', () => {
  it('tells the school, and nobody', () => {
    expect(answer('1000751136141285', [elsewhere])).toEqual({
      kind: 'other-school',
      school: '青松小学',
    })
    expect(answer('张伟 1000751136141285', [elsewhere], [a])).toMatchObject({
      kind: 'other-school',
    })
  })
})

describe('a code without a known number', () => {
  it('with a name only one has is that pupil', () => {
    expect(answer('张伟', [], [a])).toMatchObject({ kind: 'student', student: a, by: 'name' })
  })

  it('with a name two have is never chosen between', () => {
    expect(answer('张伟', [], [a, b])).toEqual({ kind: 'several', students: [a, b] })
  })

  it('with a 教育ID nobody has is nobody, whatever the name', () => {
    expect(answer('张伟 99999999', [], [a])).toEqual({ kind: 'none', why: 'unknown-number' })
  })

  it('with a number the desk does not keep shows whom the name could mean, and opens nobody', () => {
    const national = '张伟 G110101201310051234'
    expect(answer(national, [], [a])).toEqual({ kind: 'several', students: [a] })
    expect(answer(national)).toEqual({ kind: 'none', why: 'unknown-number' })
  })

  it('that reads as a date is told', () => {
    expect(answer('20131005')).toEqual({ kind: 'none', why: 'looks-like-birth-date' })
    expect(answer('张伟 20131005', [], [a])).toMatchObject({ kind: 'student', by: 'name' })
  })

  it('is an unknown number, or nothing', () => {
    expect(answer('1000751136141285')).toEqual({ kind: 'none', why: 'unknown-number' })
    expect(answer('08A1B2C3')).toEqual({ kind: 'none', why: 'unknown-number' })
    expect(answer('6901234567892')).toEqual({ kind: 'none', why: 'unknown-number' })
    expect(answer('1234567')).toEqual({ kind: 'none', why: 'unknown-number' })
    expect(answer('https://example.com/')).toEqual({ kind: 'none', why: 'nothing-in-it' })
    expect(answer('')).toEqual({ kind: 'none', why: 'nothing-in-it' })
  })
})
