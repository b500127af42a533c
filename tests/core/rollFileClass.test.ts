import { describe, expect, it } from 'vitest'
import type { TableCell } from '../../core/rollFileTable.ts'
import { inShort, readRoll } from '../helpers/rollTables.ts'

const number = (text: string): TableCell => ({ kind: 'number', text })

describe('a class', () => {
  const both = (grade: TableCell, inClass: TableCell) =>
    readRoll(['教育ID', '姓名', '年级', '班级'], [['10000001', '张伟', grade, inClass]])

  it.each<[string, TableCell, TableCell]>([
    ['三年级2班', '三年级', '2班'],
    ['三年级2班', number('3'), number('2')],
    ['三年级2班', '3年级', '二班'],
    ['三年级2班', '小学三年级', '(2)班'],
    ['三年级2班', '三', '三年级二班'],
    ['三年级2班', '', '三（2）班'],
    ['三年级2班', '', '3.2'],
    ['三年级12班', '三年级', '第12班'],
    ['三年级2班', '三年级', '02'],
    ['三年级2班', '三年级', '2023级2班'],
    ['三年级2班', '2023级', '三年级2班'],
    ['三年级2班', '', '三年级2班（实验）'],
    ['初一3班', '初一', '初一(3)班'],
    ['初一3班', '七年级', '3'],
    ['初一3班', '初中一年级', '初中一年级3班'],
    ['初一3班', '七年级(初一)', '七(3)班'],
    ['初三10班', '初中九年级', '十班'],
    ['高二1班', '高二', '高二1班'],
    ['高二1班', '高中二年级', '1'],
    ['高二1班', number('11'), number('1')],
    ['高一2班', '', '高12班'],
    ['三年级2班', { kind: 'merged', text: '三年级' }, { kind: 'merged', text: '2班' }],
  ])('%s is read from %j and %j', (name, grade, inClass) => {
    const { rows, troubles } = both(grade, inClass)
    expect(inShort(troubles)).toEqual([])
    expect(rows[0]?.className).toBe(name)
  })

  it.each<[string, string, TableCell, TableCell]>([
    ['class', 'class-unknown', '三年级', '实验班'],
    ['class', 'class-unknown', '', '2班'],
    ['class', 'class-unknown', '2023级', '2班'],
    ['class', 'class-unknown', '三年级', number('46083')],
    ['class', 'class-unknown', '', number('3.1')],
    ['class', 'class-unknown', '三年级', '2024级'],
    ['grade', 'grade-unknown', '十三年级', '2班'],
    ['grade', 'grade-unknown', '大班', '2班'],
    ['class', 'class-contradicts-grade', '三年级', '四年级2班'],
    ['class', 'formula', '三年级', { kind: 'formula', text: null }],
  ])(
    'that cannot be read is not taken for none: %s %s of %j and %j',
    (field, kind, grade, inClass) => {
      const { rows, troubles, heldBack } = both(grade, inClass)
      expect(rows).toEqual([])
      expect(heldBack).toEqual(['10000001'])
      expect(inShort(troubles)).toEqual([`2 ${field} ${kind} unusable`])
    },
  )

  it.each<[TableCell, TableCell, number | null]>([
    ['', '', null],
    ['三年级', '', 3],
    ['三年级', '无', 3],
    ['三年级', '未分班', 3],
  ])('that is not there is none, and is remarked: %j and %j', (grade, inClass, read) => {
    const { rows, troubles } = both(grade, inClass)
    expect(rows[0]).toMatchObject({ grade: read, classNumber: null, className: null })
    expect(inShort(troubles)).toEqual(['2 class class-missing remark'])
  })
})
