import { expect, it } from 'vitest'
import { readDeliveryFile } from '../../../core/deliveryFile.ts'
import type { TableCell } from '../../../core/rollFileTable.ts'
import { tableOf } from '../../helpers/rollTables.ts'

function read(rows: readonly (readonly TableCell[])[]) {
  const file = readDeliveryFile(tableOf([['班级', '姓名', '教育ID', '卡号'], ...rows]))
  if (file.kind !== 'read') throw new Error('no columns')
  return file.rows
}

it('reads which cards are on their way, with or without their numbers', () => {
  expect(
    read([
      ['三年级2班', '王小明', '00000001', '1000 7510 2600 1111'],
      ['三年级2班', '李雷', '00000002', ''],
    ]),
  ).toEqual([
    {
      ...{ kind: 'read', line: 2 },
      told: {
        ...{ educationId: '00000001', printedNumber: '1000751026001111' },
        ...{ name: '王小明', className: '三年级2班' },
      },
    },
    {
      ...{ kind: 'read', line: 3 },
      told: {
        ...{ educationId: '00000002', printedNumber: null },
        ...{ name: '李雷', className: '三年级2班' },
      },
    },
  ])
})

it('tells of lines that cannot be read; of two that say the same, the first counts', () => {
  const rows = read([
    ['', '', '00000001', '1000751026001111'],
    ['', '', '00000001', '1000751026002222'],
    ['', '', '00000003', '1000751026001111'],
    ['', '张伟', '', '1000751026003333'],
    ['', '张伟', '00000005', '12'],
    ['合计', '', '', ''],
  ])
  expect(rows.map((row) => (row.kind === 'read' ? row.line : `${row.line} ${row.why}`))).toEqual([
    2,
    '3 education-id-twice',
    '4 card-number-twice',
    '5 education-id-missing',
    '6 card-number-malformed',
  ])
})

it('is no list of cards without a column of 教育ID', () => {
  expect(
    readDeliveryFile(
      tableOf([
        ['姓名', '班级'],
        ['王小明', '三年级2班'],
      ]),
    ),
  ).toEqual({
    kind: 'no-columns',
  })
})

it('keeps no identity number that stands where another number belongs', () => {
  const [inId, inNumber] = read([
    ['三年级2班', '王小明', '110101201401010029', ''],
    ['三年级2班', '李雷', '00000002', '110101201401010029'],
  ])
  const why = 'identity-number-in-column'
  expect(inId).toEqual({
    ...{ kind: 'unreadable', line: 2, why },
    texts: { class: '三年级2班', name: '王小明', printedNumber: '' },
  })
  expect(inNumber).toEqual({
    ...{ kind: 'unreadable', line: 3, why },
    texts: { class: '三年级2班', name: '李雷', educationId: '00000002' },
  })
})
