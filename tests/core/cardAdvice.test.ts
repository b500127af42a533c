import { expect, it } from 'vitest'
import { cardAdvice, uidKind } from '../../core/cardAdvice.ts'
import type { CardRead } from '../../core/cardRead.ts'
import { bmac } from './builders.ts'

const T_UNION: CardRead = {
  family: 't-union',
  number: '3105170010170907984',
  uid: null,
  transitType: 'student',
  transit: null,
}

it.each<readonly [string, CardRead, string, string]>([
  ['a student card', bmac(), 'good', 'fixed'],
  ['one whose UID is random', bmac({ uid: null }), 'good', 'random'],
  ['one of the national kind', T_UNION, 'good', 'random'],
  ['a first student card', { family: 'm1', uid: 'AABBCCDD' }, 'm1-uid-only', 'fixed'],
  ['a bank card', { family: 'other-cpu', uid: '04AABBCC' }, 'not-a-student-card', 'fixed'],
  ['a CPU card without number', { family: 'other-cpu', uid: null }, 'temporary-number', 'random'],
  ['a phone', { family: 'phone' }, 'temporary-number', 'random'],
])('%s', (_name, read, advice, uid) => {
  expect([cardAdvice(read), uidKind(read)]).toEqual([advice, uid])
})
