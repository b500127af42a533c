import { expect, it } from 'vitest'
import { bmac } from '../../core/builders.ts'
import { everyRow, replayInto } from '../../helpers/foundAgain.ts'
import { arrivalDesk, line, numberOf, received, type ArrivalDesk } from './arrivalDesk.ts'

const ROW = { deliveryId: null, rowId: null, educationId: null, printedNumber: '' }

/** Does it, and says how many rows of the outbox and of the log it left. */
async function left(of: ArrivalDesk, act: () => unknown): Promise<readonly number[]> {
  const now = (): readonly number[] => ['outbox', 'audit'].map(of.rows)
  const [queued = 0, logged = 0] = now()
  await act()
  const [then = 0, later = 0] = now()
  return [then - queued, later - logged]
}

async function deskWithPupils() {
  const of = await arrivalDesk()
  const [one, two, three, four] = of.pupils
  if (!one || !two || !three || !four) throw new Error('There are too few pupils.')
  return { of, one, two, three, four }
}

it('each act on a list is one row of the outbox and one of the log', async () => {
  const { of, one, two, three, four } = await deskWithPupils()
  const { arrivals } = of
  of.choose(`姓名,教育ID\n某某,${one.educationId}\n外校生,00000000\n`)
  await arrivals.openFile()
  // Its pupils are shown for the first time, which is a look with a row of its own.
  expect(await left(of, () => arrivals.takeFile())).toEqual([1, 2])
  const nobody = arrivals.view(null).lines.find(({ pupil }) => pupil === null)?.rowId ?? ''
  const given = { ...ROW, rowId: nobody, studentId: two.studentId, printedNumber: numberOf(7) }
  expect(await left(of, () => arrivals.add(given))).toEqual([1, 1])
  const typed = { ...ROW, studentId: three.studentId }
  expect(await left(of, () => arrivals.add(typed))).toEqual([1, 1])
  expect(await left(of, () => arrivals.add(given))).toEqual([1, 1])
  expect(await left(of, () => arrivals.drop({ deliveryId: null, rowId: nobody }))).toEqual([1, 1])
  expect(await left(of, () => arrivals.drop({ deliveryId: null, rowId: nobody }))).toEqual([0, 0])
  expect(await left(of, () => arrivals.add(given))).toEqual([0, 0])
  const hand = { studentId: four.studentId }
  expect(await left(of, () => of.receive({ by: 'hand' }, hand))).toEqual([1, 1])
  expect(await left(of, () => of.receive({ by: 'hand' }, hand))).toEqual([0, 0])
})

it('a day of arrivals is the same again on a backup from before it', async () => {
  const { of, one, two, three, four } = await deskWithPupils()
  const { arrivals } = of
  const made = of.applied(4)
  of.act({
    type: 'application.told',
    payload: { studentId: made.studentId, word: 'in-production', on: '2026-09-01' as never },
  })
  const back = of.backup()
  const lines = await of.listed(
    line(one.educationId, numberOf(1)) +
      line(two.educationId) +
      line(made.educationId, numberOf(5)) +
      line('00000000', numberOf(4), '外校生') +
      line('1234567'),
  )
  const rowOf = (studentId: string | null) =>
    lines.find(({ pupil }) => (pupil?.studentId ?? null) === studentId)?.rowId ?? ''
  arrivals.add({ ...ROW, rowId: rowOf(null), studentId: three.studentId })
  await of.tap(bmac({ number: numberOf(1), uid: '0A0B0C0D' }))
  received(await of.receive({ by: 'tick', rowId: rowOf(two.studentId) }))
  const slip = received(await of.receive({ by: 'hand' }, { studentId: four.studentId }))
  const undone = { deliveryId: null, studentId: four.studentId, cmdIds: slip.cmdIds }
  expect(await arrivals.undo(undone)).toMatchObject({ kind: 'undone' })
  received(await of.receive({ by: 'hand' }, { studentId: of.pupils[5]?.studentId ?? '' }))
  const rowId = rowOf(made.studentId)
  const wish = { deliveryId: null, rowId, studentId: null, how: 'unreadable' } as const
  received(await arrivals.damaged(wish))
  await arrivals.giveBack({
    ...{ deliveryId: null, cards: [{ ...made, cardId: `${made.applicationId}.1` }] },
    ...{ to: { kind: 'district' }, reason: '读不出' },
  })
  arrivals.add({ ...ROW, studentId: four.studentId, printedNumber: numberOf(8) })
  const typed = arrivals.add({ ...ROW, studentId: three.studentId })
  if (typed.kind === 'refused') throw new Error(typed.why)
  arrivals.drop({ deliveryId: null, rowId: typed.view.lines[0]?.rowId ?? '' })
  expect([of.rows('delivery'), of.rows('delivery_row')]).toEqual([2, 7])
  replayInto(back, of.database)
  expect(everyRow(back)).toEqual(everyRow(of.database))
})

it('a list begins with its first typed card, and with one that came and was on none', async () => {
  const { of, one, two } = await deskWithPupils()
  const back = of.backup()
  received(await of.receive({ by: 'hand' }, { studentId: one.studentId }))
  of.arrivals.add({ ...ROW, studentId: two.studentId })
  expect([of.rows('delivery'), of.rows('delivery_row')]).toEqual([1, 2])
  replayInto(back, of.database)
  expect(everyRow(back)).toEqual(everyRow(of.database))
})

it('a bad card that is taken back on the pupil’s page stays arrived, on its row', async () => {
  const { of, one } = await deskWithPupils()
  const { studentId } = one
  const [row] = await of.listed(line(one.educationId, numberOf(1)))
  const wish = { deliveryId: null, rowId: row?.rowId ?? '', studentId: null } as const
  const { cmdIds } = received(await of.arrivals.damaged({ ...wish, how: 'broken' }))
  const undone = { act: 'undo', studentId, cmdId: cmdIds[1] ?? '' } as const
  expect(await of.desk.acts.cases.act(undone)).toMatchObject({ kind: 'done' })
  expect(of.arrivals.view(null).counts).toMatchObject({ arrived: 1, damaged: 0, missing: 0 })
})

it('a bad card that is taken back on the list is the same again on a backup from before it', async () => {
  const { of, one } = await deskWithPupils()
  const back = of.backup()
  const { studentId } = one
  const [row] = await of.listed(line(one.educationId, numberOf(1)))
  const wish = { deliveryId: null, rowId: row?.rowId ?? '', studentId: null } as const
  const { cmdIds } = received(await of.arrivals.damaged({ ...wish, how: 'broken' }))
  await of.arrivals.undo({ deliveryId: null, studentId, cmdIds })
  expect(of.database.prepare('SELECT card_id, arrived_at FROM delivery_row').all()).toEqual([
    { card_id: null, arrived_at: null },
  ])
  replayInto(back, of.database)
  expect(everyRow(back)).toEqual(everyRow(of.database))
})

it('an arrival that is taken back on the pupil’s page leaves its row waiting', async () => {
  const { of, one } = await deskWithPupils()
  const back = of.backup()
  const { studentId } = one
  const [row] = await of.listed(line(one.educationId, numberOf(1)))
  const { cmdIds } = received(await of.receive({ by: 'tick', rowId: row?.rowId ?? '' }))
  const [cmdId = ''] = cmdIds
  expect(await of.desk.acts.cases.act({ act: 'undo', studentId, cmdId })).toMatchObject({
    kind: 'done',
  })
  expect(of.database.prepare('SELECT card_id, arrived_at FROM delivery_row').all()).toEqual([
    { card_id: null, arrived_at: null },
  ])
  replayInto(back, of.database)
  expect(everyRow(back)).toEqual(everyRow(of.database))
})
