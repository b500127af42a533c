// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenDesk } from '../../core/deskState.ts'
import { CHECK_FOUND } from '../../renderer/features/log/checkWords.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { useLog } from '../../renderer/stores/log.ts'
import { MONDAY } from './builders.ts'
import { logScreen, SUPERVISOR } from './logScreen.ts'
import { deskOf } from './staffLines.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the check', () => {
  it('says that the log is whole, and of how many rows', async () => {
    const { at, press } = await logScreen({ check: { kind: 'ok', rows: 1203 } })
    await press('log-check')
    expect(at('log-check-result').text()).toContain('完好，共 1203 条')
    expect(at('log-check-result').text()).toContain('08:02 检查')
    expect(at('log-lift').exists()).toBe(false)
  })

  it('says that it is running', async () => {
    const { at } = await logScreen()
    void at('log-check').trigger('click')
    await Promise.resolve()
    await at('log-check').trigger('click')
    expect(useLog().check.kind === 'running' || useLog().check.kind === 'done').toBe(true)
    await flushPromises()
    expect(at('log-check-result').attributes('data-found')).toBe('ok')
  })

  it.each([...CHECK_FOUND, 'something-new'])('says what is wrong: %s', async (why) => {
    const { at, press } = await logScreen({ check: { kind: 'broken', why, seq: 77 } })
    await press('log-check')
    const { broken } = zhCN.log.check
    const said = broken[why as keyof typeof broken] ?? broken.other
    expect(at('log-check-result').text()).toContain(said.replace('{seq}', '77'))
    expect(at('log-check-result').text()).toContain(zhCN.log.check.next)
  })

  it('that does not end says why', async () => {
    const { page, press } = await logScreen({ refused: 'audit.check' })
    await press('log-check')
    expect(page.find('[role="alert"]').text()).toContain('没有检查完')
  })
})

describe('a changed log', () => {
  const BROKEN = { kind: 'broken', why: 'altered', seq: 77 } as const
  const NOTICED: OpenDesk = { ...SUPERVISOR, notices: ['log-changed'] }

  it('is taken note of by a supervisor who says what was found', async () => {
    const { at, press, asked } = await logScreen({ check: BROKEN })
    await press('log-check')
    await press('log-lift')
    expect(at('log').text()).toContain(zhCN.log.lift.reasonMissing)
    await at('log-lift-reason').setValue(' 磁盘换过，已报告学校 ')
    await press('log-lift')
    expect(asked('audit.lift')).toEqual([{ reason: '磁盘换过，已报告学校' }])
    expect(at('log-lifted').text()).toBe(zhCN.log.lift.done)
  })

  it('can be taken note of as soon as the desk says so', async () => {
    const { at } = await logScreen({ desk: NOTICED })
    expect(at('log-lift').exists()).toBe(true)
  })

  it('is no administrator’s to take note of', async () => {
    const { at } = await logScreen({
      desk: { ...NOTICED, operator: deskOf('administrator').operator },
    })
    expect(at('log-lift').exists()).toBe(false)
    expect(at('log').text()).toContain(zhCN.log.lift.others)
  })

  it('keeps what was typed when the desk refuses', async () => {
    const { page, at, press } = await logScreen({ desk: NOTICED, refused: 'audit.lift' })
    await at('log-lift-reason').setValue('磁盘换过')
    await press('log-lift')
    expect(page.find('[role="alert"]').text()).toContain('没有记下')
    expect((at('log-lift-reason').element as HTMLTextAreaElement).value).toBe('磁盘换过')
  })
})
