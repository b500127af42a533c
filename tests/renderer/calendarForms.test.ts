// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { CalendarView } from '../../core/calendarRequests.ts'
import { yearText } from '../../core/yearText.ts'
import type { Role } from '../../core/staff.ts'
import { openDesk } from './builders.ts'
import { calendarView, enteredYear } from './calendarBuilders.ts'
import { careDesk } from './careDesk.ts'
import { STAFF } from './people.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const as = (...roles: readonly Role[]) =>
  openDesk({ operator: { ...STAFF.everything, roles, classes: [] } })

async function open(view: CalendarView = calendarView(), desk = as('supervisor')) {
  const shown = await careDesk('calendar', desk, (kiosk) => (kiosk.calendar.view = view))
  const save = async (form: string) => {
    await shown.at(form).trigger('submit')
    await shown.settle()
  }
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(fields)) await shown.type(name, text)
  }
  return { ...shown, save, fill }
}

const SPRING = { 'term-first': '2月22日', 'term-last': '7.9', 'term-source': ' 学校校历 ' }

describe('a term', () => {
  it('is entered as people write dates; the one that is missing is offered', async () => {
    const { at, press, fill, save, args } = await open()
    await press('term-add')
    await fill(SPRING)
    expect(at('term-form').text()).toContain('2027年7月9日 周五')
    await save('term-form')
    expect(args('calendar.enterTerm')).toEqual([
      {
        ...{ schoolYear: '2026-2027', half: 2, stage: null, source: '学校校历' },
        ...{ first: '2027-02-22', last: '2027-07-09' },
      },
    ])
    expect(at('term-form').exists()).toBe(false)
    expect(at('term-2026-2027-2').text()).toContain('孙丽录入')
  })

  it('is seen in the calendar before it is saved, and gone when it is called off', async () => {
    const { at, press, fill } = await open()
    await press('term-add')
    await fill(SPRING)
    expect(at('calendar-preview').text()).toContain('还没有保存')
    expect(at('small-2027-02-01').attributes('data-span')).toBe('winter')
    await press('term-cancel')
    expect(at('calendar-preview').exists()).toBe(false)
    expect(at('small-2027-02-01').attributes('data-span')).toBe('unknown')
  })

  it('says at each field what is missing or wrong, and asks nothing of the desk', async () => {
    const { at, press, fill, save, args } = await open()
    await press('term-add')
    await save('term-form')
    expect(at('term-form').text()).toContain('请填日期')
    expect(at('term-form').text()).toContain('请写明从哪里来的')
    await fill({ ...SPRING, 'term-first': '1月20日' })
    expect(at('term-form').text()).toContain('和2026–2027学年第一学期重叠')
    await save('term-form')
    expect(args('calendar.enterTerm')).toEqual([])
  })

  it('is changed as the one it is, and taken away after one question', async () => {
    const { at, press, save, type, args } = await open()
    await press('term-change')
    expect(at('term-year').exists()).toBe(false)
    await type('term-last', '1月29日')
    await save('term-form')
    expect(args('calendar.enterTerm')).toMatchObject([{ half: 1, last: '2027-01-29' }])
    await press('term-change')
    await press('term-drop')
    expect(args('calendar.dropTerm')).toEqual([])
    await press('term-drop-sure')
    expect(args('calendar.dropTerm')).toEqual([{ schoolYear: '2026-2027', half: 1, stage: null }])
    expect(at('term-2026-2027-1').exists()).toBe(false)
  })

  it('stays typed while the desk refuses it, and why is said', async () => {
    const { at, kiosk, press, fill, save } = await open()
    kiosk.refuse.set('calendar.enterTerm', 'db-full')
    await press('term-add')
    await fill(SPRING)
    await save('term-form')
    expect(at('term-form').text()).toContain('没有保存')
    expect((at('term-first').element as HTMLInputElement).value).toBe('2月22日')
  })

  it('takes a supervisor’s PIN as well where a clerk enters it; that is said first', async () => {
    const { at, kiosk, press, fill, save } = await open(calendarView(), as('clerk'))
    kiosk.refuse.set('calendar.enterTerm', 'second-person-needed')
    await press('term-add')
    expect(at('agreement').text()).toContain('卡管员同意')
    await fill(SPRING)
    await save('term-form')
    expect(at('confirm').attributes('data-of')).toBe('second')
  })
})

describe('a year', () => {
  const TABLE = enteredYear(2027)

  it('is entered holiday by holiday, and seen in the calendar as it grows', async () => {
    const { at, press, fill } = await open()
    await press('year-add')
    expect(at('year-form').text()).toContain('2027年放假安排')
    await fill({
      ...{ 'holiday-name': '春节', 'holiday-from': '2月5日', 'holiday-to': '2月12日' },
      'holiday-work': '1月31日、2/20',
    })
    await press('holiday-add')
    expect(at('holiday-list').text()).toContain('春节 2月5日–12日')
    expect(at('small-2027-02-08').attributes('data-kind')).toBe('holiday')
    expect(at('small-2027-01-31').attributes('data-kind')).toBe('make-up')
    await press('holiday-remove-2027-01-31')
    expect(at('small-2027-01-31').attributes('data-kind')).toBe('weekend')
  })

  it('says what is wrong with a holiday, and adds nothing', async () => {
    const { at, press, fill } = await open()
    await press('year-add')
    await fill({ 'holiday-from': '2月12日', 'holiday-to': '2月5日', 'holiday-work': '周日' })
    await press('holiday-add')
    expect(at('year-form').text()).toContain('最后一天不能早于第一天')
    expect(at('year-form').text()).toContain('请写成“2月14日 2月28日”')
    expect(at('holiday-list').exists()).toBe(false)
  })

  it('is pasted line by line, and saved whole with where it comes from', async () => {
    const { at, press, type, save, args } = await open()
    await press('year-add')
    await type('year-source', TABLE.source)
    await press('year-way-text')
    await type('year-lines', yearText(TABLE.days))
    await save('year-form')
    const { year, source, days } = TABLE
    expect(args('calendar.enterYear')).toEqual([{ year, source, days }])
    expect(at('year-2027').text()).toContain('休 33 天')
  })

  it('is read from a file', async () => {
    const { at, press, settle } = await open()
    await press('year-add')
    await press('year-way-text')
    const file = new File(['\uFEFF日期,类型\n2027/1/1,休,元旦'], '2027.csv')
    Object.defineProperty(at('year-file').element, 'files', { value: [file] })
    await at('year-file').trigger('change')
    await settle()
    expect((at('year-lines').element as HTMLTextAreaElement).value).toContain('2027/1/1')
    expect(at('year-form').text()).toContain('已读入“2027.csv”')
    expect(at('small-2027-01-01').attributes('data-kind')).toBe('holiday')
  })

  it('is not saved by halves: which line, or what is missing, is said', async () => {
    const { at, press, type, save, args } = await open()
    await press('year-add')
    await type('year-source', TABLE.source)
    await press('year-way-text')
    await type('year-lines', '2027-01-01,休,元旦\n2027-02-30,休')
    expect(at('year-form').text()).toContain('第 2 行看不出日期')
    await type('year-lines', '2027-01-01,休,元旦')
    await save('year-form')
    expect(at('year-fault').text()).toContain('没有2027年5月1日')
    expect(args('calendar.enterYear')).toEqual([])
  })

  it('that was entered can be taken away; what came with the program cannot', async () => {
    const years = [...calendarView().years, TABLE]
    const { at, page, press, args } = await open(calendarView({ years }))
    await press('year-change')
    await press('year-drop')
    await press('year-drop-sure')
    expect(args('calendar.dropYear')).toEqual([{ year: 2027 }])
    expect(at('year-2027').text()).toContain('未录入')
    await page.find('[data-test="year-2026"] button').trigger('click')
    expect(at('year-form').exists()).toBe(true)
    expect(at('year-drop').exists()).toBe(false)
  })
})
