import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardIdentifier, IdentifierKind } from '../../core/card.ts'
import { matchCard, type CardMatch } from '../../core/matching.ts'
import type { RollCard } from '../../core/roll.ts'
import {
  cardsOfStudent,
  countActiveCards,
  findCandidates,
  getCard,
  identifiersOfCard,
} from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { aCard, aRoll } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'

const NUMBER = '1000751012345678'
const UID = '04A1B2C3D4E5F6'
const bmac = (value: string): CardIdentifier => ({ kind: 'bmac', value })
const printed = (value: string): CardIdentifier => ({ kind: 'printed', value })
const uid = (value: string): CardIdentifier => ({ kind: 'uid', value })

function dbWith(...cards: readonly Partial<RollCard>[]): Database {
  const db = testDb()
  load(db, cards)
  return db
}

function load(db: Database, cards: readonly Partial<RollCard>[]): void {
  const rows = cards.map((card, n) => aCard({ id: `card-${n + 1}`, ...card }))
  expect(replaceRoll(db, aRoll({ cards: rows })).kind).toBe('taken')
}

const match = (db: Database, ...read: readonly CardIdentifier[]): CardMatch =>
  matchCard(read, findCandidates(db, read))

describe('a card is found', () => {
  it('by its chip number', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER)] })
    expect(match(db, bmac(NUMBER))).toEqual({ kind: 'card', cardId: 'card-1' })
  })

  it('by its UID alone', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER), uid(UID)] })
    expect(match(db, uid(UID))).toEqual({ kind: 'card', cardId: 'card-1' })
  })

  it('by a chip number that begins the printed one', () => {
    const db = dbWith({ identifiers: [printed(`${NUMBER}123`)] })
    expect(match(db, bmac(NUMBER))).toEqual({ kind: 'card', cardId: 'card-1' })
  })

  it('by a chip number that is the printed one', () => {
    const db = dbWith({ identifiers: [printed(NUMBER)] })
    expect(match(db, bmac(NUMBER))).toEqual({ kind: 'card', cardId: 'card-1' })
  })

  it('with everything that is recorded of it', () => {
    const identifiers = [bmac(NUMBER), printed(`${NUMBER}1`), uid(UID)]
    const db = dbWith({ identifiers })
    const [candidate] = findCandidates(db, [uid(UID)])
    expect(candidate).toMatchObject({ cardId: 'card-1', foundBy: uid(UID) })
    expect(candidate?.recorded).toHaveLength(3)
    expect(candidate?.recorded).toEqual(expect.arrayContaining(identifiers))
  })
})

describe('a card is not found', () => {
  it('by a number nobody has recorded', () => {
    expect(match(dbWith({}), bmac('1000751099999999'))).toEqual({ kind: 'none' })
  })

  it('by the beginning of a printed number that is no whole chip number', () => {
    const db = dbWith({ identifiers: [printed(NUMBER)] })
    expect(match(db, bmac(NUMBER.slice(0, 15)))).toEqual({ kind: 'none' })
  })

  it('by a number of another kind', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER)] })
    expect(match(db, { kind: 't-union', value: NUMBER })).toEqual({ kind: 'none' })
  })

  it('by an identifier that is history', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER), uid(UID)] })
    db.exec(`UPDATE card_identifier SET valid_to = 1 WHERE kind = 'uid'`)
    expect(match(db, uid(UID))).toEqual({ kind: 'none' })
    expect(findCandidates(db, [bmac(NUMBER)])[0]?.recorded).toEqual([bmac(NUMBER)])
  })

  it('by nothing', () => {
    expect(match(dbWith({}))).toEqual({ kind: 'none' })
  })
})

describe('chip and record disagree', () => {
  it('when the UID belongs to the card and its number does not', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER), uid(UID)] })
    expect(match(db, bmac('1000751099999999'), uid(UID)).kind).toBe('disagree')
  })

  it('when number and UID belong to two cards', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER)] }, { identifiers: [uid(UID)] })
    const found = match(db, bmac(NUMBER), uid(UID))
    expect(found).toEqual({ kind: 'disagree', cardIds: ['card-1', 'card-2'] })
  })
})

describe('any roll and any card at the reader', () => {
  const base = fc.constantFrom('1000000000000000', '1000000000000001', '1000000000000002')
  const tail = fc.constantFrom('', '0', '7', '99', ':', '\u{10FFFF}')
  const value = fc.tuple(base, tail).map(([number, more]) => number + more)
  const kind = fc.constantFrom<IdentifierKind>('bmac', 't-union', 'printed', 'uid')
  const identifier = fc.record({ kind, value })
  const cards = fc.array(fc.array(identifier, { maxLength: 4 }), { maxLength: 6 })
  const read = fc.array(identifier, { maxLength: 3 })

  /** The rule again, without SQL. */
  const points = (by: CardIdentifier, at: CardIdentifier): boolean =>
    (at.kind === by.kind && at.value === by.value) ||
    (by.kind === 'bmac' &&
      by.value.length === 16 &&
      at.kind === 'printed' &&
      at.value.startsWith(by.value))

  it('find exactly the cards the rule says', () => {
    const db = testDb()
    fc.assert(
      fc.property(cards, read, (recorded, identifiers) => {
        load(
          db,
          recorded.map((one) => ({ identifiers: one })),
        )
        const expected = identifiers.flatMap((by, n) =>
          recorded.flatMap((one, card) =>
            one.some((at) => points(by, at)) ? [`${n} card-${card + 1}`] : [],
          ),
        )
        const found = findCandidates(db, identifiers).map(
          (one) => `${identifiers.indexOf(one.foundBy)} ${one.cardId}`,
        )
        expect([...found].sort()).toEqual([...expected].sort())
      }),
      { seed: 20_260_901, numRuns: 300 },
    )
  })
})

describe('a card that was found', () => {
  it('is given as the roll has it', () => {
    const { identifiers, ...card } = aCard({ state: 'LOST', stateBy: '李老师', faceValidTo: null })
    expect(identifiers).not.toEqual([])
    const db = dbWith(card)
    expect(getCard(db, 'card-1')).toEqual(card)
  })

  it('may belong to nobody we know', () => {
    expect(getCard(dbWith({ studentId: null }), 'card-1')?.studentId).toBeNull()
  })

  it('is null when there is none', () => {
    expect(getCard(testDb(), 'card-1')).toBeNull()
  })

  it('is counted with the active cards of its holder', () => {
    const db = dbWith({}, { state: 'REPLACED' }, {}, { studentId: null })
    expect(countActiveCards(db, 'student-1')).toBe(2)
    expect(countActiveCards(db, 'student-2')).toBe(0)
  })

  it('is given with all cards of its holder', () => {
    const db = dbWith({}, { state: 'REPLACED' }, { studentId: null })
    const ids = cardsOfStudent(db, 'student-1').map((card) => card.id)
    expect([...ids].sort()).toEqual(['card-1', 'card-2'])
    expect(cardsOfStudent(db, 'student-1')[0]).toEqual(getCard(db, ids[0] ?? ''))
    expect(cardsOfStudent(db, 'student-2')).toEqual([])
  })

  it('has the identifiers it can be found by, and no history', () => {
    const db = dbWith({ identifiers: [bmac(NUMBER), uid(UID)] })
    db.exec(`UPDATE card_identifier SET valid_to = 1 WHERE kind = 'uid'`)
    expect(identifiersOfCard(db, 'card-1')).toEqual([bmac(NUMBER)])
  })
})
