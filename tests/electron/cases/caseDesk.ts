import { expect } from 'vitest'
import { beijingMidnight, type CalendarDate } from '../../../core/calendarDate.ts'
import type { CardRead } from '../../../core/cardRead.ts'
import type { CaseWish } from '../../../core/case/caseWish.ts'
import type { CaseAnswer, CaseShown } from '../../../core/caseRequests.ts'
import { storeCaseAct } from '../../../db/caseActs.ts'
import type { Database } from '../../../db/database.ts'
import { bmac } from '../../core/builders.ts'
import { byClerk } from '../../helpers/newCardActs.ts'
import { openDesk, type OpenDesk } from '../openDesk.ts'

const HOUR = 3_600_000
export const date = (text: string): CalendarDate => text as CalendarDate
export const morning = (text: string): number => beijingMidnight(date(text)) + 9 * HOUR

/** A chip nobody has on record: the new card's. */
export const NEW_CHIP: CardRead = bmac({ number: '1000751234567890', uid: 'A1B2C3D4' })

/** A pupil with a good card, and that card's number. */
function somebody(db: Database): { studentId: string; cardId: string; number: string } {
  const found = db
    .prepare(
      `SELECT student.id AS studentId, card.id AS cardId, value AS number
       FROM student JOIN school ON school.id = school_id AND own = 1 JOIN card ON card.student_id = student.id
       JOIN card_identifier ON card_id = card.id AND kind = 'bmac'
       JOIN photo ON photo.student_id = student.id
       WHERE enrolment = 'enrolled' AND state = 'ACTIVE' ORDER BY student.id LIMIT 1`,
    )
    .get()
  return found as { studentId: string; cardId: string; number: string }
}

export async function aCase() {
  const open = await openDesk()
  const { desk, clock } = open
  const pupil = somebody(open.db())
  const { studentId } = pupil
  const ask = (wish: CaseWish): Promise<CaseAnswer> => desk.acts.cases.act(wish)
  async function act(wish: CaseWish): Promise<CaseShown> {
    const answer = await ask(wish)
    if (answer.kind === 'refused') throw new Error(`Refused: ${answer.why}`)
    return answer.page
  }
  const page = (): CaseShown => {
    const shown = desk.acts.cases.page(studentId)
    if (shown === null) throw new Error('Nobody is shown.')
    return shown
  }
  const tap = async (card: CardRead, otherNumber: string | null = null): Promise<string> => {
    await open.laidAtDoor(card, otherNumber)
    return open.taps.at(-1)?.tapId ?? ''
  }
  return { ...open, ...pupil, ask, act, page, tap, at: (text: string) => clock.set(morning(text)) }
}

/** As the city's file tells it. */
export function paid(open: OpenDesk, studentId: string, on: string): void {
  const decision = storeCaseAct(open.db(), {
    ...byClerk('city', open.clock.now()),
    command: {
      type: 'payment.told',
      payload: {
        studentId,
        orderId: 'o-city',
        cityNo: 'P-1',
        on: date(on),
        fen: 1_500,
        result: 'paid',
      },
    },
    conditions: {
      ...{ isSupervisor: false, tapped: null, window: () => 'open', clockBehind: false },
      ...{ online: true, mayReactivate: false },
    },
    reason: null,
  })
  expect(decision.kind).toBe('done')
}

/** Received by hand, without a list. */
export function arrived(open: OpenDesk, studentId: string, cardId: string): void {
  const decision = storeCaseAct(open.db(), {
    ...byClerk('operator-1', open.clock.now()),
    command: { type: 'card.arrived', payload: { studentId, cardId, identifiers: [] } },
    conditions: {
      ...{ isSupervisor: false, tapped: null, window: () => 'open', clockBehind: false },
      ...{ online: false, mayReactivate: false },
    },
    reason: null,
  })
  expect(decision.kind).toBe('done')
}
