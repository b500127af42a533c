// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { CalendarView } from '../../core/calendarRequests.ts'
import type { Role } from '../../core/staff.ts'
import { MONDAY, openDesk } from './builders.ts'
import { calendarView, enteredYear, term, TERMS } from './calendarBuilders.ts'
import { careDesk } from './careDesk.ts'
import { STAFF } from './people.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const as = (...roles: readonly Role[]) =>
  openDesk({ operator: { ...STAFF.everything, roles, classes: [] } })

const open = (view: CalendarView = calendarView(), desk = as('supervisor')) =>
  careDesk('calendar', desk, (kiosk) => (kiosk.calendar.view = view))

const DAY = 86_400_000

async function times(n: number, act: () => Promise<void>): Promise<void> {
  for (let done = 0; done < n; done += 1) await act()
}

describe('the month', () => {
  it('is that of today, each day with its sign and its word', async () => {
    const { at } = await open()
    expect(at('calendar-title').text()).toBe('2026年10月')
    expect(at('day-2026-10-12').attributes('aria-current')).toBe('date')
    expect(at('day-2026-10-05').text()).toBe('5休国庆节以公告为准')
    expect(at('day-2026-10-10').text()).toBe('10班')
    expect(at('day-2026-10-11').attributes('data-kind')).toBe('weekend')
    expect(at('week-2026-10-12').find('th').text()).toBe('第7周')
    expect(at('calendar-source').text()).toContain('国办发明电〔2025〕7号')
  })

  it('goes on and back over the end of a year, and back to today', async () => {
    const { at, press } = await open()
    await times(3, () => press('calendar-after'))
    expect(at('calendar-title').text()).toBe('2027年1月')
    await press('calendar-before')
    expect(at('calendar-title').text()).toBe('2026年12月')
    await press('calendar-today')
    expect(at('calendar-title').text()).toBe('2026年10月')
  })

  it('says vacation, and where a term begins', async () => {
    const { at, press } = await open()
    await times(7, () => press('calendar-before'))
    expect(at('day-2026-03-01').attributes('data-span')).toBe('winter')
    expect(at('day-2026-03-02').text()).toContain('开学')
    await press('calendar-before')
    expect(at('week-2026-02-16').find('th').text()).toBe('寒假')
  })
})

describe('the year', () => {
  it('shows twelve months, says in words what their shapes say, and opens one', async () => {
    const { at, page, press } = await open()
    await press('calendar-year')
    expect(page.findAll('[data-test^="month-"]')).toHaveLength(12)
    expect(at('small-2026-05-01').text()).toBe('1劳动节 放假')
    expect(at('small-2026-05-09').text()).toBe('9调休上班')
    await press('month-5')
    expect(at('calendar-title').text()).toBe('2026年5月')
  })
})

describe('what is not known', () => {
  it('is said of a year without a table, whose days are estimated', async () => {
    const { at, press } = await open()
    expect(at('missing-2027').exists()).toBe(false)
    await times(4, () => press('calendar-after'))
    expect(at('missing-2027').text()).toContain('2027年放假安排未录入，按周末估计')
    expect(at('day-2027-02-05').classes()).toContain('estimated')
    expect(at('year-2027').text()).toContain('未录入')
  })

  it('is said of the next year from November on, whatever is shown', async () => {
    const november = { ...as('supervisor'), people: Object.values(STAFF) }
    const { at, kiosk, settle } = await open(calendarView(), november)
    kiosk.push({ ...november, clock: { offsetMs: MONDAY + 21 * DAY - Date.now(), settable: true } })
    await settle()
    expect(at('missing-2027').exists()).toBe(true)
  })

  it('is said of vacations, from which day on', async () => {
    const { at, press } = await open(calendarView({ terms: TERMS.slice(0, 2) }))
    expect(at('missing-terms').text()).toContain('10月1日起，寒暑假日期未录入')
    await press('calendar-year')
    expect(at('missing-terms').text()).toContain('7月8日起')
  })

  it('leads to its form, for who may enter it; the others are told whom to ask', async () => {
    const { at, page } = await open(calendarView({ terms: [] }))
    await at('missing-terms').find('button').trigger('click')
    expect(at('term-form').exists()).toBe(true)
    page.unmount()
    const teacher = await open(calendarView({ terms: [] }), as('class-teacher'))
    expect(teacher.at('missing-terms').text()).toContain('请告诉卡管员')
    expect(teacher.at('missing-terms').find('button').exists()).toBe(false)
  })
})

describe('terms and years beside it', () => {
  it('stand there with their source and who entered them', async () => {
    const { at } = await open(calendarView({ years: [...calendarView().years, enteredYear(2027)] }))
    expect(at('term-2026-2027-1').text()).toContain('2026–2027学年第一学期')
    expect(at('term-2026-2027-1').text()).toContain('9月1日–1月22日')
    expect(at('term-2026-2027-1').text()).toContain('9月12日 周六 张静录入')
    expect(at('year-2026').text()).toContain('休 33 天，班 6 天')
    expect(at('year-2026').text()).toContain('随程序提供')
    expect(at('year-2027').text()).toContain('张静录入')
  })

  it('tell the grades apart, where they have a term of their own', async () => {
    const senior = term(['2026-2027', 1], ['2026-09-01', '2027-01-29'], { stage: 'senior' })
    const { page } = await open(calendarView({ terms: [...TERMS, senior] }))
    expect(page.find('[data-stage="senior"]').text()).toContain('第一学期（高中）')
  })

  it('are not changed by who may not', async () => {
    const { at } = await open(calendarView(), as('class-teacher'))
    for (const name of ['term-add', 'year-add', 'term-change', 'year-change'])
      expect(at(name).exists()).toBe(false)
  })
})
