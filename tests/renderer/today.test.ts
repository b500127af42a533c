// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import TodayScreen from '../../renderer/features/today/TodayScreen.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { useToday } from '../../renderer/stores/today.ts'
import { useWork } from '../../renderer/stores/work.ts'
import { MONDAY, openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { STAFF } from './people.ts'
import { SCHOOL_DUE, SCHOOL_LINES } from './workLines.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const school = (kiosk: FakeKiosk): void => {
  kiosk.cases.lines = SCHOOL_LINES
  kiosk.cases.today = { promised: SCHOOL_DUE, measured: { median: 18, longest: 24, n: 12 } }
}

async function screen(
  prepare: (kiosk: FakeKiosk) => void = school,
  desk = openDesk(),
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  const { page, kiosk } = await mountPage(TodayScreen, { prepare, desk, language })
  await useDesk().start()
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await flushPromises()
  }
  const asked = (name: string) =>
    kiosk.asked.filter((one) => one.name === name).map(({ args }) => args)
  return { page, kiosk, at, press, asked }
}

describe('the work of the day', () => {
  it('stands in a ring and beside it, in words and numbers', async () => {
    const { at, page } = await screen()
    expect(at('work-ring').attributes('aria-label')).toBe(
      '在办 26 人：待补 3 人、待确认 3 人、待支付 7 人、制作中 7 人、待领 3 人、待处理 3 人',
    )
    expect(at('today-to-pay').text()).toBe('待支付7')
    expect(page.findAll('.ring .part')).toHaveLength(6)
    expect(at('ring-to-pay').find('text').text()).toBe('7')
  })

  it.each(['ring-to-pay', 'today-to-pay'])('leads to its list: %s', async (name) => {
    const { press, asked } = await screen()
    useWork().typed = '郑'
    await press(name)
    expect([usePlace().screen, useWork().list, useWork().typed]).toEqual(['cases', 'to-pay', ''])
    // The screen it leads to asks for it, once.
    expect(asked('case.lists')).toEqual([])
  })

  it('leads to what is to be kept an eye on, and says what was handed over', async () => {
    const { press, at } = await screen()
    expect(at('today-exceptions').text()).toBe('异常6')
    expect(at('today-handed').text()).toBe('今天交卡3 张')
    await press('today-exceptions')
    expect(useWork().list).toBe('exceptions')
  })

  it('says kindly that nothing is open, and what the page is for', async () => {
    const { at } = await screen((kiosk) => {
      kiosk.cases.lines = []
    })
    expect(at('today-empty').text()).toContain('今天没有在办的补卡')
    expect(at('today-empty').text()).toContain('每天早上先看这一页')
    expect([at('work-ring').exists(), at('today-month').exists()]).toEqual([false, true])
  })
})

describe('who is to be called', () => {
  it('stands there with the next step; a name opens the case', async () => {
    const { page, press } = await screen()
    const calls = page.findAll('[data-test="call"]')
    expect(calls.map((call) => call.attributes('data-student-id'))).toEqual(['s-9', 's-8', 's-7'])
    expect(calls[2]?.text()).toContain('通知家长缴费')
    await press('call-open')
    expect([usePlace().screen, usePlace().studentId]).toEqual(['case', 's-9'])
  })

  it('is ticked as told, and the page is as it is then', async () => {
    const { press, asked, at } = await screen()
    await press('call-told')
    expect(asked('case.act')).toEqual([
      { act: 'move-order', studentId: 's-9', orderId: 'o-9', to: 'PENDING' },
    ])
    expect(at('today-told').text()).toContain('李雷的家长已通知')
    expect(asked('case.today')).toHaveLength(2)
    await press('today-undo')
    expect(asked('case.act')[1]).toEqual({ act: 'undo', studentId: 's-9', cmdId: 'c-1' })
    expect([at('today-told').exists(), asked('case.today').length]).toEqual([false, 3])
  })

  it('goes on to the next family, then to the one before, then to the heading', async () => {
    const { page, kiosk } = await screen()
    const focused = () =>
      document.activeElement?.closest('[data-test="call"]')?.getAttribute('data-student-id')
    const tell = async (n: number): Promise<void> => {
      const calls = page.findAll('[data-test="call"]')
      const told = calls[n]?.attributes('data-student-id')
      kiosk.cases.lines = kiosk.cases.lines.filter(({ studentId }) => studentId !== told)
      const button = page.findAll<HTMLButtonElement>('[data-test="call-told"]')[n]
      button?.element.focus()
      await button?.trigger('click')
      await flushPromises()
    }
    await tell(0)
    expect(focused()).toBe('s-8')
    await tell(1)
    expect(focused()).toBe('s-8')
    await tell(0)
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('says what the desk refused', async () => {
    const { press, kiosk, at, page } = await screen()
    kiosk.cases.refused = 'pupil-unknown'
    await press('call-told')
    expect(at('today-told').text()).toContain('请打开办理页')
    kiosk.refuse.set('case.act', 'db-full')
    await press('call-told')
    expect(page.find('[role="alert"]').text()).toContain('没有记下')
  })

  it('cannot be ticked without an order, nor by who may not', async () => {
    const without = await screen((kiosk) => {
      kiosk.cases.lines = SCHOOL_LINES.map((line) => ({ ...line, orderId: null }))
    })
    expect(without.at('call-told').exists()).toBe(false)
    const operator = { ...STAFF.everything, roles: ['class-teacher'] as const, classes: [] }
    const teacher = await screen(school, openDesk({ operator }))
    expect(teacher.at('call-told').exists()).toBe(false)
  })
})

describe('the days around it', () => {
  it('say in words when fees may be paid, and by what', async () => {
    const { at } = await screen()
    expect(at('next-window').text()).toMatch(/今天可缴费/)
  })

  it('mark fee days and the days cards are promised for', async () => {
    const { at, press } = await screen()
    expect(at('month-day-2026-10-12').attributes()).toMatchObject({
      'data-fee': 'rule',
      'aria-current': 'date',
    })
    expect(at('month-day-2026-10-05').attributes('data-fee')).toBe('announced')
    expect(at('month-day-2026-10-27').attributes('title')).toBe(
      '按规则缴费 · 10月27日预计到 12 张卡',
    )
    expect(at('month-day-2026-10-14').attributes('title')).toBeUndefined()
    await press('today-after')
    expect(at('today-month').text()).toContain('2026年11月')
  })

  it('say what the school has measured beside the promise', async () => {
    const { at } = await screen()
    for (const said of ['市里承诺', '20 个工作日', '本校实际', '18 个工作日', '12 张卡', '24 个'])
      expect(at('measured').text()).toContain(said)
  })
})

describe('the screen', () => {
  it('names nobody in privacy mode', async () => {
    const { page, press } = await screen()
    await useSettings().change({ privacyMode: true })
    await press('call-told')
    expect(page.text()).not.toMatch(/李雷|1209/)
    expect(page.html()).not.toContain('李雷')
  })

  it('forgets when it is left, and when the desk locks', async () => {
    const { page } = await screen()
    forgetAll()
    expect(useToday().view).toBeNull()
    await flushPromises()
    expect(page.text()).not.toContain('郑好')
    page.unmount()
    expect(useToday().told).toBeNull()
  })

  it('speaks English too', async () => {
    const { at } = await screen(school, openDesk(), 'en')
    expect(at('today-calls').text()).toContain('3 families')
    expect(at('today-to-pay').text()).toBe('To pay7')
  })
})
