// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CASE_STAGES } from '../../core/case/caseStage.ts'
import { WORK_LISTS } from '../../core/case/workLists.ts'
import { caseShort as chinese } from '../../renderer/locales/zh-CN/caseShort.ts'
import { work as words } from '../../renderer/locales/zh-CN/work.ts'
import { useWork } from '../../renderer/stores/work.ts'
import { date, MONDAY } from './builders.ts'
import { SCHOOL_LINES, workLine } from './workLines.ts'
import { workScreen } from './workScreen.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the lists', () => {
  it('say how many stand in each, and open with those who wait to be applied for', async () => {
    const { at, ids } = await workScreen()
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
    const { press, rows, at } = await workScreen()
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
    const { press, rows } = await workScreen()
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
    const { press, rows } = await workScreen([workLine('in-production', 1, { promised })])
    await press('work-in-production')
    expect(rows()[0]?.text()).toContain('约 1月5日')
  })

  it('tell in words what is wrong, once', async () => {
    const { press, rows, page } = await workScreen()
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
    const { kiosk, page } = await workScreen([])
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
    const { press, at } = await workScreen([])
    await press(`work-${list}`)
    const { help, none, noneHelp } = words.work.of[list]
    expect(at('work-none').text()).toContain(none)
    expect(at('work-none').text()).toContain(noneHelp)
    expect(at('work-help').text()).toContain(help)
  })

  it('draw a long one in parts: first those that are seen at once', async () => {
    // On a busy computer two frames are over before the first look.
    vi.useFakeTimers({ toFake: ['Date', 'requestAnimationFrame'], now: MONDAY })
    const { press, rows } = await workScreen(
      Array.from({ length: 128 }, (_, n) => workLine('payable', n)),
    )
    await press('work-to-pay')
    expect(rows()).toHaveLength(14)
    const drawn = () => {
      vi.advanceTimersToNextFrame()
      return rows().length
    }
    await expect.poll(drawn).toBe(50)
    await press('work-more')
    await press('work-more')
    expect(rows()).toHaveLength(128)
  })

  it('show only the list that was asked for last', async () => {
    const { kiosk, page, at } = await workScreen()
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
    const { page } = await workScreen(SCHOOL_LINES, (kiosk) =>
      kiosk.refuse.set('case.lists', 'db-full'),
    )
    expect(page.find('[role="alert"]').text()).toContain('清单没有打开')
  })
})
