// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AUDIT_KINDS } from '../../core/audit.ts'
import { kindsOf } from '../../renderer/features/log/auditKinds.ts'
import { logDays } from '../../renderer/features/log/logDays.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { PAGE_ROWS, useLog } from '../../renderer/stores/log.ts'
import { MONDAY } from './builders.ts'
import { entry, rows } from './logRows.ts'
import { logScreen } from './logScreen.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the list', () => {
  it('is cut into the days of Beijing, newest first', async () => {
    const { page } = await logScreen({ entries: rows(12) })
    expect(page.findAll('.list h2').map((one) => one.text())).toEqual([
      '10月12日 周一',
      '10月11日 周日',
    ])
    expect(logDays(rows(12)).map((day) => day.entries.length)).toEqual([9, 3])
  })

  it('fetches what is older, page by page, from the last row that is shown', async () => {
    const { all, at, press, asked } = await logScreen({ entries: rows(150) })
    expect(all('log-row')).toHaveLength(PAGE_ROWS)
    await press('log-more')
    expect(all('log-row')).toHaveLength(150)
    expect(asked('audit.page').map(({ before }) => before)).toEqual([null, 12_000 - PAGE_ROWS + 1])
    expect(at('log-more').exists()).toBe(false)
    expect(at('log-end').exists()).toBe(true)
  })

  it('says what it is for while it is empty', async () => {
    const { at } = await logScreen({ entries: [] })
    expect(at('log-empty').text()).toContain(zhCN.log.noneHelp)
  })

  it('says why when the desk does not show it', async () => {
    const { page } = await logScreen({ refused: 'audit.page' })
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of.internal.what)
  })

  it('is forgotten when the screen is left', async () => {
    const { page } = await logScreen()
    page.unmount()
    expect(useLog().entries).toBeNull()
  })
})

describe('the filters', () => {
  it('put every kind into exactly one group', () => {
    const groups = ['looks', 'sign-in', 'staff', 'data'] as const
    expect(groups.flatMap(kindsOf).toSorted()).toEqual([...AUDIT_KINDS].toSorted())
  })

  it('show one group of kinds', async () => {
    const { all, press, asked } = await logScreen()
    await press('log-group-staff')
    expect(asked('audit.page').at(-1)?.kinds).toEqual(kindsOf('staff'))
    const shown = new Set(all('log-row').map((row) => row.attributes('data-kind')))
    expect([...shown].toSorted()).toEqual([...kindsOf('staff')].toSorted())
  })

  it('show one person, and keep the others to choose from', async () => {
    const { at, asked } = await logScreen()
    await at('log-person').setValue('o-cl')
    await flushPromises()
    expect(asked('audit.page').at(-1)?.operatorId).toBe('o-cl')
    expect(at('log-person').text()).toContain('李秀英')
    await at('log-person').setValue('')
    await flushPromises()
    expect(asked('audit.page').at(-1)?.operatorId).toBeNull()
  })

  it('say that nothing fits, and lead back to everything', async () => {
    const { at, all, press } = await logScreen({ entries: [entry({ kind: 'tap' })] })
    await press('log-group-data')
    expect(at('log-empty').text()).toContain(zhCN.log.noneFound)
    await at('log-empty').find('button').trigger('click')
    await flushPromises()
    expect(all('log-row')).toHaveLength(1)
    expect(at('log-group-all').attributes('aria-pressed')).toBe('true')
  })
})
