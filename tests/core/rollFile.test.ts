import { describe, expect, it } from 'vitest'
import { readRollRows } from '../../core/rollFile.ts'
import type { TableCell } from '../../core/rollFileTable.ts'
import { inShort, readRoll, tableOf, TEXT, WORKBOOK } from '../helpers/rollTables.ts'

const HEADINGS = ['教育ID', '姓名', '性别', '年级', '班级', '学籍状态', '临时学籍到期']
const number = (text: string): TableCell => ({ kind: 'number', text })

describe('a roll file', () => {
  it('gives each pupil with what it says of them', () => {
    const { rows, troubles, fields, headingLine } = readRoll(HEADINGS, [
      ['01234567', '张伟', '男', '三年级', '2班', '在读', ''],
      [number('12345678'), '李娜', '2', '初一', '(3)班', '临时学籍', '2027-07-31'],
    ])
    expect(rows).toEqual([
      {
        line: 2,
        educationId: '01234567',
        name: '张伟',
        sex: 'male',
        grade: 3,
        classNumber: 2,
        className: '三年级2班',
        enrolment: { kind: 'enrolled' },
      },
      {
        line: 3,
        educationId: '12345678',
        name: '李娜',
        sex: 'female',
        grade: 7,
        classNumber: 3,
        className: '初一3班',
        enrolment: { kind: 'temporary', until: '2027-07-31' },
      },
    ])
    expect(troubles).toEqual([])
    expect(headingLine).toBe(1)
    expect(fields).toHaveLength(HEADINGS.length)
  })

  it('says nothing of columns that it does not have', () => {
    const { rows, troubles, fields } = readRoll(['姓名', '教育ID'], [['张伟', '10000001']])
    expect(rows[0]).toMatchObject({ sex: null, grade: null, className: null, enrolment: null })
    expect(troubles).toEqual([])
    expect(fields).toEqual(['educationId', 'name'])
  })

  it('names the headings that were not found', () => {
    const table = tableOf([['姓名'], ['张伟']])
    expect(readRollRows(table, [{ heading: '姓名', field: 'name' }])).toEqual({
      kind: 'no-headings',
      missing: ['educationId'],
    })
  })

  it('leaves out headings that are repeated on the next page', () => {
    const { rows, troubles } = readRoll(
      ['教育ID', '姓名'],
      [
        ['10000001', '张伟'],
        ['教育ID', '姓名'],
        ['10000002', '李娜'],
      ],
    )
    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(troubles).toEqual([])
  })

  it('takes totals and signatures for no pupils', () => {
    const { rows, troubles } = readRoll(
      ['序号', '教育ID', '姓名'],
      [['1', '10000001', '张伟'], ['合计：1人'], ['', '', '', '制表人：孙丽']],
    )
    expect(rows).toHaveLength(1)
    expect(inShort(troubles)).toEqual(['3 null no-pupil remark', '4 null no-pupil remark'])
  })
})

describe('教育ID', () => {
  const HEAD = ['教育ID', '姓名']
  const one = (cell: TableCell, from = WORKBOOK) => readRoll(HEAD, [[cell, '张伟']], from)

  it.each([
    '01234567',
    ' 0123 4567 ',
    "'01234567",
    '０１２３４５６７',
    '01234567\t',
    '\u200b01234567',
  ])('is read from %j', (text) => expect(one(text).rows[0]?.educationId).toBe('01234567'))

  it('is taken from a formula that says its own text', () => {
    expect(one({ kind: 'formula', text: '01234567' }).rows[0]?.educationId).toBe('01234567')
  })

  it.each<[string, TableCell]>([
    ['education-id-missing', ''],
    ['education-id-malformed', '1234567'],
    ['education-id-malformed', '123456789'],
    ['education-id-malformed', 'A1234567'],
    ['education-id-malformed', number('123456')],
    ['education-id-malformed', number('12345678.5')],
    ['leading-zero-lost', number('1234567')],
    ['identity-number-in-column', '110101201001011234'],
    ['identity-number-in-column', '11010120100101123X'],
    ['identity-number-in-column', 'G110101201001011234'],
    ['number-damaged', '1.10101E+17'],
    ['number-damaged', { kind: 'damaged-number' }],
    ['formula', { kind: 'formula', text: null }],
    ['merged-cell', { kind: 'merged', text: '01234567' }],
    ['cell-error', { kind: 'error' }],
    ['cell-too-long', { kind: 'too-long' }],
  ])('gives %s for %j', (kind, cell) => {
    const { rows, troubles } = one(cell)
    expect(rows).toEqual([])
    expect(inShort(troubles)).toEqual([`2 educationId ${kind} unusable`])
  })

  it('has lost a zero in a text file too, where nothing says what was a number', () => {
    expect(inShort(one('1234567', TEXT).troubles)).toEqual([
      '2 educationId leading-zero-lost unusable',
    ])
  })

  it('keeps no number and no name in a trouble', () => {
    const { troubles } = readRoll(HEAD, [
      ['110101201001011234', '张伟?'],
      ['', '李娜'],
    ])
    expect(JSON.stringify(troubles)).not.toMatch(/110101|张伟|李娜/)
  })

  it('twice with the same words counts once', () => {
    const { rows, troubles, heldBack } = readRoll(HEAD, [
      ['10000001', '张伟'],
      ['10000002', '李娜'],
      ['10000001', '张伟'],
    ])
    expect(rows.map(({ line }) => line)).toEqual([2, 3])
    expect(troubles).toEqual([
      {
        line: 4,
        field: 'educationId',
        severity: 'remark',
        kind: 'education-id-twice',
        otherLine: 2,
        same: true,
      },
    ])
    expect(heldBack).toEqual([])
  })

  it('twice with other words counts not at all, and is not taken for gone', () => {
    const { rows, troubles, heldBack } = readRoll(HEAD, [
      ['10000001', '张伟'],
      ['10000002', '李娜'],
      ['10000001', '张薇'],
    ])
    expect(rows.map(({ educationId }) => educationId)).toEqual(['10000002'])
    expect(inShort(troubles)).toEqual([
      '2 educationId education-id-twice unusable',
      '4 educationId education-id-twice unusable',
    ])
    expect(troubles.map((one) => 'otherLine' in one && one.otherLine)).toEqual([4, 2])
    expect(heldBack).toEqual(['10000001'])
  })

  it('of a line that cannot be used is held back', () => {
    expect(readRoll(HEAD, [['10000001', '']]).heldBack).toEqual(['10000001'])
  })
})
