import { describe, expect, it } from 'vitest'
import { bmac } from '../../core/builders.ts'
import { arrivalDesk, HEAD, line, numberOf, received } from './arrivalDesk.ts'

/** Three pupils: one whose card is made, one the desk knows nothing of, one whose number the list does not say. */
async function deskWithList() {
  const of = await arrivalDesk()
  const made = of.applied(0)
  of.act({
    type: 'application.told',
    payload: { studentId: made.studentId, word: 'in-production', on: '2026-09-01' as never },
  })
  const [, second, third] = of.pupils
  if (second === undefined || third === undefined) throw new Error('There are too few pupils.')
  const lines = await of.listed(
    line(made.educationId, numberOf(1)) +
      line(second.educationId, `${numberOf(2)}1234`) +
      line(third.educationId) +
      line('00000000', numberOf(4), '外校生'),
  )
  const rowIdOf = (studentId: string): string =>
    lines.find(({ pupil }) => pupil?.studentId === studentId)?.rowId ?? ''
  return { of, made, second, third, lines, rowIdOf }
}

describe('a list of cards on their way', () => {
  it('is looked through first: whose they are, and what somebody should look at', async () => {
    const of = await arrivalDesk()
    const [one, leaver] = of.pupils
    of.leaves(leaver?.studentId ?? '')
    of.choose(
      HEAD +
        line(one?.educationId ?? '', numberOf(1)) +
        line(leaver?.educationId ?? '', numberOf(2)) +
        line('00000000', numberOf(3), '外校生') +
        line('1234567'),
    )
    expect(await of.arrivals.openFile()).toMatchObject({
      ...{ kind: 'preview', rows: 4, pupils: 2, leavers: 1, nobody: 1, unreadable: 1 },
      again: false,
      lines: [
        { line: 3, why: 'left' },
        { line: 4, why: 'nobody', name: '外校生' },
        { line: 5, why: 'leading-zero-lost' },
      ],
    })
    expect(of.rows('delivery_row')).toBe(0)
    expect(of.arrivals.takeFile()).toMatchObject({ kind: 'done' })
    expect(await of.arrivals.openFile()).toMatchObject({ again: true })
    expect(of.arrivals.takeFile()).toEqual({ kind: 'refused', why: 'listed-already' })
  })

  it('shows who is missing, and whom nobody knows', async () => {
    const { of, lines, made } = await deskWithList()
    const { counts, deliveries } = of.arrivals.view(null)
    expect(counts).toEqual({
      ...{ expected: 4, arrived: 0, missing: 4, extra: 0, damaged: 0, unknown: 1 },
    })
    expect(deliveries).toMatchObject([{ fromFile: true, expected: 4, arrived: 0 }])
    expect(lines[0]).toMatchObject({ pupil: null, listed: { name: '外校生' }, state: 'missing' })
    expect(lines.find(({ pupil }) => pupil?.studentId === made.studentId)).toMatchObject({
      numberTail: numberOf(1).slice(-4),
    })
    const photo = of.database.prepare('SELECT 1 FROM photo WHERE student_id = ?')
    for (const { pupil } of lines)
      expect(pupil?.hasPhoto ?? false).toBe(photo.get(pupil?.studentId) !== undefined)
  })

  it('grows by what is typed, gives a row its pupil, and loses what is dropped', async () => {
    const { of, lines, second } = await deskWithList()
    const wish = { deliveryId: null, rowId: null, educationId: null, printedNumber: '' }
    const add = (part: object) => of.arrivals.add({ ...wish, studentId: null, ...part })
    const [nobody] = lines
    expect(add({ educationId: '00000000' })).toEqual({ kind: 'refused', why: 'pupil-unknown' })
    expect(add({ studentId: second.studentId, printedNumber: numberOf(1) })).toMatchObject({
      why: 'number-listed',
    })
    const [, , , fourth] = of.pupils
    const given = add({ rowId: nobody?.rowId ?? '', studentId: fourth?.studentId ?? '' })
    expect(given).toMatchObject({ view: { counts: { expected: 4, unknown: 0 } } })
    const typed = add({ educationId: fourth?.educationId ?? '' })
    if (typed.kind === 'refused') throw new Error(typed.why)
    expect(typed.view.deliveries).toMatchObject([{ fromFile: false, expected: 1 }, { expected: 4 }])
    expect(typed.view.lines).toMatchObject([{ numberTail: null }])
    const [{ rowId = '' } = {}] = typed.view.lines
    const wished = { deliveryId: typed.view.deliveryId, rowId }
    expect(of.arrivals.drop(wished)).toMatchObject({
      view: { deliveries: [{ fromFile: true, expected: 4 }] },
    })
    expect(of.arrivals.drop(wished)).toEqual({ kind: 'refused', why: 'row-unknown' })
  })

  it('takes the number on a card as the files do, and refuses what is none', async () => {
    const of = await arrivalDesk()
    const [one, another] = of.pupils
    const wish = { deliveryId: null, rowId: null, educationId: null }
    const add = (studentId = '', printedNumber = '') =>
      of.arrivals.add({ ...wish, studentId, printedNumber })
    for (const number of ['12345', '1000 7599 9999 000A', '1.00076E+15'])
      expect(add(one?.studentId, number)).toEqual({ kind: 'refused', why: 'card-number-malformed' })
    expect(add(one?.studentId, '110101201401010010')).toEqual({
      ...{ kind: 'refused', why: 'identity-number-in-column' },
    })
    expect(of.rows('delivery_row')).toBe(0)
    expect(add(one?.studentId, ' 1000 7599 9999 0001 ')).toMatchObject({
      view: { lines: [{ numberTail: '0001' }] },
    })
    expect(add(another?.studentId, numberOf(1))).toMatchObject({ why: 'number-listed' })
    const scanned = received(await of.receive({ by: 'scan', text: numberOf(1) }))
    expect(scanned).toMatchObject({
      ...{ person: { studentId: one?.studentId }, line: { expected: true, state: 'here' } },
    })
  })
})

describe('a list that is open', () => {
  it('stays open when a row of it is dropped, though another is newer', async () => {
    const { of, lines } = await deskWithList()
    const older = of.arrivals.view(null).deliveryId
    const wish = { rowId: null, educationId: null, printedNumber: '' }
    of.arrivals.add({ ...wish, deliveryId: null, studentId: of.pupils[5]?.studentId ?? '' })
    expect(of.arrivals.view(null).deliveryId).not.toBe(older)
    const [nobody] = lines
    expect(nobody?.pupil).toBeNull()
    expect(of.arrivals.drop({ deliveryId: older, rowId: nobody?.rowId ?? '' })).toMatchObject({
      view: { deliveryId: older, counts: { expected: 3, unknown: 0 } },
    })
  })

  it('has one row at most that waits for a pupil’s card, typed or given', async () => {
    const { of, lines, second } = await deskWithList()
    const { deliveryId } = of.arrivals.view(null)
    const wish = { deliveryId, educationId: null, studentId: second.studentId, printedNumber: '' }
    const refused = { kind: 'refused', why: 'pupil-listed' }
    expect(of.arrivals.add({ ...wish, rowId: null })).toEqual(refused)
    expect(of.arrivals.add({ ...wish, rowId: lines[0]?.rowId ?? '' })).toEqual(refused)
    expect(of.rows('delivery_row')).toBe(4)
    received(await of.receive({ by: 'scan', text: `${numberOf(2)}1234` }))
    expect(of.arrivals.add({ ...wish, rowId: null })).toMatchObject({ kind: 'done' })
  })

  it('is in the log with everybody it names, those of other lists that go back too', async () => {
    const { of, second, rowIdOf } = await deskWithList()
    const { studentId } = second
    const damage = { deliveryId: null, studentId: null, how: 'broken' } as const
    received(await of.arrivals.damaged({ ...damage, rowId: rowIdOf(studentId) }))
    const wish = { deliveryId: null, rowId: null, educationId: null, printedNumber: '' }
    of.arrivals.add({ ...wish, studentId: of.pupils[6]?.studentId ?? '' })
    of.arrivals.view(null)
    const { entries } = of.desk.logBook.page({
      ...{ before: null, operatorId: null, kinds: ['list-shown'], limit: 1 },
    })
    expect(entries).toMatchObject([{ reason: 'deliveries' }])
    expect(entries[0]?.about?.split(' ')).toContain(studentId)
    expect(entries[0]?.about?.split(' ')).toContain(of.pupils[6]?.studentId)
  })
})

describe('a card that comes', () => {
  it('by a tap is whose the list says, with its own numbers and the printed one', async () => {
    const { of, second } = await deskWithList()
    const answer = received(await of.tap(bmac({ number: numberOf(2), uid: '0A0B0C0D' })))
    expect(answer.person.studentId).toBe(second.studentId)
    expect(answer).toMatchObject({
      line: { state: 'here', expected: true },
      counts: { arrived: 1, missing: 3 },
    })
    expect(of.identifiers(answer.line.cardId)).toEqual([
      { kind: 'bmac', value: numberOf(2) },
      { kind: 'printed', value: `${numberOf(2)}1234` },
      { kind: 'uid', value: '0A0B0C0D' },
    ])
    expect(await of.tap(bmac({ number: numberOf(2), uid: '0A0B0C0D' }))).toMatchObject({
      ...{ kind: 'refused', why: 'arrived-already' },
      person: { studentId: second.studentId },
    })
  })

  it('by its printed number or by a tick is the one that was made for the application', async () => {
    const { of, made, third, rowIdOf } = await deskWithList()
    const scanned = received(await of.receive({ by: 'scan', text: numberOf(1) }))
    expect(scanned.line.cardId).toBe(`${made.applicationId}.1`)
    expect(of.caseOf(made.studentId).applications).toMatchObject([{ state: 'ARRIVED' }])
    const tick = { by: 'tick', rowId: rowIdOf(third.studentId) } as const
    const ticked = received(await of.receive(tick))
    expect(of.identifiers(ticked.line.cardId)).toEqual([])
    expect(await of.receive(tick)).toMatchObject({ why: 'arrived-already' })
    const unknownRow = of.arrivals.view(null).lines[0]?.rowId ?? ''
    expect(await of.receive({ by: 'tick', rowId: unknownRow })).toMatchObject({
      why: 'pupil-unknown',
    })
  })

  it('and is nobody’s waits for somebody to choose, and stands beside the list then', async () => {
    const { of } = await deskWithList()
    const [, , , , fifth] = of.pupils
    const card = bmac({ number: numberOf(9), uid: '01020304' })
    expect(await of.tap(card)).toMatchObject({ why: 'nobody', numberTail: '0009', person: null })
    const studentId = fifth?.studentId ?? ''
    const tapId = of.taps.at(-1)?.tapId ?? ''
    const answer = received(await of.receive({ by: 'tap', tapId }, { studentId }))
    expect(answer).toMatchObject({
      line: { expected: false, state: 'here' },
      counts: { extra: 1, missing: 4 },
    })
    expect(await of.receive({ by: 'scan', text: '你好' })).toMatchObject({ why: 'nothing-in-it' })
    expect(await of.receive({ by: 'hand' }, { studentId })).toMatchObject({
      why: 'arrived-already',
    })
    expect(await of.receive({ by: 'tap', tapId: 'another' })).toMatchObject({ why: 'tap-over' })
  })

  it('with another number than the listed one is asked about, and taken without the listed one', async () => {
    const { of, second } = await deskWithList()
    const card = bmac({ number: numberOf(8), uid: '01020308' })
    const studentId = second.studentId
    const asked = await of.tap(card, { studentId })
    expect(asked).toMatchObject({ why: 'number-differs', numberTail: '0008', listedTail: '1234' })
    const tapId = of.taps.at(-1)?.tapId ?? ''
    const how = { by: 'tap', tapId } as const
    const answer = received(await of.receive(how, { studentId, anyway: true }))
    expect(of.identifiers(answer.line.cardId)).toEqual([
      { kind: 'bmac', value: numberOf(8) },
      { kind: 'uid', value: '01020308' },
    ])
  })

  it('and is another pupil’s is not taken in for this one', async () => {
    const { of, second } = await deskWithList()
    const [, , , other] = of.pupils
    const number = of.database
      .prepare(`SELECT value FROM card_identifier WHERE card_id = ? AND kind = 'bmac'`)
      .get(other?.cardId) as { value: string } | undefined
    const answer = await of.receive(
      { by: 'scan', text: number?.value ?? '' },
      { studentId: second.studentId },
    )
    expect(answer).toMatchObject({
      ...{ why: 'number-of-another', person: { studentId: other?.studentId } },
    })
    expect(await of.receive({ by: 'scan', text: number?.value ?? '' })).toMatchObject({
      ...{ why: 'handed-over-already', person: { studentId: other?.studentId } },
    })
  })

  it('is taken back as a slip: expected again, or on no list', async () => {
    const { of, third, rowIdOf } = await deskWithList()
    const { studentId } = third
    const { cmdIds } = received(await of.receive({ by: 'tick', rowId: rowIdOf(studentId) }))
    const undone = await of.arrivals.undo({ deliveryId: null, studentId, cmdIds })
    expect(undone).toMatchObject({ view: { counts: { arrived: 0, missing: 4 } } })
    const [, , , , fifth] = of.pupils
    const extra = received(await of.receive({ by: 'hand' }, { studentId: fifth?.studentId ?? '' }))
    expect(
      await of.arrivals.undo({
        ...{ deliveryId: null, studentId: fifth?.studentId ?? '', cmdIds: extra.cmdIds },
      }),
    ).toMatchObject({ view: { counts: { extra: 0 } } })
  })
})

describe('a bad card that was a slip of the hand', () => {
  const damage = { deliveryId: null, studentId: null, how: 'unreadable' } as const

  it('is taken back with its arrival where both were one', async () => {
    const { of, third, rowIdOf } = await deskWithList()
    const { studentId } = third
    const before = of.caseOf(studentId)
    const bad = received(await of.arrivals.damaged({ ...damage, rowId: rowIdOf(studentId) }))
    expect(bad).toMatchObject({
      undoUntil: expect.any(Number) as number,
      line: { state: 'damaged' },
    })
    const wish = { deliveryId: null, studentId, cmdIds: bad.cmdIds }
    expect(await of.arrivals.undo(wish)).toMatchObject({
      view: { counts: { arrived: 0, missing: 4, damaged: 0 }, damaged: [] },
    })
    expect(of.caseOf(studentId).cards).toEqual(before.cards)
    expect(await of.arrivals.undo(wish)).toMatchObject({ kind: 'refused' })
  })

  it('lies here again where it had come before', async () => {
    const { of, third, rowIdOf } = await deskWithList()
    const { studentId } = third
    const rowId = rowIdOf(studentId)
    received(await of.receive({ by: 'tick', rowId }))
    const { cmdIds } = received(await of.arrivals.damaged({ ...damage, rowId }))
    expect(await of.arrivals.undo({ deliveryId: null, studentId, cmdIds })).toMatchObject({
      view: { counts: { arrived: 1, missing: 3, damaged: 0 } },
    })
  })

  it('is told as final where a new one is being made already', async () => {
    const { of, made, rowIdOf } = await deskWithList()
    const rowId = rowIdOf(made.studentId)
    expect(received(await of.arrivals.damaged({ ...damage, rowId })).undoUntil).toBeNull()
  })

  it('is none of a card that was handed over since, nor of one that is bad already', async () => {
    const { of, made, third, rowIdOf } = await deskWithList()
    const rowId = rowIdOf(made.studentId)
    const { line: came } = received(await of.receive({ by: 'tick', rowId }))
    expect(came).toMatchObject({ state: 'here', lies: true })
    const { studentId } = made
    of.database
      .prepare(`UPDATE card SET state = 'ACTIVE' WHERE id = ?`)
      .run(`${made.applicationId}.1`)
    const [line] = of.arrivals
      .view(null)
      .lines.filter(({ pupil }) => pupil?.studentId === studentId)
    expect(line).toMatchObject({ state: 'here', lies: false })
    const before = of.rows('outbox')
    expect(await of.arrivals.damaged({ ...damage, rowId })).toMatchObject({
      ...{ kind: 'refused', why: 'handed-on', person: { studentId } },
    })
    expect(of.rows('outbox')).toBe(before)
    const bad = { ...damage, rowId: rowIdOf(third.studentId) }
    received(await of.arrivals.damaged(bad))
    expect(await of.arrivals.damaged(bad)).toMatchObject({ why: 'handed-on' })
  })
})

describe('a card that goes back', () => {
  it('came broken: it is made again without a fee, and waits for its return', async () => {
    const { of, made, rowIdOf } = await deskWithList()
    const rowId = rowIdOf(made.studentId)
    const wish = { deliveryId: null, rowId, studentId: null, how: 'unreadable' } as const
    expect(received(await of.arrivals.damaged(wish)).line.state).toBe('damaged')
    expect(of.caseOf(made.studentId)).toMatchObject({
      applications: [{ state: 'IN_PRODUCTION', cardId: `${made.applicationId}.2` }],
    })
    const { damaged, counts } = of.arrivals.view(null)
    expect(counts).toMatchObject({ arrived: 1, damaged: 1 })
    expect(damaged).toMatchObject([{ cardId: `${made.applicationId}.1` }])
    const back = await of.arrivals.giveBack({
      ...{ deliveryId: null, cards: [{ ...made, cardId: `${made.applicationId}.1` }] },
      ...{ to: { kind: 'district' }, reason: '读不出' },
    })
    expect(back).toMatchObject({ returned: 1, refused: {}, view: { damaged: [] } })
    expect(back.view.lines.find((one) => one.rowId === rowId)?.state).toBe('returned')
  })

  it('is a leaver’s: received as a fact, and listed apart', async () => {
    const { of, second } = await deskWithList()
    of.leaves(second.studentId)
    received(await of.receive({ by: 'scan', text: `${numberOf(2)}1234` }))
    const { leavers, lines } = of.arrivals.view(null)
    expect(leavers).toMatchObject([{ pupil: { studentId: second.studentId }, numberTail: '1234' }])
    expect(lines.find(({ left }) => left)).toMatchObject({ state: 'here' })
    const [{ cardId = '' } = {}] = leavers
    const wish = { to: { kind: 'school', name: '另一所学校' }, reason: '已转出' } as const
    const card = { studentId: second.studentId, cardId }
    expect(await of.arrivals.giveBack({ deliveryId: null, cards: [card], ...wish })).toMatchObject({
      ...{ returned: 1, view: { leavers: [] } },
    })
    expect(await of.arrivals.giveBack({ deliveryId: null, cards: [card], ...wish })).toMatchObject({
      ...{ returned: 0, refused: { 'card-not-returnable': 1 } },
    })
  })
})
