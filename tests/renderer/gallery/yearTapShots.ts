import { MONDAY } from '../builders.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import { tapDone, tapRefused } from '../fakeSchoolYear.ts'
import type { Shot } from './shots.ts'

const SIZES = { '': [1366, 768], '-large': [1920, 1080], '-near': [1093, 614] } as const

const STATES: Readonly<Record<string, string>> = {
  lay: '',
  done: 'tapped=done&tap=valid',
  before: 'tapped=before&tap=valid',
  unknown: 'tapped=unknown&tap=unknown-card',
  leaving: 'press=year-taps-leaving,going-elsewhere',
  missing: 'press=year-taps-class',
}

export const YEAR_TAP_SHOTS: readonly Shot[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(SIZES).map(([end, size]) => ({
      name: `${language === 'en' ? 'en-' : ''}year-taps-${name}${end}`,
      query: `screen=yearTaps&${query}&lang=${language}`,
      size,
    })),
  ),
)

const TAPPED = {
  done: tapDone(),
  before: tapRefused('tapped-already', { annualAt: MONDAY }),
  unknown: tapRefused('card-unknown', { person: null, cardState: null }),
} as const

/** What a tap of the year comes to, before the page is made. */
export function prepareYearTaps(kiosk: FakeKiosk, asked: URLSearchParams): void {
  const answer = TAPPED[(asked.get('tapped') ?? '') as keyof typeof TAPPED]
  if (answer !== undefined) kiosk.schoolYear.tapped = answer
}
