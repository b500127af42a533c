// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { CalendarView } from '../../core/calendarRequests.ts'
import type { Role } from '../../core/staff.ts'
import { openDesk } from './builders.ts'
import { ANNOUNCED, calendarView, TERMS } from './calendarBuilders.ts'
import { careDesk } from './careDesk.ts'
import { STAFF } from './people.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const as = (...roles: readonly Role[]) =>
  openDesk({ operator: { ...STAFF.everything, roles, classes: [] } })

async function open(view: CalendarView = calendarView(), desk = as('supervisor')) {
  const shown = await careDesk('calendar', desk, (kiosk) => (kiosk.calendar.view = view))
  const save = async () => {
    await shown.at('announcement-form').trigger('submit')
    await shown.settle()
  }
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(fields)) await shown.type(name, text)
  }
  /** how a day of the month is marked */
  const fee = (date: string) => {
    const mark = shown.at(`day-${date}`).find('[data-fee]')
    return mark.exists() ? [mark.attributes('data-fee'), mark.text()] : null
  }
  return { ...shown, save, fill, fee }
}

const FIELDS = {
  ...{ 'announcement-from': '10月5日', 'announcement-to': '10.7' },
  'announcement-source': ' 市卡管公告 2026-09-28 ',
}

describe('the fee days of a month', () => {
  it('say by what they are open, and what stands on an announcement', async () => {
    const { at, fee } = await open(calendarView({ announcements: ANNOUNCED }))
    expect(fee('2026-10-12')).toEqual(['rule', '按规则缴费'])
    expect(fee('2026-10-14')).toEqual(['announcement', '按公告缴费'])
    expect(fee('2026-10-06')).toEqual(['announced', '以公告为准'])
    expect([fee('2026-10-10'), fee('2026-10-16')]).toEqual([null, null])
    expect(at('fee-legend').text()).toBe(
      '按规则缴费周一、周二按公告缴费已录入公告以公告为准节假日、寒暑假',
    )
  })

  it('are not known in a vacation that is not entered, and estimated without a table', async () => {
    const { fee, press } = await open()
    for (let n = 0; n < 4; n += 1) await press('calendar-after')
    expect(fee('2027-02-01')).toEqual(['unknown', '窗口未知'])
    await press('calendar-after')
    expect(fee('2027-03-01')).toEqual(['estimate', '按规则估计'])
  })
})

describe('the next window', () => {
  it('stands above what was announced, with its end', async () => {
    const { at, page } = await open()
    expect(at('next-window').text()).toBe('今天可缴费，到10月13日（周二）24:00')
    expect(at('no-announcements').exists()).toBe(true)
    page.unmount()
    const behind = await open(calendarView({ clockBehind: true }))
    expect(behind.at('next-window').text()).toContain('请管理员校准时间')
    const announced = await open(calendarView({ announcements: ANNOUNCED }))
    expect(announced.at('next-window').text()).toContain(
      '10月15日（周四）24:00（市卡管公告 2026-09-28）',
    )
  })

  it('is told apart by stage, where it differs', async () => {
    const [, , autumn] = TERMS
    const compulsory = { ...autumn, stage: 'compulsory', last: '2026-10-09' } as never
    const spring = { ...autumn, half: 2, first: '2027-01-15', last: '2027-07-09' } as never
    const { page } = await open(calendarView({ terms: [...TERMS, compulsory, spring] }))
    const lines = page.findAll('[data-test="next-window"]').map((line) => line.text())
    expect(lines).toEqual([
      '义务教育：下个窗口以市卡管公告为准（寒假 10月10日–1月14日）；没有公告时，1月18日（周一）00:00起（按规则估计，放假安排未录入）',
      '高中：今天可缴费，到10月13日（周二）24:00',
    ])
  })
})

describe('an announcement', () => {
  it('is entered as people write dates, and seen in its month before it is saved', async () => {
    const { at, press, fill, save, fee, args } = await open()
    await press('announcement-add')
    await fill(FIELDS)
    expect(at('calendar-preview').text()).toContain('还没有保存')
    expect(fee('2026-10-07')).toEqual(['announcement', '按公告缴费'])
    await save()
    expect(args('calendar.enterAnnouncement')).toEqual([
      { from: '2026-10-05', to: '2026-10-07', source: '市卡管公告 2026-09-28' },
    ])
    const row = at('announcement-2026-10-05').text()
    for (const said of ['2026年10月5日–7日', '3 天', '市卡管公告 2026-09-28', '孙丽录入'])
      expect(row).toContain(said)
  })

  it('says at each field what is missing or wrong, and asks nothing of the desk', async () => {
    const { at, press, fill, save, args } = await open()
    await press('announcement-add')
    await save()
    expect(at('announcement-form').text()).toContain('请填日期')
    expect(at('announcement-form').text()).toContain('请写明从哪里来的')
    await fill({ ...FIELDS, 'announcement-to': '10月4日' })
    expect(at('announcement-form').text()).toContain('最后一天不能早于第一天')
    await fill({ ...FIELDS, 'announcement-to': '12月31日' })
    expect(at('announcement-form').text()).toContain('这样有 88 天')
    await save()
    expect(args('calendar.enterAnnouncement')).toEqual([])
  })

  it('stays typed while the desk refuses it, and why is said', async () => {
    const { at, kiosk, press, fill, save } = await open()
    kiosk.refuse.set('calendar.enterAnnouncement', 'db-full')
    await press('announcement-add')
    await fill(FIELDS)
    await save()
    expect(at('announcement-form').text()).toContain('没有保存')
    expect((at('announcement-from').element as HTMLInputElement).value).toBe('10月5日')
  })

  it('has another source in its place, and is taken away after one question', async () => {
    const { at, press, type, save, args } = await open(calendarView({ announcements: ANNOUNCED }))
    await press('announcement-change')
    expect(at('announcement-from').exists()).toBe(false)
    await type('announcement-source', '更正公告')
    await save()
    expect(at('announcement-2026-10-14').text()).toContain('更正公告')
    await press('announcement-change')
    await press('announcement-drop')
    expect(args('calendar.dropAnnouncement')).toEqual([])
    await press('announcement-drop-sure')
    expect(args('calendar.dropAnnouncement')).toEqual([{ from: '2026-10-14', to: '2026-10-15' }])
    expect(at('announcement-2026-10-14').exists()).toBe(false)
    expect(at('announcement-2026-02-09').exists()).toBe(true)
  })

  it('takes a supervisor’s PIN as well where a clerk enters it; a teacher enters none', async () => {
    const { at, page, kiosk, press, fill, save } = await open(calendarView(), as('clerk'))
    kiosk.refuse.set('calendar.enterAnnouncement', 'second-person-needed')
    await press('announcement-add')
    expect(at('agreement').text()).toContain('卡管员同意')
    await fill(FIELDS)
    await save()
    expect(at('confirm').attributes('data-of')).toBe('second')
    page.unmount()
    const teacher = await open(calendarView({ announcements: ANNOUNCED }), as('class-teacher'))
    for (const name of ['announcement-add', 'announcement-change'])
      expect(teacher.at(name).exists()).toBe(false)
  })
})
