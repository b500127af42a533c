import { describe, expect, it } from 'vitest'
import type { TableCell } from '../../core/rollFileTable.ts'
import { inShort, readRoll } from '../helpers/rollTables.ts'

const number = (text: string): TableCell => ({ kind: 'number', text })

describe('sex and 学籍', () => {
  const read = (sex: TableCell, word: TableCell = '', until: TableCell = '') =>
    readRoll(
      ['教育ID', '姓名', '性别', '学籍状态', '临时学籍到期'],
      [['10000001', '张伟', sex, word, until]],
    )

  it.each<[string, TableCell]>([
    ['male', '男'],
    ['male', '男性'],
    ['male', number('1')],
    ['male', 'M'],
    ['female', ' 女 '],
    ['female', '2-女'],
  ])('%s is read from %j', (sex, cell) => expect(read(cell).rows[0]?.sex).toBe(sex))

  it.each<[string, TableCell]>([
    ['sex-missing', ''],
    ['sex-unknown', '未知'],
    ['sex-unknown', number('9')],
  ])('%s is a remark: the pupil is taken over', (kind, cell) => {
    const { rows, troubles } = read(cell)
    expect(rows[0]?.sex).toBeNull()
    expect(inShort(troubles)).toEqual([`2 sex ${kind} remark`])
  })

  it.each([
    ['在读', { kind: 'enrolled' }],
    ['正常', { kind: 'enrolled' }],
    ['在籍在读', { kind: 'enrolled' }],
    ['转学转入', { kind: 'enrolled' }],
    ['休学', { kind: 'suspended' }],
    ['休学中', { kind: 'suspended' }],
    ['临时学籍', { kind: 'temporary', until: null }],
    ['转出', { kind: 'left', why: 'transferred' }],
    ['已毕业', { kind: 'left', why: 'graduated' }],
    ['离校', { kind: 'left', why: 'other' }],
    ['', null],
  ])('%j means %j', (word, enrolment) => {
    expect(read('男', word).rows[0]?.enrolment).toEqual(enrolment)
  })

  it.each<TableCell>([
    '2027-07-31',
    '2027/7/31',
    '2027年7月31日',
    '20270731',
    '2027.07.31',
    number('46599'),
    '2027-07-31T00:00:00',
  ])('the end of a temporary roll is read from %j', (cell) => {
    const { rows, troubles } = read('男', '', cell)
    expect(inShort(troubles)).toEqual([])
    expect(rows[0]?.enrolment).toEqual({ kind: 'temporary', until: '2027-07-31' })
  })

  it('what is not understood is a remark', () => {
    expect(inShort(read('男', '借读').troubles)).toEqual(['2 enrolment enrolment-unknown remark'])
    expect(inShort(read('男', '临时学籍', '2027-02-30').troubles)).toEqual([
      '2 temporaryUntil date-unknown remark',
    ])
  })
})
