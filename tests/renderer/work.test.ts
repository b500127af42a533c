// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CASE_STAGES } from '../../core/case/caseStage.ts'
import { WORK_LISTS } from '../../core/case/workLists.ts'
import type { CaseLineShown } from '../../core/caseRequests.ts'
import WorkScreen from '../../renderer/features/work/WorkScreen.vue'
import { caseShort as chinese } from '../../renderer/locales/zh-CN/caseShort.ts'
import { work as words } from '../../renderer/locales/zh-CN/work.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSearch } from '../../renderer/stores/search.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { useWork } from '../../renderer/stores/work.ts'
import { date, MONDAY } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { SCHOOL_LINES, workLine } from './workLines.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function screen(
  lines: readonly CaseLineShown[] = SCHOOL_LINES,
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
  language: 'zh-CN' | 'en' = 'zh-CN',
) {
  const { page, kiosk } = await mountPage(WorkScreen, {
    language,
    prepare: (desk) => {
      desk.cases.lines = lines
      prepare(desk)
    },
  })
  await useDesk().start()
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await flushPromises()
  }
  const rows = () => page.findAll('[data-test="work-row"]')
  const ids = () => rows().map((row) => row.attributes('data-student-id'))
  return { page, kiosk, at, press, rows, ids }
}

describe('the lists', () => {
  it('say how many stand in each, and open with those who wait to be applied for', async () => {
    const { at, ids } = await screen()
    expect(WORK_LISTS.map((list) => at(`work-${list}`).find('b').text())).toEqual([
      '3',
      '3',
      '7',
      '7',
      '3',
      '3',
      '2',
      '1',
      '6',
    ])
    expect(at('work-to-apply').attributes('aria-pressed')).toBe('true')
    expect(ids()).toEqual(['s-3', 's-2', 's-1'])
  })

  it('tell name, class, tail, stage, next step and how long it waits', async () => {
    const { press, rows, at } = await screen()
    await press('work-to-pay')
    const [first] = rows().slice(-1)
    for (const said of [
      '郑好',
      '三年级2班 · …1207',
      '待通知',
      '通知家长缴费',
      '等了 8 天',
      '10月4日 周日起',
    ])
      expect(first?.text()).toContain(said)
    expect(at('work-count').text()).toBe('共 7 人')
  })

  it('tell how late a card is and for when it was promised', async () => {
    const { press, rows } = await screen()
    await press('work-overdue')
    expect(rows().map((row) => row.text())).toEqual([
      expect.stringContaining('逾期 4 个工作日'),
      expect.stringContaining('逾期 1 个工作日'),
    ])
    expect(rows()[0]?.text()).toContain('催办')
    expect(rows()[0]?.text()).toContain('应在 10月6日到')
  })

  it('say that a day is an estimate', async () => {
    const promised = { date: date('2027-01-05'), certain: false }
    const { press, rows } = await screen([workLine('in-production', 1, { promised })])
    await press('work-in-production')
    expect(rows()[0]?.text()).toContain('约 1月5日')
  })

  it('tell in words what is wrong, once', async () => {
    const { press, rows, page } = await screen()
    await press('work-exceptions')
    for (const said of [
      '一人两卡',
      '称已支付，久未到账',
      '制卡失败',
      '暂缓',
      '离校未了',
      '结果不明',
    ])
      expect(page.find('[data-test="work-rows"]').text()).toContain(said)
    expect(rows().some((row) => row.text().includes('缴费结果不明'))).toBe(false)
    expect(
      rows()
        .find((row) => row.text().includes('一人两卡'))
        ?.text(),
    ).toContain('请看一下')
  })

  it('have a mark of a shape for each stage', async () => {
    const { kiosk, page } = await screen([])
    const lists = ['to-apply', 'to-confirm', 'to-pay', 'in-production', 'to-collect', 'other']
    const seen = new Set<string | undefined>()
    const shapes = new Set<string>()
    kiosk.cases.lines = CASE_STAGES.map((stage, n) => workLine(stage, n))
    for (const list of lists) {
      await page.find(`[data-test="work-${list}"]`).trigger('click')
      await flushPromises()
      for (const mark of page.findAll('[data-stage]')) {
        seen.add(mark.attributes('data-stage'))
        const tone = mark.find('[data-stage-tone]').exists() ? mark.find('[data-stage-tone]') : mark
        shapes.add(`${tone.attributes('data-stage-tone')} ${mark.find('svg path').attributes('d')}`)
        expect(mark.text()).toBe(chinese.caseShort.stage[mark.attributes('data-stage') as 'lost'])
      }
    }
    expect(seen.size).toBe(CASE_STAGES.length)
    // A tone has one shape, and no two tones have the same.
    const pairs = [...shapes].map((one) => [one.slice(0, 4), one.slice(5)])
    expect(new Set(pairs.map(([tone]) => tone)).size).toBe(3)
    expect(new Set(pairs.map(([, shape]) => shape)).size).toBe(3)
    expect(pairs.length).toBe(3)
  })

  it.each(WORK_LISTS)('say of an empty list what it is for: %s', async (list) => {
    const { press, at } = await screen([])
    await press(`work-${list}`)
    const { help, none, noneHelp } = words.work.of[list]
    expect(at('work-none').text()).toContain(none)
    expect(at('work-none').text()).toContain(noneHelp)
    expect(at('work-help').text()).toContain(help)
  })

  it('draw a long one in parts: first those that are seen at once', async () => {
    const { press, rows } = await screen(
      Array.from({ length: 128 }, (_, n) => workLine('payable', n)),
    )
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: MONDAY })
    await press('work-to-pay')
    expect(rows()).toHaveLength(14)
    vi.advanceTimersByTime(34)
    await flushPromises()
    expect(rows()).toHaveLength(50)
    await press('work-more')
    await press('work-more')
    expect(rows()).toHaveLength(128)
  })

  it('show only the list that was asked for last', async () => {
    const { kiosk, page, at } = await screen()
    let late: (() => void) | undefined
    const lists = kiosk.cases.handlers['case.lists']
    const [slow, quick] = [lists({ list: 'to-pay' }), lists({ list: 'to-collect' })]
    const answers = [new Promise<typeof slow>((done) => (late = () => done(slow as never))), quick]
    kiosk.request = (async () => ({ ok: true, value: await answers.shift() })) as never
    void at('work-to-pay').trigger('click')
    await at('work-to-collect').trigger('click')
    late?.()
    await flushPromises()
    expect(page.find('[data-test="work-rows"]').attributes('aria-label')).toBe('待领')
    expect(useWork().view?.list).toBe('to-collect')
  })

  it('say why they did not open', async () => {
    const { page } = await screen(SCHOOL_LINES, (kiosk) =>
      kiosk.refuse.set('case.lists', 'db-full'),
    )
    expect(page.find('[role="alert"]').text()).toContain('清单没有打开')
  })
})

describe('a filter', () => {
  it('goes by name and by class, and its text stays from list to list', async () => {
    const { press, at, ids } = await screen()
    await press('work-to-pay')
    await at('work-filter').setValue('一年级')
    expect(ids()).toEqual(['s-8'])
    expect(at('work-count').text()).toBe('共 7 人，符合的 1 人')
    await press('work-to-apply')
    expect([(at('work-filter').element as HTMLInputElement).value, ids()]).toEqual([
      '一年级',
      ['s-2'],
    ])
  })

  it('goes by one class, which stays in the choice where nobody is of it', async () => {
    const { press, at, ids } = await screen()
    await press('work-to-pay')
    await at('work-class').setValue('二年级3班')
    expect(ids()).toEqual(['s-11'])
    expect(
      at('work-class')
        .findAll('option')
        .map((one) => one.text()),
    ).toEqual(['全部班级', '一年级1班', '二年级3班', '三年级2班', '五年级1班'])
    await press('work-to-collect')
    expect(at('work-no-match').text()).toContain('这份清单共 3 人')
    expect((at('work-class').element as HTMLSelectElement).value).toBe('二年级3班')
    await press('work-clear')
    expect(ids()).toHaveLength(3)
  })
})

describe('a line', () => {
  it('opens the case, and is where one left it on the way back', async () => {
    const { page, press, rows } = await screen()
    await press('work-to-pay')
    await rows()[2]?.trigger('click')
    const { screen: shown, studentId } = usePlace()
    expect([shown, studentId]).toEqual(['case', 's-11'])
    await page.setProps({})
    expect(useWork().opened).toBe('s-11')
  })

  it('is reached by arrow keys; Tab stops once', async () => {
    const { press, rows, at } = await screen()
    await press('work-to-pay')
    const key = (code: string) => at('work-rows').trigger('keydown', { code })
    const reached = () => rows().findIndex((row) => row.element === document.activeElement)
    ;(rows()[0]?.element as HTMLElement).focus()
    await key('ArrowDown')
    await key('ArrowDown')
    expect(reached()).toBe(2)
    await key('End')
    await key('ArrowDown')
    expect(reached()).toBe(6)
    await key('Home')
    await key('ArrowUp')
    expect(reached()).toBe(0)
    expect(rows().map((row) => row.attributes('tabindex'))).toEqual(['0', ...Array(6).fill('-1')])
  })
})

describe('the screen', () => {
  it('leads a new loss to the search field', async () => {
    const { press, page } = await screen()
    const before = useSearch().wanted
    await press('work-start')
    expect(useSearch().wanted).toBe(before + 1)
    expect(page.text()).toContain('先找到学生')
  })

  it('has the measured time beside what is being made', async () => {
    const { press, at } = await screen()
    expect(at('measured').exists()).toBe(false)
    await press('work-in-production')
    expect(at('measured').text()).toContain('20 个工作日')
    expect(at('measured').text()).toContain('还算不出')
  })

  it('names nobody in privacy mode', async () => {
    const { press, page } = await screen()
    await useSettings().change({ privacyMode: true })
    await press('work-to-pay')
    expect(page.text()).not.toMatch(/郑好|1207/)
    expect(page.text()).toContain('郑*')
  })

  it('forgets everything when the desk locks', async () => {
    const { press, at, page } = await screen()
    await press('work-to-pay')
    await at('work-filter').setValue('郑')
    forgetAll()
    await flushPromises()
    const work = useWork()
    expect([work.view, work.typed, work.list, work.opened]).toEqual([null, '', 'to-apply', null])
    expect(page.text()).not.toContain('郑好')
  })

  it('speaks English too', async () => {
    const { press, rows } = await screen(SCHOOL_LINES, undefined, 'en')
    await press('work-overdue')
    expect(rows()[1]?.text()).toContain('1 working day late')
    expect(rows()[0]?.text()).toContain('Ask the district')
  })
})
