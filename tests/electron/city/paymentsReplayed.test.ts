import { expect, it } from 'vitest'
import { everyRow, replayInto } from '../../helpers/foundAgain.ts'
import { cityDesk, type CityDesk } from './cityDesk.ts'

const HEAD = '教育ID,订单号,金额,支付时间,支付状态\n'
const line = (id: string, no: string, result = '支付成功'): string =>
  `${id},${no},15.00,2026-10-12 09:31:05,${result}\n`

async function take(of: CityDesk, text: string): Promise<void> {
  of.choose(HEAD + text)
  await of.desk.acts.payments.open()
  expect(await of.desk.acts.payments.take()).toMatchObject({ kind: 'taken', left: 0 })
}

/** Lost and applied for, by whoever is at the desk. */
async function applies({ desk, pupils, clock }: CityDesk, n: number): Promise<void> {
  const { studentId = '', cardId = '' } = pupils[n] ?? {}
  const reportedAt = clock.now()
  const { cases } = desk.acts
  await cases.act({ act: 'report-loss', studentId, cardId, reportedAt, where: null })
  const wish = { act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver: null } as const
  expect(await cases.act(wish)).toMatchObject({ kind: 'done' })
}

const stored = (of: CityDesk): readonly number[] => ['outbox', 'audit'].map(of.rows)
const more = (now: readonly number[], before: readonly number[]): readonly number[] =>
  now.map((n, at) => n - (before[at] ?? 0))

it('a payment that is kept, and one that is settled, is one row of the outbox and one of the log', async () => {
  const of = await cityDesk()
  const before = stored(of)
  await take(of, line('00000000', 'N-1') + line(of.pupils[0]?.educationId ?? '', 'N-2', '好的'))
  // and one of the log for the look before, and one for the file
  expect(more(stored(of), before)).toEqual([2, 4])
  const { payments } = of.desk.acts
  const [kept] = payments.unmatched().rows
  const then = stored(of)
  payments.settle(kept?.rowId ?? '', '别校学生')
  payments.settle(kept?.rowId ?? '', '又一次')
  expect(more(stored(of), then)).toEqual([1, 1])
  const settled = stored(of)
  await payments.retry(null)
  expect(stored(of)).toEqual(settled)
})

it('payments that were kept, taken after all and settled are the same on a backup from before', async () => {
  const of = await cityDesk()
  const whole = of.applied(0)
  const [, second, third] = of.pupils
  const back = of.backup()
  await take(
    of,
    line(whole.educationId, 'N-1') +
      line(second?.educationId ?? '', 'N-2') +
      line('00000000', 'N-3') +
      line(third?.educationId ?? '', 'N-4', '好的') +
      line('', 'N-9'),
  )
  const { payments } = of.desk.acts
  const [, nobody] = payments.unmatched().rows
  payments.settle(nobody?.rowId ?? '', '别校学生，已告知区里')
  await applies(of, 1)
  expect((await payments.retry(null)).counts).toMatchObject({ confirmed: 1 })
  await take(of, line('00000000', 'N-3') + line(third?.educationId ?? '', 'N-5'))
  expect([of.rows('city_row'), payments.unmatched().total]).toEqual([5, 3])
  replayInto(back, of.database)
  expect(everyRow(back)).toEqual(everyRow(of.database))
})
