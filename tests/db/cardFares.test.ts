import { expect, it } from 'vitest'
import type { FareFacts } from '../../core/validity.ts'
import { getCardFare, keepCardFare } from '../../db/cardFares.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { recordTap } from '../../db/taps.ts'
import { aCard, aRoll, date } from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { failureOf } from '../helpers/testDbFiles.ts'
import { aTap } from '../helpers/testDbTaps.ts'

const FARE: FareFacts = {
  enabled: true,
  blacklisted: false,
  transit: { from: date('2024-09-01'), to: date('2027-09-30') },
}
const SILENT: FareFacts = { enabled: null, blacklisted: null, transit: null }

function dbWithCard() {
  const db = testDb()
  replaceRoll(db, aRoll())
  return db
}

it('what a chip told comes back, and so does what it did not tell', () => {
  const db = dbWithCard()
  expect(getCardFare(db, 'card-1')).toBeNull()
  for (const fare of [FARE, { ...FARE, enabled: false, blacklisted: true }, SILENT]) {
    keepCardFare(db, 'card-1', { readAt: 42, fare })
    expect(getCardFare(db, 'card-1')).toEqual({ readAt: 42, fare })
  }
})

it('a tap of a known card keeps it, as of the tap', () => {
  const db = dbWithCard()
  recordTap(db, { ...aTap(), at: 7, fare: SILENT })
  recordTap(db, { ...aTap(), at: 8, fare: FARE })
  expect(getCardFare(db, 'card-1')).toEqual({ readAt: 8, fare: FARE })
})

it('a tap by which the chip told nothing leaves what it told before', () => {
  const db = dbWithCard()
  recordTap(db, { ...aTap(), at: 7, fare: FARE })
  recordTap(db, { ...aTap(), at: 8, fare: null })
  expect(getCardFare(db, 'card-1')?.readAt).toBe(7)
})

it('a card nobody knows leaves nothing', () => {
  const db = dbWithCard()
  recordTap(db, { ...aTap({ cardId: null }), fare: FARE })
  expect(db.prepare('SELECT count(*) AS n FROM card_fare').get()).toEqual({ n: 0 })
})

it('stands or falls with its tap', () => {
  const db = dbWithCard()
  recordTap(db, aTap({ tapId: 'tap-1' }))
  expect(failureOf(() => recordTap(db, { ...aTap({ tapId: 'tap-1' }), fare: FARE })).code).toBe(
    'internal',
  )
  expect(getCardFare(db, 'card-1')).toBeNull()
})

it('stays when a roll names the card again, and goes with the card', () => {
  const db = dbWithCard()
  keepCardFare(db, 'card-1', { readAt: 42, fare: FARE })
  replaceRoll(db, aRoll({ version: 2 }))
  expect(getCardFare(db, 'card-1')?.readAt).toBe(42)
  expect(replaceRoll(db, aRoll({ version: 3, cards: [aCard({ id: 'card-2' })] })).kind).toBe(
    'taken',
  )
  expect(getCardFare(db, 'card-1')).toBeNull()
})
