import { describe, expect, it } from 'vitest'
import type { PaymentPreview } from '../../../core/cityRequests.ts'
import type { CalendarDate } from '../../../core/calendarDate.ts'
import { signInAs } from '../signIn.ts'
import { cityDesk, type CityDesk } from './cityDesk.ts'

const TODAY = '2026-09-21' as CalendarDate
const HEAD = '教育ID,订单号,金额,支付时间,支付状态\n'
const line = (id: string, no: string, amount = '15.00', result = '支付成功'): string =>
  `${id},${no},${amount},2026-10-12 09:31:05,${result}\n`

async function previewed({ desk }: CityDesk) {
  const preview = await desk.acts.payments.open()
  if (preview?.kind !== 'preview') throw new Error('There is no preview.')
  return preview
}

const inShort = ({ lines }: Extract<PaymentPreview, { readonly kind: 'preview' }>) =>
  lines.map(({ line: at, outcome }) => `${at} ${outcome}`)

const counted = (counts: object): object =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0))

/** One of each: what a file of a Monday may hold. */
async function deskWithFile() {
  const of = await cityDesk()
  const [whole, unconfirmed] = [of.applied(0), of.applied(1, false)]
  const [, , nothing] = of.pupils
  of.choose(
    HEAD +
      line(whole.educationId, 'N-1') +
      line(unconfirmed.educationId, 'N-2') +
      line(whole.educationId, 'N-3') +
      line(unconfirmed.educationId, 'N-4', '20.00') +
      line('00000000', 'N-5') +
      line(nothing?.educationId ?? '', 'N-6') +
      line(unconfirmed.educationId, 'N-7', '15', '好的'),
  )
  return { of, whole, unconfirmed, nothing }
}

describe('a file of payments', () => {
  it('is looked through first, each line behind the ones before it, and nothing is stored', async () => {
    const { of } = await deskWithFile()
    const before = [of.rows('outbox'), of.rows('fee_order'), of.rows('city_row')]
    const preview = await previewed(of)
    expect(inShort(preview)).toEqual([
      ...['2 begins', '3 confirmed', '4 refund-due', '5 amount-differs', '6 nobody'],
      ...['7 no-application', '8 unreadable'],
    ])
    expect(preview).toMatchObject({ fileName: 'file.csv', rows: 7, withoutResult: false })
    expect(preview.lines[6]).toMatchObject({ trouble: 'result-unknown', cityNoTail: 'N-7' })
    expect([of.rows('outbox'), of.rows('fee_order'), of.rows('city_row')]).toEqual(before)
    const { entries } = of.desk.logBook.page({
      ...{ before: null, operatorId: null, kinds: ['list-shown'], limit: 1 },
    })
    expect(entries).toMatchObject([{ reason: 'payments' }])
  })

  it('may number a refund anew, or give no numbers: it is taken once, and the payment stays known', async () => {
    const of = await cityDesk()
    const { educationId, studentId } = of.applied(0)
    const row = (on: string, result: string): string => `${educationId},15.00,${on},${result}\n`
    const paid = row('2026-09-07', '支付成功')
    const file = (lines: string): void => of.choose(`教育ID,金额,支付时间,支付状态\n${lines}`)
    file(paid)
    await previewed(of)
    await of.desk.acts.payments.take()
    of.act({ type: 'application.told', payload: { studentId, word: 'rejected', on: TODAY } })
    file(paid + row('2026-09-20', '已退款'))
    for (const counts of [{ 'told-already': 1, refunded: 1 }, { 'told-already': 2 }]) {
      await previewed(of)
      const taken = await of.desk.acts.payments.take()
      expect(taken.kind === 'taken' && counted(taken.counts)).toEqual(counts)
    }
    expect(of.caseOf(studentId).orders).toMatchObject([
      { state: 'REFUNDED', cityNo: '#2026-09-07/1500/1', refundNo: '#2026-09-20/1500/1' },
    ])
  })

  it('is taken as it was shown; the same file again changes nothing', async () => {
    const { of, whole, unconfirmed } = await deskWithFile()
    const { counts } = await previewed(of)
    const taken = await of.desk.acts.payments.take()
    expect(taken).toEqual({ kind: 'taken', counts, left: 0 })
    expect(of.caseOf(whole.studentId)).toMatchObject({
      applications: [{ state: 'IN_PRODUCTION', producedFrom: '2026-10-12' }],
      orders: [
        { state: 'CONFIRMED', cityNo: 'N-1', paidOn: '2026-10-12' },
        { state: 'REFUND_PENDING', cityNo: 'N-3' },
      ],
    })
    expect(of.caseOf(unconfirmed.studentId).orders).toMatchObject([{ state: 'CONFIRMED' }])
    const stored = ['outbox', 'event', 'fee_order', 'city_row'].map(of.rows)
    const again = await previewed(of)
    expect(counted(again.counts)).toEqual({
      ...{ 'told-already': 3, 'amount-differs': 1, nobody: 1 },
      ...{ 'no-application': 1, unreadable: 1 },
    })
    expect(await of.desk.acts.payments.take()).toMatchObject({ counts: again.counts })
    expect(['outbox', 'event', 'fee_order', 'city_row'].map(of.rows)).toEqual(stored)
  })

  it('keeps what nothing came of, until it can be taken or somebody says why not', async () => {
    const { of, nothing } = await deskWithFile()
    const { payments } = of.desk.acts
    await previewed(of)
    await payments.take()
    const { rows, total } = payments.unmatched()
    expect([rows.map(({ why }) => why), total]).toEqual([
      ['amount-differs', 'nobody', 'no-application', 'result-unknown'],
      4,
    ])
    const [, nobody, without, odd] = rows
    expect([without?.pupil?.studentId, nobody?.pupil, odd?.canRetry]).toEqual([
      nothing?.studentId,
      null,
      false,
    ])
    of.applied(2)
    const { counts, view } = await payments.retry(null)
    expect(counted(counts)).toEqual({ begins: 1, 'amount-differs': 1, nobody: 1 })
    expect(view.total).toBe(3)
    expect(payments.settle(nobody?.rowId ?? '', '别校学生，已告知区里').total).toBe(2)
    await previewed(of)
    await payments.take()
    expect(payments.unmatched().total).toBe(2)
  })

  it('belongs to whoever chose it: it is gone when the desk was locked', async () => {
    const { of } = await deskWithFile()
    await previewed(of)
    of.desk.lock('asked')
    await signInAs(of.desk)
    expect(await of.desk.acts.payments.take()).toEqual({ kind: 'refused', why: 'nothing-chosen' })
  })

  it('is not taken for another pupil’s, where 教育ID and number are of two', async () => {
    const of = await cityDesk()
    const [one, other] = [of.applied(0), of.applied(1)]
    of.choose(HEAD + line(one.educationId, 'N-1'))
    await previewed(of)
    await of.desk.acts.payments.take()
    of.choose(HEAD + line(other.educationId, 'N-1') + line('', 'N-1', '15', '已退款'))
    expect(inShort(await previewed(of))).toEqual(['2 contradicts', '3 refunded'])
  })

  it('that is none says so, and one that is called off says nothing', async () => {
    const of = await cityDesk()
    const { payments } = of.desk.acts
    of.choose('姓名,班级\n王小明,三年级2班\n')
    expect(await payments.open()).toEqual({ kind: 'refused', why: 'no-columns' })
    of.choose('')
    expect(await payments.open()).toEqual({ kind: 'refused', why: 'empty' })
    of.choose(null)
    expect(await payments.open()).toBeNull()
  })
})
