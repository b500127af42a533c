// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSearch } from '../../renderer/stores/search.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { useWork } from '../../renderer/stores/work.ts'
import { MONDAY } from './builders.ts'
import { SCHOOL_LINES } from './workLines.ts'
import { workScreen } from './workScreen.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('a filter', () => {
  it('goes by name and by class, and its text stays from list to list', async () => {
    const { press, at, ids } = await workScreen()
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
    const { press, at, ids } = await workScreen()
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
    const { page, press, rows } = await workScreen()
    await press('work-to-pay')
    await rows()[2]?.trigger('click')
    const { screen: shown, studentId } = usePlace()
    expect([shown, studentId]).toEqual(['case', 's-11'])
    await page.setProps({})
    expect(useWork().opened).toBe('s-11')
  })

  it('is reached by arrow keys; Tab stops once', async () => {
    const { press, rows, at } = await workScreen()
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

  it('is a stop of the Tab key also where the list became shorter', async () => {
    const { press, rows, at } = await workScreen()
    await press('work-to-pay')
    await at('work-rows').trigger('keydown', { code: 'End' })
    await at('work-filter').setValue('郑好')
    expect(rows().map((row) => row.attributes('tabindex'))).toEqual(['0'])
  })
})

describe('the screen', () => {
  it('leads a new loss to the search field', async () => {
    const { press, page } = await workScreen()
    const before = useSearch().wanted
    await press('work-start')
    expect(useSearch().wanted).toBe(before + 1)
    expect(page.text()).toContain('先找到学生')
  })

  it('has the measured time beside what is being made', async () => {
    const { press, at } = await workScreen()
    expect(at('measured').exists()).toBe(false)
    await press('work-in-production')
    expect(at('measured').text()).toContain('20 个工作日')
    expect(at('measured').text()).toContain('还算不出')
  })

  it('names nobody in privacy mode', async () => {
    const { press, page } = await workScreen()
    await useSettings().change({ privacyMode: true })
    await press('work-to-pay')
    expect(page.text()).not.toMatch(/郑好|1207/)
    expect(page.text()).toContain('郑*')
  })

  it('forgets everything when the desk locks', async () => {
    const { press, at, page } = await workScreen()
    await press('work-to-pay')
    await at('work-filter').setValue('郑')
    forgetAll()
    await flushPromises()
    const work = useWork()
    expect([work.view, work.typed, work.list, work.opened]).toEqual([null, '', 'to-apply', null])
    expect(page.text()).not.toContain('郑好')
  })

  it('speaks English too', async () => {
    const { press, rows } = await workScreen(SCHOOL_LINES, undefined, 'en')
    await press('work-overdue')
    expect(rows()[1]?.text()).toContain('1 working day late')
    expect(rows()[0]?.text()).toContain('Ask the district')
  })
})
