import type { DevicesView, ReaderFacts, TestResult, TestTap } from '../../core/devices.ts'
import { MONDAY } from './builders.ts'

const HOUR = 3_600_000

export function reader(part: Partial<ReaderFacts> = {}): ReaderFacts {
  return {
    name: 'ACS ACR122U PICC Interface 00 00',
    rehearsal: false,
    state: 'ready',
    lastTapAt: MONDAY - 2 * HOUR,
    families: [
      { family: 'bmac', read: 312, failed: 3 },
      { family: 't-union', read: 41, failed: 0 },
      { family: 'm1', read: 18, failed: 1 },
    ],
    failedUnknown: 2,
    advice: [],
    ...part,
  }
}

export const REHEARSAL_READER = reader({
  name: '演练读卡器',
  rehearsal: true,
  lastTapAt: null,
  families: [],
  failedUnknown: 0,
})

const FRESH = { lastTapAt: null, families: [], failedUnknown: 0 } as const

/** The states of the device page that look different. */
export const DEVICES = {
  good: { service: 'up', readers: [reader(), REHEARSAL_READER], testing: false },
  bad: {
    service: 'up',
    readers: [
      reader({ name: 'HID Global OMNIKEY 5022 CL 0', advice: ['fails-m1'] }),
      reader({ state: 'error', advice: ['driver-error', 'fails-often'] }),
      reader({ name: 'Identiv uTrust 3700 F', state: null, lastTapAt: MONDAY - 400 * HOUR }),
    ],
    testing: false,
  },
  lying: {
    service: 'up',
    readers: [reader({ ...FRESH, state: 'card-lying', advice: ['card-lying'] })],
    testing: false,
  },
  down: {
    service: 'down',
    readers: [reader({ state: null, advice: ['service-down'] }), REHEARSAL_READER],
    testing: false,
  },
  none: { service: 'up', readers: [], testing: false },
  starting: { service: 'starting', readers: [], testing: false },
  testing: { service: 'up', readers: [reader(), REHEARSAL_READER], testing: true },
} satisfies Record<string, DevicesView>

export function tested(result: TestResult): TestTap {
  return { at: MONDAY, reader: 'ACS ACR122U PICC Interface 00 00', tookMs: 86.4, result }
}

const CARD = { kind: 'card', family: 'bmac', numberTail: '5678', uid: 'fixed' } as const

/** One test tap for each thing that can be said of it. */
export const TESTED = {
  good: tested({ ...CARD, advice: 'good' }),
  m1: tested({ ...CARD, family: 'm1', numberTail: null, advice: 'm1-uid-only' }),
  phone: tested({
    ...CARD,
    family: 'phone',
    numberTail: null,
    uid: 'random',
    advice: 'temporary-number',
  }),
  other: tested({ ...CARD, family: 'other-cpu', numberTail: null, advice: 'not-a-student-card' }),
  removed: tested({ kind: 'failed', failure: 'removed' }),
  mute: tested({ kind: 'failed', failure: 'mute' }),
  garbage: tested({ kind: 'failed', failure: 'garbage' }),
  collision: tested({ kind: 'failed', failure: 'collision' }),
  reader: tested({ kind: 'failed', failure: 'reader' }),
} satisfies Record<string, TestTap>
