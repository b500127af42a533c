import { CASE_STAGES } from '../../../core/case/caseStage.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import { addDays, beijingDate } from '../../../core/calendarDate.ts'
import { usePlace } from '../../../renderer/stores/place.ts'
import { MONDAY } from '../builders.ts'
import { aCase, aCaseCard } from '../caseShown.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
const NEAR = [1093, 614] as const
const today = beijingDate(MONDAY)
const inProduction = aCase('in-production').production

/** Besides one for each stage: what strains the page. */
export const CASES: Readonly<Record<string, CaseShown>> = {
  ...Object.fromEntries(CASE_STAGES.map((stage) => [stage, aCase(stage)])),
  none: aCase(null),
  'with-undo': aCase('lost', { undo: { cmdId: 'x-1', until: MONDAY + 272_000 } }),
  told: aCase('awaiting-window', {
    next: 'wait-window',
    orders: aCase('payable').orders,
    windowToday: 'closed',
    window: {
      ...{ kind: 'opens', from: addDays(today, 7), to: addDays(today, 8), skipped: null },
      opening: { by: 'rule', certain: true },
    },
  }),
  overdue: aCase('in-production', {
    next: 'inquire',
    production: inProduction && {
      ...inProduction,
      overdueBy: 3,
      likely: {
        on: { date: addDays(today, -4), certain: true },
        by: { median: 18, longest: 24, n: 12 },
      },
    },
  }),
  vacation: aCase('in-production', {
    production: inProduction && {
      ...inProduction,
      promised: { date: addDays(today, 85), certain: false },
      handOut: { kind: 'vacation', from: addDays(today, 140) },
    },
  }),
  'two-cards': aCase(null, {
    holder: 'HOLDS_TWO',
    cards: [aCaseCard('old', 'ACTIVE'), aCaseCard('new', 'ACTIVE', '9027')],
    exceptions: [{ kind: 'holds-two' }],
  }),
  changed: aCase('arrived', { exceptions: [{ kind: 'data-changed', applicationId: 'a-1' }] }),
  waiver: aCase('draft', { exceptions: [{ kind: 'waiver-to-decide', applicationId: 'a-1' }] }),
  another: aCase('lost', {
    person: { ...aCase(null).person, studentId: 's-2', name: '欧阳明月', educationIdTail: '1234' },
  }),
  paid: aCase('paid-claimed', {
    exceptions: [{ kind: 'claim-unconfirmed', orderId: 'o-1', days: 16 }],
  }),
}

/** By name: whose case, and what is done on it. */
const STATES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(CASES).map((name) => [name, `case=${name}`])),
  reporting: 'case=none&press=act-report-loss,when-earlier,loss-day=10-9,loss-time=15:20',
  lifting: 'case=lost&press=act-lift-loss',
  'lift-laid': 'case=awaiting-window&tap=lost',
  'lift-paid': 'case=paid-claimed&tap=lost&press=case-go',
  applying: 'case=lost&press=act-apply,waive,case-go',
  confirming: 'case=awaiting-info&press=act-confirm-data',
  ordering: 'case=to-order&press=act-open-order',
  notifying: 'case=to-notify&press=act-notify',
  claiming: 'case=payable&press=act-claim-payment',
  more: 'case=payable&press=case-more',
  returning: 'case=damaged&press=case-more,act-return-card,to-school,case-go',
  settling: 'case=two-cards&press=act-settle-two',
  'hand-over-lay': 'case=arrived&press=act-hand-over',
  'hand-over': 'case=arrived&tap=not-handed-over&signed=yes',
  'hand-over-parent': 'case=arrived&tap=not-handed-over&press=collector-parent,case-go',
  'hand-over-changed': 'case=changed&tap=not-handed-over',
  pack: 'case=with-teacher&press=act-close-pack',
  refused: 'case=lost&refused=holds-other&press=act-apply,case-go',
  done: 'case=none&behind=with-undo&press=act-report-loss,case-go',
  'of-another': 'case=another&tap=valid',
  private: 'case=lost&privacy=on',
}

/** At 125 % these have the least room. */
const STRAINED = ['payable', 'overdue', 'lift-paid', 'hand-over', 'hand-over-parent', 'confirming']

function shots(mark: string, language: string): readonly Shot[] {
  return Object.entries(STATES).flatMap(([name, query]) => {
    const whole = `${query}&lang=${language}`
    return [
      { name: `${mark}case-${name}`, query: whole, size: DESK },
      ...(mark === ''
        ? [
            { name: `large-case-${name}`, query: `${whole}&mode=real`, size: LARGE },
            ...(STRAINED.includes(name)
              ? [{ name: `near-case-${name}`, query: whole, size: NEAR }]
              : []),
          ]
        : []),
    ]
  })
}

export const CASE_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

export function prepareCases(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = (name: string) => asked.get(name) ?? ''
  kiosk.cases.page = CASES[word('case')] ?? null
  kiosk.cases.behind = CASES[word('behind')] ?? null
  kiosk.cases.refused = (word('refused') || null) as FakeCases['refused']
}

type FakeCases = FakeKiosk['cases']

/** Whose card was laid down before it, that led here. */
export async function openCase(asked: URLSearchParams): Promise<void> {
  if (asked.get('case') === null) return
  usePlace().openCase('s-1')
  // A slow computer fetches the screen first.
  for (let tries = 0; tries < 200; tries += 1) {
    if (document.querySelector('[data-test="case-panel"]') !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A name, as a hand writes it. */
export function signPad(asked: URLSearchParams): void {
  const pad = document.querySelector('[data-test="sign-pad"]')
  if (asked.get('signed') === null || pad === null) return
  const { left, top, width, height } = pad.getBoundingClientRect()
  const send = (name: string, x: number, y: number) =>
    pad.dispatchEvent(
      new PointerEvent(name, {
        clientX: left + x * width,
        clientY: top + y * height,
        pointerId: 1,
      }),
    )
  for (const [from, wide] of [
    [0.2, 0.14],
    [0.42, 0.18],
    [0.66, 0.16],
  ] as const) {
    send('pointerdown', from, 0.6)
    for (let step = 1; step <= 24; step += 1)
      send('pointermove', from + (wide * step) / 24, 0.5 + 0.22 * Math.sin(step / 2.4))
    send('pointerup', from + wide, 0.5)
  }
}
