import { expect, it } from 'vitest'
import type { AuditAct } from '../../../core/audit.ts'
import { deliveryLists } from '../../../electron/arrival/deliveryLists.ts'
import type { ArrivalParts } from '../../../electron/arrival/arrivalParts.ts'
import { cityPayments } from '../../../electron/city/cityPayments.ts'
import { workHere } from '../workHere.ts'
import { cityDesk } from './cityDesk.ts'

/** A desk that is locked while a file that was read waits for the roll. */
async function lockedOver(text: string) {
  const of = await cityDesk()
  of.choose(text)
  const shown: AuditAct[] = []
  let waits = (): void => undefined
  let goOn = (): void => undefined
  const waiting = new Promise<void>((resolve) => (waits = resolve))
  const settled = new Promise<void>((resolve) => (goOn = resolve))
  const parts: Partial<ArrivalParts> = {
    school: () => ({ data: { db: of.database } }) as ReturnType<ArrivalParts['school']>,
    work: workHere,
    hands: { chooseFile: () => Promise.resolve(`${of.folder}/file.csv`) },
    audit: (act) => shown.push(act),
    onProgress: () => undefined,
    settled() {
      waits()
      return settled
    },
  }
  return { of, parts: parts as ArrivalParts, shown, waiting, goOn: () => goOn() }
}

it('a list that was read for somebody who is gone is not there to be taken', async () => {
  const { parts, waiting, goOn } = await lockedOver('姓名,教育ID\n外校生,00000000\n')
  const lists = deliveryLists(parts)
  const opened = lists.openFile()
  await waiting
  lists.forget()
  goOn()
  await expect(opened).rejects.toMatchObject({ code: 'called-off' })
  expect(lists.takeFile()).toEqual({ kind: 'refused', why: 'nothing-chosen' })
})

it('payments that were read for somebody who is gone are neither shown nor there to be taken', async () => {
  const head = '教育ID,订单号,金额,支付时间,支付状态\n'
  const { parts, waiting, goOn, shown } = await lockedOver(
    `${head}00000000,N-1,15.00,2026-10-12 09:31:05,支付成功\n`,
  )
  const payments = cityPayments(parts)
  const opened = payments.open()
  await waiting
  payments.forget()
  goOn()
  await expect(opened).rejects.toMatchObject({ code: 'called-off' })
  expect([shown, await payments.take()]).toEqual([[], { kind: 'refused', why: 'nothing-chosen' }])
})
