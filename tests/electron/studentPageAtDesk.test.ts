import { expect, it } from 'vitest'
import { MONDAY } from './builders.ts'
import { openDesk } from './openDesk.ts'

/** Every text in an answer, wherever it stands. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) yield* textsIn(one)
}

it('no number longer than a tail leaves with any page of the rehearsal school', async () => {
  const open = await openDesk()
  const db = open.db()
  const numbers = db
    .prepare(
      `SELECT value FROM card_identifier
       UNION SELECT education_id FROM student WHERE education_id IS NOT NULL`,
    )
    .all() as { value: string }[]
  expect(numbers.length).toBeGreaterThan(1_000)
  for (const id of ['valid', 'lost', 'holds-two', 'same-name-1', 'transferred', 'valid-m1']) {
    const { person } = await open.tapped(id)
    const page = open.desk.lookUp.page(person?.studentId ?? '')
    const history = open.desk.lookUp.history(person?.studentId ?? '', 'card')
    expect(history?.some((entry) => entry.kind === 'tap')).toBe(true)
    for (const text of textsIn([page, history]))
      expect(numbers.filter(({ value }) => text.includes(value))).toEqual([])
    for (const { tail } of page?.cards.flatMap((card) => card.numbers) ?? [])
      expect(tail).toMatch(/^[0-9A-F]{4}$/)
  }
})

it('a tap of a card is on its pupil’s page, with the fare dates the chip told', async () => {
  const { desk, tapped } = await openDesk()
  const { person, validities } = await tapped('valid-transit-expired')
  const page = desk.lookUp.page(person?.studentId ?? '')
  expect(page?.person).toEqual(person)
  expect(page?.validities).toEqual(validities)
  expect(page?.transitReadAt).toBe(MONDAY)
  expect(desk.lookUp.educationId(person?.studentId ?? '', 'card')).toMatch(/^\d{8}$/)
})
