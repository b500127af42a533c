// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { ElInputNumber } from 'element-plus/es/components/input-number/index.mjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PrivacyView } from '../../core/care.ts'
import { RETENTION_CLASSES, RETENTION_RULES } from '../../core/retention.ts'
import type { Role } from '../../core/staff.ts'
import { reportYears, usualYear } from '../../renderer/features/report/reportYears.ts'
import { MONDAY, openDesk } from './builders.ts'
import { DUE, privacyView } from './careBuilders.ts'
import { careDesk } from './careDesk.ts'
import { STAFF } from './people.ts'

// Style sheets of Element Plus are for a bundler.
vi.mock('../../renderer/styles/settingsControls.ts', () => ({}))
enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

function as(...roles: readonly Role[]) {
  return openDesk({ operator: { id: 'administrator', name: '赵磊', roles, classes: [] } })
}

const open = (view: PrivacyView = privacyView(), desk = as('administrator')) =>
  careDesk('privacy', desk, (kiosk) => (kiosk.care.rules = view))

describe('by what right data are kept', () => {
  it('says which, when, by whom and under which rules', async () => {
    const { at } = await open()
    expect(at('ground-statutory-duty').attributes('aria-pressed')).toBe('true')
    expect(at('ground-recorded').text()).toBe('9月2日 周三 赵磊登记，按第 1 版处理规则')
  })

  it('is recorded by choosing', async () => {
    const { at, press, args } = await open()
    await press('ground-statutory-duty')
    await press('ground-consent')
    expect(args('privacy.basis')).toEqual([{ ground: 'consent' }])
    expect(at('ground-consent').attributes('aria-pressed')).toBe('true')
  })

  it('is confirmed again when the rules have changed', async () => {
    const { at, press, args } = await open(privacyView({ rulesVersion: 2 }))
    expect(at('ground-recorded').text()).toContain('规则更新过')
    await press('ground-statutory-duty')
    expect(args('privacy.basis')).toEqual([{ ground: 'statutory-duty' }])
  })

  it.each([
    [0, '在籍学生都有依据'],
    [7, '7 名在籍学生没有依据'],
    [100, '100 名以上在籍学生没有依据'],
  ])('counts the pupils without one: %i', async (withoutBasis, words) => {
    const { at } = await open(privacyView({ withoutBasis }))
    expect(at('without-basis').text()).toContain(words)
  })
})

describe('how long data are kept', () => {
  it('has a row for each class, with what is due and what waits', async () => {
    const { at } = await open(DUE)
    for (const of of RETENTION_CLASSES)
      expect(at(`retention-${of}`).text()).not.toMatch(/\{|keep\./)
    expect(at('retention-acts').text()).toMatch(/15 条.*4 条等上传/)
    expect(at('retention-readers').text()).toContain('没有')
  })

  it('is changed within its bounds', async () => {
    const { page, args } = await open()
    const fields = page.findAllComponents(ElInputNumber)
    expect(fields.map((one) => [one.props('min'), one.props('max')])).toEqual(
      RETENTION_CLASSES.map((of) => [RETENTION_RULES[of].least, RETENTION_RULES[of].most]),
    )
    fields[1]?.vm.$emit('change', 18)
    await flushPromises()
    expect(args('retention.change')).toEqual([{ leavers: 18 }])
    expect(page.findAllComponents(ElInputNumber)[1]?.props('modelValue')).toBe(18)
  })

  it('goes back when the desk refuses it, and says why', async () => {
    const { page, kiosk, at } = await open()
    kiosk.refuse.set('retention.change', 'db-full')
    page.findAllComponents(ElInputNumber)[1]?.vm.$emit('change', 18)
    await flushPromises()
    expect(at('retention-leavers').text()).toContain('没有保存：磁盘满了')
    expect(page.findAllComponents(ElInputNumber)[1]?.props('modelValue')).toBe(12)
  })
})

describe('deleting what has had its time', () => {
  it('asks once, says that it is final, and lies not under the finger', async () => {
    const { at, press, args } = await open(DUE)
    await press('retention-run')
    expect(document.activeElement).toBe(at('retention-run-not').element)
    expect(at('privacy-screen').text()).toContain('删除后找不回来')
    expect(args('retention.run')).toEqual([])
    await press('retention-run-sure')
    expect(args('retention.run')).toEqual([null])
    expect(at('retention-done').text()).toContain('已清理')
    expect(at('retention-leavers').text()).not.toContain('31 条')
  })

  it('is not there when nothing is due', async () => {
    const { at } = await open()
    expect(at('retention-run').attributes()).toHaveProperty('disabled')
  })

  it('waits while the clock is wrong, and says what to do', async () => {
    const { at } = await open({ ...DUE, clockRefused: true })
    expect(at('clock-refused').text()).toContain('校准')
    expect(at('retention-run').attributes()).toHaveProperty('disabled')
    expect(at('retention-acts').text()).toContain('没有统计')
  })
})

describe('a supervisor', () => {
  it('sees all of it and changes nothing; why is said', async () => {
    const { page, at } = await open(DUE, as('supervisor'))
    for (const one of ['ground-consent', 'retention-run'])
      expect(at(one).attributes()).toHaveProperty('disabled')
    for (const field of page.findAllComponents(ElInputNumber))
      expect(field.props('disabled')).toBe(true)
    expect(at('ground-fixed').text()).toBe('由系统管理员设置。')
    expect(at('retention-fixed').text()).toBe('由系统管理员设置。')
  })
})

describe('the yearly pack', () => {
  it('is of the year that ended while it is January, else of this one', () => {
    expect(usualYear(MONDAY)).toBe(2026)
    expect(usualYear(Date.parse('2027-01-31T23:59:00+08:00'))).toBe(2026)
    expect(usualYear(Date.parse('2027-01-31T16:01:00Z'))).toBe(2027)
    expect(reportYears(MONDAY)).toEqual([2026, 2025, 2024, 2023])
  })

  it('takes the own PIN once more, and says what was saved', async () => {
    const { kiosk, at, type, press, args, settle } = await open()
    kiosk.refuse.set('report.year', 're-auth-needed')
    await press('report-year')
    expect(at('confirm').attributes('data-of')).toBe('own')
    kiosk.refuse.clear()
    await type('confirm-pin', STAFF.administrator.rehearsalPin ?? '')
    await at('confirm').find('form').trigger('submit')
    await settle()
    expect(args('report.year').at(-1)).toEqual({ year: 2026, language: 'zh-CN' })
    expect(at('saved').text()).toContain('年度审计材料-2026.pdf')
  })

  it('stands beside the log, too, and says when it was called off', async () => {
    const { kiosk, at, type, press, args } = await careDesk('log')
    kiosk.care.saved = { kind: 'called-off' }
    await type('report-year-of', '2025')
    await press('report-year')
    expect(args('report.year')).toEqual([{ year: 2025, language: 'zh-CN' }])
    expect(at('saved').text()).toContain('什么也没存')
  })
})
