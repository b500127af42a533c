import { expect, it } from 'vitest'
import { feeOn, waived } from '../../../core/case/fee.ts'
import { date } from './builders.ts'

it.each(['2007-01-01', '2026-10-12', '2099-12-31'])('on %s it is 1,500 分 by the paper', (day) => {
  expect(feeOn(date(day))).toEqual({ version: 1, fen: 1_500, basis: '京发改[2007]623号' })
})

it('a waived fee is none, by the same paper', () => {
  expect(waived(feeOn(date('2026-10-12')))).toEqual({
    ...{ version: 1, fen: 0, basis: '京发改[2007]623号' },
  })
})
