import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount, readResult } from '../../../core/paymentCells.ts'
import { readPaymentFile } from '../../../core/paymentFile.ts'
import type { TableCell } from '../../../core/rollFileTable.ts'
import { tableOf, TEXT } from '../../helpers/rollTables.ts'

const HEADINGS = ['序号', '教育ID', '订单编号', '缴费金额（元）', '支付时间', '支付状态']

function read(rows: readonly (readonly TableCell[])[], headings: readonly string[] = HEADINGS) {
  const file = readPaymentFile(tableOf([headings, ...rows], TEXT))
  if (file.kind !== 'read') throw new Error('no columns')
  return file
}

/** As a test says them: `2 00000001 N-1 2026-10-12 1500 paid`, `3 result-unknown` */
const inShort = (file: ReturnType<typeof read>): readonly string[] =>
  file.rows.map((row) => {
    if (row.kind === 'unreadable') return `${row.line} ${row.why}`
    const { educationId, cityNo, on, fen, result } = row.told
    return `${row.line} ${educationId} ${cityNo} ${on} ${fen} ${result}`
  })

describe('a reconciliation file', () => {
  it('is read by its headings, with what came of each payment', () => {
    const file = read([
      ['1', '00000001', 'N-1', '15.00', '2026-10-12 09:31:05', '支付成功'],
      ['2', '00000002', 'N-2', '¥15', '2026/10/13', '支付失败'],
      ['3', '00000003', 'N-3', '1500分', '20261013', '处理中'],
      ['4', '00000004', 'N-4', '-15.00', '2026年10月13日', '已退款'],
      ['5', '', 'N-5', '15', '2026-10-13', '已支付'],
    ])
    expect(inShort(file)).toEqual([
      '2 00000001 N-1 2026-10-12 1500 paid',
      '3 00000002 N-2 2026-10-13 1500 failed',
      '4 00000003 N-3 2026-10-13 1500 unknown',
      '5 00000004 N-4 2026-10-13 1500 refunded',
      '6 null N-5 2026-10-13 1500 paid',
    ])
    expect(file.withoutResult).toBe(false)
  })

  it('tells of what cannot be read, and leaves out what is no payment', () => {
    const file = read([
      ['1', '1234567', 'N-1', '15', '2026-10-12', '成功'],
      ['2', '', '', '15', '2026-10-12', '成功'],
      ['3', '110101201001011234', 'N-3', '15', '2026-10-12', '成功'],
      ['4', '00000004', 'N-4', '十五', '2026-10-12', '成功'],
      ['5', '00000005', 'N-5', '', '2026-10-12', '成功'],
      ['6', '00000006', 'N-6', '15', '2026-02-30', '成功'],
      ['7', '00000007', 'N-7', '15', '', '成功'],
      ['8', '00000008', 'N-8', '15', '2026-10-12', '好的'],
      ['9', '00000009', 'N-9', '15', '2026-10-12', ''],
      ['10', '00000010', 'N-10', '-15', '2026-10-12', '成功'],
      ['11', '00000011', 'N-11', '15', '2026-10-12', '待支付'],
      ['合计', '', '', '150.00', '', ''],
    ])
    expect(inShort(file)).toEqual([
      '2 leading-zero-lost',
      '3 education-id-missing',
      '4 identity-number-in-column',
      '5 amount-malformed',
      '6 amount-missing',
      '7 date-unknown',
      '8 date-missing',
      '9 result-unknown',
      '10 result-missing',
      '11 amount-negative',
    ])
    expect(file.rows[0]).toMatchObject({ texts: { educationId: '1234567', amount: '15' } })
  })

  it('tells of money that came, though nothing says of whom', () => {
    const file = read([
      ['1', '', '', '15', '2026-10-12', '成功'],
      ['2', '', '', '', '2026-10-12', '成功'],
      ['3', '', '', '15', '2026-10-12', '待支付'],
      ['合计', '', '', '45.00', '', ''],
      ['制表人：王老师', '', '', '', '', ''],
    ])
    expect(inShort(file)).toEqual(['2 education-id-missing', '3 education-id-missing'])
  })

  it('without the city’s numbers gets the same ones each time, two on a day apart', () => {
    const headings = ['教育ID', '金额', '日期']
    const rows = [
      ['00000001', '15', '2026-10-12'],
      ['00000001', '15', '2026-10-12'],
      ['00000002', '15', '2026-10-12'],
    ]
    const file = read(rows, headings)
    expect(file.withoutResult).toBe(true)
    expect(inShort(file)).toEqual([
      '2 00000001 #2026-10-12/1500/1 2026-10-12 1500 paid',
      '3 00000001 #2026-10-12/1500/2 2026-10-12 1500 paid',
      '4 00000002 #2026-10-12/1500/1 2026-10-12 1500 paid',
    ])
    expect(read(rows, headings)).toEqual(file)
  })

  it('may have its amounts in 分, by the heading', () => {
    const file = read([['00000001', '1500', '2026-10-12']], ['教育ID', '金额（分）', '日期'])
    expect(inShort(file)).toEqual(['2 00000001 #2026-10-12/1500/1 2026-10-12 1500 paid'])
  })

  it.each([
    [['教育ID', '姓名', '班级']],
    [['金额', '支付时间', '备注']],
    [['教育ID', '金额', '结果']],
  ])('is none without its columns: %j', (headings) => {
    expect(readPaymentFile(tableOf([headings, headings.map(() => '1')]))).toEqual({
      kind: 'no-columns',
    })
  })

  it('is read whatever stands in it: each line once, in order, and nothing of it thrown', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('00000001', '15', '¥15.00', '2026-10-12', '已支付', '退款'),
      fc.constant<TableCell>({ kind: 'error' }),
      fc.constant<TableCell>({ kind: 'damaged-number' }),
      fc.constant<TableCell>({ kind: 'formula', text: '15' }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 })), (rows) => {
        const { rows: found } = read(rows)
        const lines = found.map(({ line }) => line)
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
        for (const row of found)
          if (row.kind === 'read') {
            const { educationId, fen, cityNo } = row.told
            expect(Number.isSafeInteger(fen) && fen >= 0 && cityNo !== '').toBe(true)
            expect(educationId === null || /^\d{8}$/.test(educationId)).toBe(true)
          }
      }),
    )
  })
})

describe('an amount', () => {
  it.each([
    ['15', 1500],
    ['15.00', 1500],
    ['15.5', 1550],
    ['¥15.00', 1500],
    ['￥ 15', 1500],
    ['15元', 1500],
    ['1500分', 1500],
    ['1,500.00', 150_000],
    ['-15.00', -1500],
    ['15.000', 1500],
    ['１５', 1500],
  ])('%s is %i fen', (text, fen) => {
    expect(readAmount(text)).toEqual({ kind: 'read', value: fen })
  })

  it.each(['15.001', '1500.5分', '15,00', '--15', '15元5', 'abc', '1e3', '∞'])(
    '%s is none',
    (text) => {
      expect(readAmount(text)).toEqual({ kind: 'trouble', why: 'amount-malformed' })
    },
  )

  it('is what was written, for every number of fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        for (const text of [yuan, `¥${yuan}`, `${yuan}元`, `${fen}分`])
          expect(readAmount(text)).toEqual({ kind: 'read', value: fen })
      }),
    )
  })
})

it.each([
  ['已支付', 'paid'],
  ['成功', 'paid'],
  ['缴费成功', 'paid'],
  ['已到账', 'paid'],
  ['是', 'paid'],
  ['支付失败', 'failed'],
  ['交易关闭', 'failed'],
  ['已取消', 'failed'],
  ['退款', 'refunded'],
  ['已退款', 'refunded'],
  ['退款成功', 'refunded'],
  ['退款失败', null],
  ['退款中', null],
  ['未支付', null],
  ['待缴费', null],
  ['处理中', 'unknown'],
])('%s tells %s', (word, result) => {
  expect(readResult(word)).toEqual({ kind: 'read', value: result })
})

it('keeps no identity number that stands where a 教育ID belongs', () => {
  const [row] = read([['1', '110101201401010029', 'N-1', '15.00', '2026-10-12', '支付成功']]).rows
  expect(row).toMatchObject({
    ...{ kind: 'unreadable', why: 'identity-number-in-column' },
    texts: { educationId: '', cityNo: 'N-1', amount: '15.00' },
  })
})
