import { describe, expect, it } from 'vitest'
import { ruleOf } from '../../core/channelRights.ts'
import { REQUEST_NAMES, type Args, type RequestName } from '../../core/contract.ts'
import { errorCode } from '../../core/errors.ts'
import { ROLES, type Operator, type Role } from '../../core/staff.ts'
import { checkRight } from '../../electron/allowed.ts'

/** An example of each request's arguments, and the most that can be asked with it. */
const ASKED: { readonly [N in RequestName]: Args<N> } = {
  'desk.state': null,
  'desk.retry': null,
  'settings.change': { kiosk: false },
  'taps.recent': { limit: 10 },
  'tap.current': null,
  'photo.get': { studentId: 's-1' },
  'search.find': { text: '张', limit: 5 },
  'scan.look': { text: '20131234' },
  'student.page': { studentId: 's-1' },
  'student.educationId': { studentId: 's-1', reason: 'card' },
  'devices.view': null,
  'devices.test': { on: true },
  'rehearsal.samples': null,
  'rehearsal.tap': { sampleId: 'valid' },
  'rehearsal.setClock': { at: null },
}

/** Who may ask what, written out by hand: neither the table of rights nor the channels are asked. */
const PUPILS: readonly Role[] = ['clerk', 'supervisor']
const MAY: Readonly<Record<RequestName, readonly Role[] | 'signed out too'>> = {
  'desk.state': 'signed out too',
  'desk.retry': 'signed out too',
  'settings.change': ['administrator'],
  'taps.recent': PUPILS,
  'tap.current': PUPILS,
  'photo.get': PUPILS,
  'search.find': PUPILS,
  'scan.look': PUPILS,
  'student.page': PUPILS,
  'student.educationId': PUPILS,
  'devices.view': ROLES,
  'devices.test': ROLES,
  'rehearsal.samples': ROLES,
  'rehearsal.tap': ROLES,
  'rehearsal.setClock': ROLES,
}

const someone = (...roles: readonly Role[]): Operator => ({ id: 'o-1', name: '某人', roles })

function answer(operator: Operator | null, name: RequestName, args: Args<RequestName>): string {
  try {
    checkRight(operator, name, args)
    return 'allowed'
  } catch (thrown) {
    return errorCode(thrown)
  }
}

describe('A17 every channel × every role', () => {
  it.each(REQUEST_NAMES)('%s', (name) => {
    const may = MAY[name]
    for (const role of ROLES) {
      const allowed = may === 'signed out too' || may.includes(role)
      expect([role, answer(someone(role), name, ASKED[name])]).toEqual([
        role,
        allowed ? 'allowed' : 'right-missing',
      ])
    }
  })

  it.each(REQUEST_NAMES)('%s: signed out', (name) => {
    const expected = MAY[name] === 'signed out too' ? 'allowed' : 'signed-out'
    expect(answer(null, name, ASKED[name])).toBe(expected)
  })

  it.each(REQUEST_NAMES)('%s: a person without a role', (name) => {
    const ofEverybody = ['anyone', 'signed-in'].includes(ruleOf(name, ASKED[name] as never))
    expect(answer(someone(), name, ASKED[name])).toBe(ofEverybody ? 'allowed' : 'right-missing')
  })
})

describe('what a person may set for the own eyes and ears', () => {
  it.each([{ language: 'en' }, { muted: true }, { volume: 10 }] as const)('%j', (change) => {
    for (const role of ROLES)
      expect(answer(someone(role), 'settings.change', change)).toBe('allowed')
  })

  it('is not smuggled with what is the administrator’s', () => {
    expect(answer(someone('clerk'), 'settings.change', { muted: true, kiosk: false })).toBe(
      'right-missing',
    )
    expect(answer(someone('clerk'), 'settings.change', { clearAfterSeconds: 120 })).toBe(
      'right-missing',
    )
  })
})
