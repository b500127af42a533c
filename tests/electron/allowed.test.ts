import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { ruleOf } from '../../core/channelRights.ts'
import type { Args, RequestName } from '../../core/contract.ts'
import { REQUEST_NAMES } from '../../core/requestNames.ts'
import { errorCode } from '../../core/errors.ts'
import { ROLES, type Role } from '../../core/staff.ts'
import { checkRight, type Asking } from '../../electron/allowed.ts'

/** An example of each request's arguments, and the most that can be asked with it. */
const ASKED: { readonly [N in RequestName]: Args<N> } = {
  'desk.state': null,
  'desk.retry': null,
  'firstRun.begin': {
    administrator: { name: '赵磊', pin: '730155' },
    supervisor: { name: '张静', pin: '730152' },
    alone: false,
    exception: false,
  },
  'firstRun.print': null,
  'firstRun.confirm': { characters: ['的'] },
  'session.signIn': { operatorId: 'o-1', pin: '730155', purpose: 'desk' },
  'session.lock': { handOver: false },
  'session.active': null,
  'session.purpose': { purpose: 'exam' },
  'session.confirm': { pin: '730155' },
  'session.second': { operatorId: 'o-2', pin: '730152' },
  'session.changePin': { pin: '730155', next: '730156' },
  'draft.keep': { draft: { screen: 'verify', studentId: null, searchText: '', forms: {} } },
  'draft.take': null,
  'recovery.open': { characters: '的', person: { id: 'o-1' }, pin: '730155' },
  'staff.list': null,
  'staff.add': { name: '王芳', roles: ['clerk'], classes: [], pin: '730151' },
  'staff.change': {
    operatorId: 'o-1',
    name: '王芳',
    roles: ['clerk'],
    classes: [],
    needsCard: true,
  },
  'staff.end': { operatorId: 'o-1' },
  'staff.setPin': { operatorId: 'o-1', pin: '730151' },
  'staff.lift': { operatorId: 'o-1' },
  'staff.bindCard': { operatorId: 'o-1' },
  'staff.unbindCard': { operatorId: 'o-1' },
  'staff.classes': null,
  'audit.page': { before: null, operatorId: null, kinds: null, limit: 50 },
  'audit.check': null,
  'audit.lift': { reason: '换过硬盘' },
  'settings.change': { kiosk: false },
  'taps.recent': { limit: 10 },
  'tap.current': null,
  'photo.get': { studentId: 's-1' },
  'search.find': { text: '张', limit: 5 },
  'scan.look': { text: '20131234' },
  'student.page': { studentId: 's-1' },
  'student.educationId': { studentId: 's-1', reason: 'card' },
  'student.history': { studentId: 's-1', reason: 'card' },
  'student.basis': { studentId: 's-1', kind: 'guardian-consent', separate: true },
  'binding.classes': null,
  'binding.class': { classId: 'c-1' },
  'binding.bind': { tapId: 't-1', studentId: 's-1', takeOver: null },
  'binding.undo': { bindingId: 'b-1' },
  'roll.view': null,
  'roll.open': { of: 'roll' },
  'roll.sheet': { sheet: '名册' },
  'roll.preview': { mapping: [], missing: { kind: 'stay' } },
  'roll.take': { withoutBroken: false, schoolName: null },
  'roll.undo': { changeId: 'c-1' },
  'roll.callOff': null,
  'cards.preview': { mapping: [] },
  'cards.take': null,
  'photos.open': { from: 'folder' },
  'photos.take': null,
  'list.export': {
    ...{ list: 'roll', ofId: null, form: 'xlsx', language: 'zh-CN' },
    whole: { reason: '核对制卡信息' },
  },
  'list.progress': { classId: null, whole: { reason: '班会用' }, language: 'zh-CN' },
  'names.compare': { studentId: 's-1', typed: '张哈' },
  'names.toCheck': null,
  'pack.classes': null,
  'pack.class': { classId: 'c-1' },
  'pack.take': { classId: 'c-1', cardIds: ['k-1'], teacher: '王芳', signature: '1,1 2,2' },
  'paper.preview': { of: 'slip', studentId: 's-1', language: 'zh-CN' },
  'paper.print': { of: 'hand-over', classId: 'c-1', language: 'zh-CN' },
  'paper.save': { of: 'inquiry', language: 'en' },
  'case.page': { studentId: 's-1' },
  'case.lists': { list: 'to-pay' },
  'case.today': null,
  'case.act': { act: 'send-on', studentId: 's-1', applicationId: 'a-1' },
  'newCards.view': null,
  'newCards.class': { classId: 'c-1', stage: 'awaiting-info' },
  'newCards.apply': { classIds: [null], studentIds: ['s-1'] },
  'newCards.withdraw': { applicationIds: ['a-1'], reason: null },
  'newCards.confirm': { applicationId: 'a-1', mark: 'm', said: { by: 'student' } },
  'newCards.dispute': {
    ...{ applicationId: 'a-1', mark: 'm', said: { by: 'student' }, evidence: '户口簿' },
    items: [{ field: 'name', right: '张晗' }],
  },
  'newCards.takeBack': { applicationId: 'a-1', reason: null },
  'newCards.makeList': null,
  'city.open': null,
  'city.take': null,
  'city.unmatched': null,
  'city.retry': { rowIds: null },
  'arrival.view': { deliveryId: null },
  'arrival.openFile': null,
  'arrival.takeFile': null,
  'arrival.add': {
    ...{ deliveryId: null, rowId: null, educationId: null, studentId: 's', printedNumber: '' },
  },
  'arrival.drop': { deliveryId: null, rowId: 'r-1' },
  'arrival.receive': {
    ...{ deliveryId: null, how: { by: 'tick', rowId: 'r-1' }, studentId: null, anyway: false },
  },
  'arrival.damaged': { deliveryId: null, rowId: 'r-1', studentId: null, how: 'broken' },
  'arrival.return': {
    ...{ deliveryId: null, cards: [{ studentId: 's', cardId: 'c' }] },
    ...{ to: { kind: 'district' }, reason: '坏卡' },
  },
  'arrival.undo': { deliveryId: null, studentId: 's', cmdIds: ['c'] },
  'city.settle': { rowId: '0'.repeat(64), reason: '另校学生' },
  'care.view': null,
  'backup.now': null,
  'backup.copy': { name: '000001-daily-20260901T000000Z' },
  'backup.restore': { name: '000001-daily-20260901T000000Z', reason: '换过硬盘' },
  'recovery.bring': { characters: '的', name: '李强', pin: '730155' },
  'sheet.make': { reason: '找不到了', copied: false },
  'sheet.print': null,
  'sheet.confirm': { characters: ['的'] },
  'sheet.drop': null,
  'report.year': { year: 2026, language: 'zh-CN' },
  'support.bundle': null,
  'privacy.view': null,
  'privacy.basis': { ground: 'statutory-duty' },
  'retention.change': { leavers: 12 },
  'retention.run': null,
  'calendar.view': null,
  'calendar.enterYear': { year: 2027, source: '国办发明电〔2026〕8号', days: [] },
  'calendar.dropYear': { year: 2027 },
  'calendar.enterTerm': {
    ...{ schoolYear: '2026-2027', half: 1, stage: null, source: '学校校历' },
    ...{ first: '2026-09-01' as CalendarDate, last: '2027-01-22' as CalendarDate },
  },
  'calendar.dropTerm': { schoolYear: '2026-2027', half: 1, stage: null },
  'calendar.enterAnnouncement': {
    ...{ from: '2027-02-08' as CalendarDate, to: '2027-02-09' as CalendarDate },
    source: '市卡管公告',
  },
  'calendar.dropAnnouncement': {
    ...{ from: '2027-02-08' as CalendarDate, to: '2027-02-09' as CalendarDate },
  },
  'roll.classes': null,
  'roll.pupil': {
    ...{ kind: 'transfer-out', studentId: 's-1', on: '2026-07-07' as CalendarDate },
    ...{ to: null, destination: 'city' },
  },
  'schoolYear.view': null,
  'schoolYear.take': { on: '2026-07-07' as CalendarDate, goOn: [], version: 1 },
  'yearTaps.view': { of: 'annual' },
  'yearTaps.missing': { of: 'annual', classId: 'c-1' },
  'yearTaps.tap': { of: 'annual', tapId: 't-1', destination: 'city' },
  'yearTaps.undo': { yearTapId: 'y-1' },
  'devices.view': null,
  'devices.test': { on: true },
  'rehearsal.samples': null,
  'rehearsal.tap': { sampleId: 'valid' },
  'rehearsal.setClock': { at: null },
}

/** Who may ask what, written out by hand: neither the table of rights nor the channels are asked. */
const LOOKS: readonly Role[] = ['clerk', 'class-teacher', 'supervisor']
const TAPS: readonly Role[] = [...LOOKS, 'check-in-helper']
const KEEPS: readonly Role[] = ['administrator']
const WATCHES: readonly Role[] = ['supervisor', 'administrator']
/** The clerk with a supervisor's agreement: `second` says here that it is there. */
const PLANS: readonly Role[] = ['clerk', ...WATCHES]
/** Likewise. */
const ROLL: readonly Role[] = ['clerk', 'supervisor']
const MAY: Readonly<Record<RequestName, readonly Role[] | 'signed out too'>> = {
  'desk.state': 'signed out too',
  'desk.retry': 'signed out too',
  'firstRun.begin': 'signed out too',
  'firstRun.print': 'signed out too',
  'firstRun.confirm': 'signed out too',
  'session.signIn': 'signed out too',
  'session.lock': ROLES,
  'session.active': ROLES,
  'session.purpose': ROLES,
  'session.confirm': ROLES,
  'session.second': ROLES,
  'session.changePin': ROLES,
  'draft.keep': ROLES,
  'draft.take': ROLES,
  'recovery.open': 'signed out too',
  'staff.list': WATCHES,
  'staff.add': KEEPS,
  'staff.change': KEEPS,
  'staff.end': KEEPS,
  'staff.setPin': KEEPS,
  'staff.lift': WATCHES,
  'staff.bindCard': KEEPS,
  'staff.unbindCard': KEEPS,
  'staff.classes': KEEPS,
  'audit.page': WATCHES,
  'audit.check': WATCHES,
  'audit.lift': ['supervisor'],
  'settings.change': KEEPS,
  'taps.recent': TAPS,
  'tap.current': TAPS,
  'photo.get': TAPS,
  'search.find': LOOKS,
  'scan.look': LOOKS,
  'student.page': LOOKS,
  'student.educationId': LOOKS,
  'student.history': LOOKS,
  'student.basis': LOOKS,
  'binding.classes': LOOKS,
  'binding.class': LOOKS,
  'binding.bind': LOOKS,
  'binding.undo': LOOKS,
  'roll.view': ROLL,
  'roll.open': ROLL,
  'roll.sheet': ROLL,
  'roll.preview': ROLL,
  'roll.take': ROLL,
  'roll.undo': ROLL,
  'roll.callOff': ROLL,
  'cards.preview': ROLL,
  'cards.take': ROLL,
  'photos.open': ROLL,
  'photos.take': ROLL,
  'list.export': ['supervisor'],
  'list.progress': ['supervisor'],
  'names.compare': LOOKS,
  'names.toCheck': LOOKS,
  'pack.classes': LOOKS,
  'pack.class': LOOKS,
  'pack.take': LOOKS,
  'paper.preview': LOOKS,
  'paper.print': LOOKS,
  'paper.save': ROLL,
  'case.page': ROLL,
  'case.lists': ROLL,
  'case.today': ROLL,
  'case.act': ROLL,
  'newCards.view': LOOKS,
  'newCards.class': LOOKS,
  'newCards.apply': ROLL,
  'newCards.withdraw': ROLL,
  'newCards.confirm': LOOKS,
  'newCards.dispute': LOOKS,
  'newCards.takeBack': LOOKS,
  'newCards.makeList': ROLL,
  'city.open': ROLL,
  'city.take': ROLL,
  'city.unmatched': ROLL,
  'city.retry': ROLL,
  'city.settle': ROLL,
  'arrival.view': ROLL,
  'arrival.openFile': ROLL,
  'arrival.takeFile': ROLL,
  'arrival.add': ROLL,
  'arrival.drop': ROLL,
  'arrival.receive': ROLL,
  'arrival.damaged': ROLL,
  'arrival.return': ROLL,
  'arrival.undo': ROLL,
  'care.view': WATCHES,
  'backup.now': KEEPS,
  'backup.copy': KEEPS,
  'backup.restore': WATCHES,
  'recovery.bring': 'signed out too',
  'sheet.make': KEEPS,
  'sheet.print': KEEPS,
  'sheet.confirm': KEEPS,
  'sheet.drop': KEEPS,
  'report.year': WATCHES,
  'support.bundle': KEEPS,
  'privacy.view': WATCHES,
  'privacy.basis': KEEPS,
  'retention.change': KEEPS,
  'retention.run': KEEPS,
  'calendar.view': ROLES,
  'calendar.enterYear': PLANS,
  'calendar.dropYear': PLANS,
  'calendar.enterTerm': PLANS,
  'calendar.dropTerm': PLANS,
  'calendar.enterAnnouncement': PLANS,
  'calendar.dropAnnouncement': PLANS,
  'roll.classes': ROLL,
  'roll.pupil': ROLL,
  'schoolYear.view': ROLL,
  'schoolYear.take': ROLL,
  'yearTaps.view': ROLL,
  'yearTaps.missing': ROLL,
  'yearTaps.tap': ROLL,
  'yearTaps.undo': ROLL,
  'devices.view': ROLES,
  'devices.test': ROLES,
  'rehearsal.samples': ROLES,
  'rehearsal.tap': ROLES,
  'rehearsal.setClock': ROLES,
}

const someone = (...roles: readonly Role[]): Asking => ({
  operator: { id: 'o-1', name: '某人', roles, classes: [] },
  confirmed: true,
  second: () => 'there',
})

function answer(asking: Asking | null, name: RequestName, args: Args<RequestName>): string {
  try {
    checkRight(asking, name, args)
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
    const rule = ruleOf(name, ASKED[name] as never)
    const ofEverybody = rule === 'anyone' || rule === 'signed-in'
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

describe('what a clerk may only propose', () => {
  const alone: Asking = { ...someone('clerk'), second: () => 'somebody-else' }

  it('is prepared by the clerk alone, and done with a supervisor', () => {
    expect(answer(alone, 'roll.preview', ASKED['roll.preview'])).toBe('allowed')
    expect(answer(alone, 'roll.take', ASKED['roll.take'])).toBe('second-person-needed')
    expect(answer(someone('clerk'), 'roll.take', ASKED['roll.take'])).toBe('allowed')
    expect(answer(alone, 'city.take', null)).toBe('second-person-needed')
    expect(answer(alone, 'city.open', null)).toBe('allowed')
  })

  it('is a supervisor’s to do alone', () => {
    const supervisor: Asking = { ...someone('supervisor'), second: () => 'somebody-else' }
    expect(answer(supervisor, 'roll.take', ASKED['roll.take'])).toBe('allowed')
  })
})

describe('another pupil’s card', () => {
  const wish = { tapId: 't-1', studentId: 's-1', takeOver: '发错卡' }

  it('is bound by a supervisor with their PIN, and by nobody else', () => {
    expect(answer(someone('clerk'), 'binding.bind', wish)).toBe('right-missing')
    expect(answer(someone('class-teacher'), 'binding.bind', wish)).toBe('right-missing')
    expect(answer(someone('supervisor'), 'binding.bind', wish)).toBe('allowed')
    const unconfirmed: Asking = { ...someone('supervisor'), confirmed: false }
    expect(answer(unconfirmed, 'binding.bind', wish)).toBe('re-auth-needed')
  })
})

describe('a list that leaves the desk', () => {
  const masked = { ...ASKED['list.export'], whole: null }
  const unconfirmed = (...roles: readonly Role[]): Asking => ({
    ...someone(...roles),
    confirmed: false,
  })

  it('is masked for whoever may export at all, and takes no PIN then', () => {
    for (const role of ROLES) {
      const expected = role === 'administrator' ? 'right-missing' : 'allowed'
      expect([role, answer(unconfirmed(role), 'list.export', masked)]).toEqual([role, expected])
      const progress = { ...ASKED['list.progress'], whole: null }
      expect(answer(unconfirmed(role), 'list.progress', progress)).toBe(expected)
    }
  })

  it('has whole names for a supervisor with their PIN, also where they are clerk as well', () => {
    for (const name of ['list.export', 'list.progress'] as const) {
      expect(answer(unconfirmed('supervisor'), name, ASKED[name])).toBe('re-auth-needed')
      expect(answer(unconfirmed('clerk', 'supervisor'), name, ASKED[name])).toBe('re-auth-needed')
      expect(answer(someone('clerk', 'supervisor'), name, ASKED[name])).toBe('allowed')
    }
  })
})
