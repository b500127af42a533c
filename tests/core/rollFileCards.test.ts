import { expect, it } from 'vitest'
import { readCardRows } from '../../core/rollFileCards.ts'
import { CARD_COLUMNS, guessMapping } from '../../core/rollFileColumns.ts'
import type { TableCell } from '../../core/rollFileTable.ts'
import { inShort, tableOf } from '../helpers/rollTables.ts'

const HEADINGS = ['教育ID', '姓名', '卡号']

function read(rows: readonly (readonly TableCell[])[]) {
  const { mapping } = guessMapping(HEADINGS, CARD_COLUMNS)
  const cards = readCardRows(tableOf([HEADINGS, ...rows]), mapping)
  if (cards.kind !== 'read') throw new Error('no headings')
  return cards
}

it('reads whose card bears which number, without its blanks', () => {
  const { rows, troubles } = read([
    ['01234567', '张伟', '1000 7510 2600 1234'],
    ['10000002', '李娜', '10007510260012345678'],
  ])
  expect(rows).toEqual([
    { line: 2, educationId: '01234567', printedNumber: '1000751026001234' },
    { line: 3, educationId: '10000002', printedNumber: '10007510260012345678' },
  ])
  expect(troubles).toEqual([])
})

it.each<[string, TableCell]>([
  ['card-number-missing', ''],
  ['card-number-malformed', '100075102600123'],
  ['card-number-malformed', '100075102600123456789'],
  ['card-number-malformed', '10007510260012AB'],
  ['number-damaged', '1.00075E+15'],
  ['number-damaged', { kind: 'damaged-number' }],
  ['identity-number-in-column', '110101201001011234'],
  ['identity-number-in-column', '11010120100101123X'],
])('gives %s for %j', (kind, cell) => {
  const { rows, troubles } = read([['10000001', '张伟', cell]])
  expect(rows).toEqual([])
  expect(inShort(troubles)).toEqual([`2 printedNumber ${kind} unusable`])
})

it('takes 18 digits without a birthday in them for a card', () => {
  expect(read([['10000001', '张伟', '100075999999991234']]).rows).toHaveLength(1)
})

it('takes neither of two numbers of one pupil, nor of two pupils with one number', () => {
  const { rows, troubles } = read([
    ['10000001', '', '1000751026001111'],
    ['10000001', '', '1000751026002222'],
    ['10000003', '', '1000751026003333'],
    ['10000004', '', '1000751026003333'],
    ['10000005', '', '1000751026005555'],
    ['10000005', '', '1000751026005555'],
  ])
  expect(rows.map(({ line }) => line)).toEqual([6])
  expect(inShort(troubles)).toEqual([
    '2 educationId education-id-twice unusable',
    '3 educationId education-id-twice unusable',
    '4 printedNumber card-number-twice unusable',
    '5 printedNumber card-number-twice unusable',
    '7 educationId education-id-twice remark',
  ])
})

it('remarks a line that is no pupil', () => {
  expect(inShort(read([['', '合计', '']]).troubles)).toEqual(['2 null no-pupil remark'])
})
