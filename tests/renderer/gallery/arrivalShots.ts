import type { ArrivalAnswer } from '../../../core/arrivalRequests.ts'
import { person } from '../builders.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { line } from '../pupils.ts'
import type { Shot } from './shots.ts'

const SIZES = {
  '': [1366, 768],
  '-large': [1920, 1080],
  '-near': [1093, 614],
  '-least': [1024, 576],
} as const

const AT_EVERY_SIZE = [
  ...['arrival-lay', 'arrival-long-name', 'arrival-received', 'payments-preview'],
  ...['arrival-chosen-missing', 'arrival-found', 'arrival-export', 'arrival-dropping'],
]

const STATES: Readonly<Record<string, string>> = {
  'arrival-lay': 'screen=arrival',
  'arrival-long-name': 'screen=arrival&arrival=long-name',
  'arrival-empty': 'screen=arrival&arrival=empty',
  'arrival-received': 'screen=arrival&arrival=received&laid=unknown-card',
  'arrival-nobody': 'screen=arrival&arrival=nobody&laid=unknown-card',
  'arrival-differs': 'screen=arrival&arrival=differs&laid=unknown-card',
  'arrival-before': 'screen=arrival&arrival=before&laid=valid',
  'arrival-chosen': 'screen=arrival&press=arrival-shelf-here,arrival-row',
  'arrival-chosen-missing': 'screen=arrival&press=arrival-row@1',
  'arrival-dropping': 'screen=arrival&press=arrival-row@1,arrival-drop',
  'arrival-nobodys-dropping': 'screen=arrival&press=arrival-row,arrival-drop',
  'arrival-found': 'screen=arrival&arrival=found&press=arrival-find=20210001',
  'arrival-export': 'screen=arrival&press=export-arrival-difference,list-names-whole',
  'arrival-missing-one': 'screen=arrival&press=arrival-tick',
  'arrival-back': 'screen=arrival&press=arrival-shelf-back,arrival-back-tick',
  'arrival-return':
    'screen=arrival&press=arrival-shelf-back,arrival-back-tick,arrival-return,arrival-return-go',
  'arrival-file': 'screen=arrival&press=arrival-import',
  'payments-start': 'payments=on',
  'payments-preview': 'payments=on&press=payments-open',
  'payments-only': 'payments=on&press=payments-open,payments-only-nobody',
  'payments-taken': 'payments=on&press=payments-open,payments-take',
  'payments-settle': 'payments=on&press=unmatched-settle,unmatched-yes',
  'payments-none': 'payments=none',
}

export const ARRIVAL_SHOTS: readonly Shot[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(SIZES)
      .filter(
        ([end]) =>
          end === '' ||
          ((language === 'zh-CN' || end === '-least') && AT_EVERY_SIZE.includes(name)),
      )
      .map(([end, size]) => ({
        name: `${language === 'en' ? 'en-' : ''}${name}${end}`,
        query: `${query}&lang=${language}`,
        size,
      })),
  ),
)

const refused = (
  why: Extract<ArrivalAnswer, { readonly kind: 'refused' }>['why'],
  isKnown: boolean,
): ArrivalAnswer => ({
  ...{ kind: 'refused', why, numberTail: '0009', listedTail: '1231' },
  person: isKnown ? person() : null,
})

const ANSWERS: Readonly<Record<string, ArrivalAnswer>> = {
  nobody: refused('nobody', false),
  differs: refused('number-differs', true),
  before: refused('arrived-already', true),
}

/** A list of then says its year. */
const LAST_YEAR = Date.parse('2025-12-28T00:00:00Z')

/** What a card comes to, and what is on the list, before the page is made. */
export function prepareArrival(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const word = asked.get('arrival') ?? ''
  kiosk.arrival.answer = ANSWERS[word] ?? null
  if (word === 'found')
    kiosk.found = { lines: [line({ studentId: 'p-9', name: '郑好' })], total: 1, remark: null }
  if (word === 'long-name')
    kiosk.arrival.delivery = { at: LAST_YEAR, fromFile: false, expected: 388, arrived: 388 }
  if (word === 'empty') {
    kiosk.arrival.lines = []
    kiosk.arrival.damaged = []
    kiosk.arrival.leavers = []
  }
  if (asked.get('payments') === 'none') kiosk.city.rows = []
}
