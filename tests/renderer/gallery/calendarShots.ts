import type { CalendarView } from '../../../core/calendarRequests.ts'
import { ANNOUNCED, calendarView, enteredYear, SPRING, term, TERMS } from '../calendarBuilders.ts'
import type { FakeKiosk } from '../fakeKiosk.ts'
import type { Shot } from './shots.ts'

const DESK = [1366, 768] as const
const LARGE = [1920, 1080] as const
/** 1366×768 at 125 % */
const NEAR = [1093, 614] as const
const BOTH = 'notices=key-exception,rehearsal-runtime'

const VIEWS: Readonly<Record<string, CalendarView>> = {
  none: calendarView({ terms: [] }),
  whole: calendarView({
    years: [...calendarView().years, enteredYear(2027)],
    terms: [...TERMS, SPRING],
  }),
  announced: calendarView({ announcements: ANNOUNCED }),
  stages: calendarView({
    terms: [
      ...TERMS,
      term(['2025-2026', 1], ['2025-09-01', '2026-01-30'], {
        stage: 'senior',
        source: '高中校历',
      }),
    ],
  }),
}

const BEFORE = (times: number): string => Array(times).fill('calendar-before').join(',')
const AFTER = (times: number): string => Array(times).fill('calendar-after').join(',')
const FILLED = 'term-first=2月22日,term-last=7月9日,term-source=学校校历'
const ANNOUNCEMENT =
  'announcement-from=10月5日,announcement-to=10月7日,announcement-source=市卡管公告 2026-09-28'
const HOLIDAY = 'holiday-name=元旦,holiday-from=1月1日,holiday-to=1月3日,holiday-work=1月9日'
const LINES = 'year-lines=2027-01-01;休;元旦'

const STATES: Readonly<Record<string, string>> = {
  month: '',
  february: `press=${BEFORE(8)}`,
  unknown: `press=${AFTER(4)}`,
  year: 'press=calendar-year',
  'year-next': `press=calendar-year,${AFTER(1)}`,
  none: 'calendar=none',
  whole: `calendar=whole&press=calendar-year,${AFTER(1)}`,
  stages: `calendar=stages&press=${BEFORE(9)}`,
  'term-form': `press=term-add,${FILLED}`,
  'term-fault': 'press=term-add,term-first=3月1日,term-last=2月1日,term-save',
  'term-change': 'press=term-change,term-drop',
  'year-form': `press=year-add,year-source=国办发明电〔2026〕8号,${HOLIDAY},holiday-add,holiday-name=春节,holiday-from=2月5日`,
  'year-text': `press=year-add,year-way-text,${LINES},year-save`,
  'year-entered': `calendar=whole&press=year-change`,
  clerk: 'roles=clerk&press=term-add',
  announced: 'calendar=announced',
  'announced-february': `calendar=announced&press=${BEFORE(8)}`,
  'announced-six-weeks': `calendar=announced&press=${BEFORE(2)}`,
  'announcement-form': `press=announcement-add,${ANNOUNCEMENT}`,
  'announcement-fault':
    'press=announcement-add,announcement-from=11月5日,announcement-to=11月2日,announcement-save',
  'announcement-change': 'calendar=announced&press=announcement-change,announcement-drop',
  teacher: 'roles=class-teacher',
}

function shots(mark: string, language: string): readonly Shot[] {
  const sizes = { '': DESK, '-large': LARGE, '-near': NEAR } as const
  return Object.entries(STATES).flatMap(([name, query]) =>
    Object.entries(sizes).map(([end, size]) => ({
      name: `${mark}calendar-${name}${end}`,
      query: `screen=calendar&${query}&lang=${language}${end === '-near' ? `&${BOTH}` : ''}`,
      size,
    })),
  )
}

export const CALENDAR_SHOTS = [...shots('', 'zh-CN'), ...shots('en-', 'en')]

/** The calendar of the fake desk, before the page is made. */
export function prepareCalendar(kiosk: FakeKiosk, asked: URLSearchParams): void {
  kiosk.calendar.view = VIEWS[asked.get('calendar') ?? ''] ?? calendarView()
}
