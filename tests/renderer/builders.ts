import type { CalendarDate } from '../../core/calendarDate.ts'
import type { DeskState, LockedDesk, OpenDesk } from '../../core/deskState.ts'
import type { SampleCard, SampleId } from '../../core/sampleCard.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { STAFF } from './people.ts'
import type { PersonShown, TapShown } from '../../core/tapShown.ts'
import type { Validities } from '../../core/validity.ts'
import type { Verdict, VerdictKind } from '../../core/verdict.ts'

/** Monday 12 October 2026, 08:02 in Beijing. */
export const MONDAY = Date.parse('2026-10-12T08:02:11+08:00')
const HOUR = 3_600_000

export function date(text: string): CalendarDate {
  return text as CalendarDate
}

export const GOOD: Validities = {
  face: { kind: 'good', to: date('2029-07-15') },
  transit: { kind: 'good', to: date('2027-10-31') },
  roll: { kind: 'enrolled' },
}

export function person(part: Partial<PersonShown> = {}): PersonShown {
  return {
    studentId: 's-1',
    name: '张子涵',
    sex: 'female',
    className: '三年级2班',
    school: '演练校',
    educationIdTail: '0417',
    hasPhoto: true,
    ...part,
  }
}

export function tap(verdict: Verdict, part: Partial<TapShown> = {}): TapShown {
  return {
    tapId: `tap-${verdict.kind}`,
    at: MONDAY,
    reader: 'ACS ACR122U 00',
    verdict,
    person: person(),
    family: 'bmac',
    numberTail: '5678',
    validities: GOOD,
    placedAt: MONDAY,
    dataAsOf: MONDAY - 2 * HOUR,
    ...part,
  }
}

const NOBODY = { person: null } as const
const NOTHING_READ = { person: null, family: null, numberTail: null, validities: null } as const
const UNKNOWN: Validities = {
  face: { kind: 'unknown' },
  transit: { kind: 'good', to: date('2027-10-31') },
  roll: { kind: 'unknown' },
}
const SINCE = Date.parse('2026-10-09T15:20:00+08:00')

/** One tap for each verdict, as the desk would send it. */
export const TAPS: Record<VerdictKind, TapShown> = {
  valid: tap({ kind: 'valid', notes: [] }),
  lost: tap({ kind: 'lost', since: SINCE, by: '李老师' }),
  replaced: tap({ kind: 'replaced', since: SINCE }),
  'not-handed-over': tap({ kind: 'not-handed-over', state: 'ARRIVED' }),
  void: tap({ kind: 'void', state: 'DAMAGED' }),
  'found-held': tap({ kind: 'found-held', since: SINCE }),
  left: tap(
    { kind: 'left', on: date('2026-08-31'), to: '北京市海淀区示例小学' },
    {
      validities: {
        ...GOOD,
        roll: { kind: 'left', on: date('2026-08-31'), why: 'transferred', to: null },
      },
    },
  ),
  'wrong-school': tap(
    { kind: 'wrong-school', school: '北京市海淀区示例小学' },
    { ...NOBODY, validities: { ...GOOD, roll: { kind: 'elsewhere' } } },
  ),
  'unknown-card': tap({ kind: 'unknown-card' }, { ...NOBODY, validities: UNKNOWN }),
  'chip-mismatch': tap({ kind: 'chip-mismatch' }, { ...NOBODY, validities: UNKNOWN }),
  'holds-two': tap({ kind: 'holds-two' }),
  'face-expired': tap(
    { kind: 'face-expired', on: date('2026-07-15') },
    { validities: { ...GOOD, face: { kind: 'expired', to: date('2026-07-15') } } },
  ),
  'temporary-number': tap(
    { kind: 'temporary-number' },
    { ...NOBODY, family: 'phone', numberTail: null, validities: UNKNOWN },
  ),
  'two-cards': tap({ kind: 'two-cards' }, NOTHING_READ),
  unreadable: tap({ kind: 'unreadable', why: 'removed' }, NOTHING_READ),
}

/** Cases that strain the layout: long and rare names, notes, an expired bus date, claims. */
export const HARD_TAPS = {
  'long-name': tap(
    {
      kind: 'valid',
      notes: [
        { kind: 'face-of-former-school', school: '北京市西城区示例第二小学' },
        { kind: 'suspended', since: date('2026-09-01') },
      ],
    },
    { person: person({ name: '阿卜杜热合曼·买买提艾力江·吐尔逊', hasPhoto: false }) },
  ),
  'rare-name': tap({ kind: 'valid', notes: [] }, { person: person({ name: '𬎆㛃龘' }) }),
  'transit-expired': tap(
    { kind: 'valid', notes: [{ kind: 'temporary-enrolment', until: date('2027-07-15') }] },
    {
      validities: {
        ...GOOD,
        transit: { kind: 'expired', to: date('2026-09-30') },
        roll: { kind: 'temporary', until: date('2027-07-15') },
      },
    },
  ),
  'lost-confirmed': tap({ kind: 'lost', since: SINCE, by: null }),
  'with-teacher': tap({ kind: 'not-handed-over', state: 'WITH_TEACHER' }),
  'void-returned': tap({ kind: 'void', state: 'RETURNED' }),
  'no-photo': tap({ kind: 'valid', notes: [] }, { person: person({ hasPhoto: false }) }),
} as const

const READERS: OpenDesk['readers'] = {
  service: 'up',
  readers: [
    { name: 'ACS ACR122U 00', state: 'ready', rehearsal: false },
    { name: '演练读卡器', state: 'ready', rehearsal: true },
  ],
}

/** Somebody who may everything is at it. */
export function openDesk(part: Partial<OpenDesk> = {}): OpenDesk {
  const { id, name, roles } = STAFF.everything
  return {
    kind: 'open',
    session: 'session-1',
    operator: { id, name, roles, classes: [] },
    purpose: 'desk',
    alone: false,
    people: Object.values(STAFF),
    mode: 'rehearsal',
    schoolName: '演练校',
    students: 1203,
    readers: READERS,
    data: { version: 12, asOf: MONDAY - 2 * HOUR },
    waiting: 3,
    clock: { offsetMs: 0, settable: true },
    notices: [],
    settings: DEFAULT_SETTINGS,
    ...part,
  }
}

/** Nobody is signed in; the clerk was the last. */
export function lockedDesk(part: Partial<LockedDesk> = {}): LockedDesk {
  return {
    kind: 'locked',
    mode: 'rehearsal',
    why: 'asked',
    people: Object.values(STAFF),
    last: STAFF.clerk.id,
    card: null,
    sheetNeeded: false,
    readers: READERS,
    clock: { offsetMs: 0, settable: true },
    notices: [],
    settings: DEFAULT_SETTINGS,
    ...part,
  }
}

export function firstRunDesk(keyStore = true): DeskState {
  return { kind: 'first-run', keyStore, settings: DEFAULT_SETTINGS }
}

const SAMPLES: Record<SampleId, readonly [VerdictKind, string | null]> = {
  valid: ['valid', '张子涵'],
  'valid-rare-name': ['valid', '𬎆㛃'],
  'valid-long-name': ['valid', '阿卜杜热合曼·买买提艾力江'],
  'valid-polyphone': ['valid', '单乐'],
  'valid-t-union': ['valid', '王一诺'],
  'valid-m1': ['valid', '陈思远'],
  'valid-former-school': ['valid', '刘欣怡'],
  'valid-temporary': ['valid', '赵梓轩'],
  'valid-suspended': ['valid', '周雨桐'],
  'valid-transit-expired': ['valid', '吴浩然'],
  'same-name-1': ['valid', '张伟'],
  'same-name-2': ['valid', '张伟'],
  lost: ['lost', '孙悦'],
  replaced: ['replaced', '孙悦'],
  ordered: ['not-handed-over', '郑可'],
  arrived: ['not-handed-over', '冯佳宁'],
  'with-teacher': ['not-handed-over', '褚明'],
  damaged: ['void', '卫子昂'],
  void: ['void', '蒋一凡'],
  'found-held': ['found-held', '沈静'],
  transferred: ['left', '韩雪'],
  graduated: ['left', '杨帆'],
  'wrong-school': ['wrong-school', null],
  unknown: ['unknown-card', null],
  'chip-mismatch': ['chip-mismatch', null],
  'holds-two': ['holds-two', '朱琳'],
  'face-expired': ['face-expired', '秦朗'],
  phone: ['temporary-number', null],
  'other-cpu': ['temporary-number', null],
  'two-cards': ['two-cards', null],
  'pulled-away': ['unreadable', null],
  garbage: ['unreadable', null],
}

export function samples(): readonly SampleCard[] {
  return (Object.keys(SAMPLES) as SampleId[]).map((id) => ({
    id,
    family: 'bmac',
    expect: SAMPLES[id][0],
    name: SAMPLES[id][1],
    className: SAMPLES[id][1] === null ? null : '三年级2班',
  }))
}
