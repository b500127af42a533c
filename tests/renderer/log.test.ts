// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AUDIT_KINDS, type AuditEntry } from '../../core/audit.ts'
import type { Args, AuditCheckShown, RequestName } from '../../core/contract.ts'
import type { OpenDesk } from '../../core/deskState.ts'
import { CHECK_FOUND } from '../../renderer/features/log/checkWords.ts'
import { kindsOf } from '../../renderer/features/log/auditKinds.ts'
import { logDays } from '../../renderer/features/log/logDays.ts'
import LogScreen from '../../renderer/features/log/LogScreen.vue'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { PAGE_ROWS, useLog } from '../../renderer/stores/log.ts'
import { MONDAY } from './builders.ts'
import { entry, NAMES, rows } from './logRows.ts'
import { mountPage } from './mountPage.ts'
import { alone, deskOf } from './staffLines.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const SUPERVISOR = deskOf('supervisor')

async function open(
  options: {
    readonly entries?: readonly AuditEntry[]
    readonly check?: AuditCheckShown
    readonly desk?: OpenDesk
    readonly refused?: RequestName
  } = {},
) {
  const { page, kiosk } = await mountPage(alone(LogScreen, options.desk ?? SUPERVISOR), {
    prepare: (fake) => {
      fake.staff.entries = options.entries ?? rows(60)
      fake.staff.names = NAMES
      if (options.check) fake.staff.check = options.check
      if (options.refused) fake.refuse.set(options.refused, 'internal')
    },
  })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const all = (name: string) => page.findAll(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger(at(name).element.matches('[type="submit"]') ? 'submit' : 'click')
    await flushPromises()
  }
  const asked = <N extends RequestName>(name: N) =>
    kiosk.asked
      .filter((one) => one.name === name)
      .map(({ args }) => structuredClone(args) as Args<N>)
  return { page, kiosk, at, all, press, asked }
}

describe('a row', () => {
  const rowOf = async (part: Partial<AuditEntry>) => {
    const { at } = await open({ entries: [entry(part)] })
    return at('log-row').text()
  }

  it.each(AUDIT_KINDS)('of kind %s is said in words', async (kind) => {
    const warned = vi.spyOn(console, 'warn')
    const { at } = await open({ entries: rows(60).filter((row) => row.kind === kind) })
    expect(at('log-row').text()).toContain(zhCN.log.kind[kind])
    expect(at('log-row').text()).not.toMatch(/log\.|\{|null/)
    expect(warned).not.toHaveBeenCalled()
  })

  it('says when, who, of whom, what for and why', async () => {
    const text = await rowOf({
      kind: 'education-id-shown',
      studentId: '8f2c77e1-0d5b-4c6e-9a10-3344556fab12',
      reason: 'parent-asks',
    })
    for (const words of ['08:02', '李秀英', '查看完整教育ID', '学生 …ab12', '办理', '家长来问'])
      expect(text).toContain(words)
    expect(text).not.toContain('3344556f')
  })

  it('says what somebody typed as it was typed', async () => {
    expect(await rowOf({ kind: 'log-notice-lifted', reason: '磁盘换过' })).toContain(
      '原因：磁盘换过',
    )
  })

  it.each([
    ['list-shown', 's-1aaaa', '学生 …aaaa'],
    ['list-shown', 's-1 s-2 s-3', '3 名学生'],
    ['list-shown', '128', '128 名学生'],
    ['pin-wrong', 'o-cl', '周敏'],
    ['operator-ended', 'who-knows-77b0', '人员 …77b0'],
    ['locked', 'handed-over', '换人'],
    ['settings-changed', 'kiosk muted', '全屏专用、静音'],
    ['re-authenticated', 'override-verdict', '人工改判'],
    ['deleted', 'taps 120', '120 条'],
    ['backup-made', '2026-10-12-0800', '2026-10-12-0800'],
  ] as const)('of kind %s about %s says %s', async (kind, about, words) => {
    expect(await rowOf({ kind, about })).toContain(words)
  })

  it('of nobody says that nobody was signed in', async () => {
    expect(await rowOf({ operatorId: null, purpose: null })).toContain('无人登录')
  })
})

describe('in privacy mode', () => {
  it('no pupil has a tail, and colleagues keep their names', async () => {
    const settings = { ...SUPERVISOR.settings, privacyMode: true }
    const { at } = await open({ desk: { ...SUPERVISOR, settings } })
    expect(at('log').text()).toContain('学生 …••••')
    expect(at('log').text()).not.toContain('ab12')
    expect(at('log').text()).toContain('李秀英')
  })
})

describe('the list', () => {
  it('is cut into the days of Beijing, newest first', async () => {
    const { page } = await open({ entries: rows(12) })
    expect(page.findAll('.list h2').map((one) => one.text())).toEqual([
      '10月12日 周一',
      '10月11日 周日',
    ])
    expect(logDays(rows(12)).map((day) => day.entries.length)).toEqual([9, 3])
  })

  it('fetches what is older, page by page, from the last row that is shown', async () => {
    const { all, at, press, asked } = await open({ entries: rows(150) })
    expect(all('log-row')).toHaveLength(PAGE_ROWS)
    await press('log-more')
    expect(all('log-row')).toHaveLength(150)
    expect(asked('audit.page').map(({ before }) => before)).toEqual([null, 12_000 - PAGE_ROWS + 1])
    expect(at('log-more').exists()).toBe(false)
    expect(at('log-end').exists()).toBe(true)
  })

  it('says what it is for while it is empty', async () => {
    const { at } = await open({ entries: [] })
    expect(at('log-empty').text()).toContain(zhCN.log.noneHelp)
  })

  it('says why when the desk does not show it', async () => {
    const { page } = await open({ refused: 'audit.page' })
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of.internal.what)
  })

  it('is forgotten when the screen is left', async () => {
    const { page } = await open()
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
    const { all, press, asked } = await open()
    await press('log-group-staff')
    expect(asked('audit.page').at(-1)?.kinds).toEqual(kindsOf('staff'))
    const shown = new Set(all('log-row').map((row) => row.attributes('data-kind')))
    expect([...shown].toSorted()).toEqual([...kindsOf('staff')].toSorted())
  })

  it('show one person, and keep the others to choose from', async () => {
    const { at, asked } = await open()
    await at('log-person').setValue('o-cl')
    await flushPromises()
    expect(asked('audit.page').at(-1)?.operatorId).toBe('o-cl')
    expect(at('log-person').text()).toContain('李秀英')
    await at('log-person').setValue('')
    await flushPromises()
    expect(asked('audit.page').at(-1)?.operatorId).toBeNull()
  })

  it('say that nothing fits, and lead back to everything', async () => {
    const { at, all, press } = await open({ entries: [entry({ kind: 'tap' })] })
    await press('log-group-data')
    expect(at('log-empty').text()).toContain(zhCN.log.noneFound)
    await at('log-empty').find('button').trigger('click')
    await flushPromises()
    expect(all('log-row')).toHaveLength(1)
    expect(at('log-group-all').attributes('aria-pressed')).toBe('true')
  })
})

describe('the check', () => {
  it('says that the log is whole, and of how many rows', async () => {
    const { at, press } = await open({ check: { kind: 'ok', rows: 1203 } })
    await press('log-check')
    expect(at('log-check-result').text()).toContain('完好，共 1203 条')
    expect(at('log-check-result').text()).toContain('08:02 检查')
    expect(at('log-lift').exists()).toBe(false)
  })

  it('says that it is running', async () => {
    const { at } = await open()
    void at('log-check').trigger('click')
    await Promise.resolve()
    await at('log-check').trigger('click')
    expect(useLog().check.kind === 'running' || useLog().check.kind === 'done').toBe(true)
    await flushPromises()
    expect(at('log-check-result').attributes('data-found')).toBe('ok')
  })

  it.each([...CHECK_FOUND, 'something-new'])('says what is wrong: %s', async (why) => {
    const { at, press } = await open({ check: { kind: 'broken', why, seq: 77 } })
    await press('log-check')
    const { broken } = zhCN.log.check
    const said = broken[why as keyof typeof broken] ?? broken.other
    expect(at('log-check-result').text()).toContain(said.replace('{seq}', '77'))
    expect(at('log-check-result').text()).toContain(zhCN.log.check.next)
  })

  it('that does not end says why', async () => {
    const { page, press } = await open({ refused: 'audit.check' })
    await press('log-check')
    expect(page.find('[role="alert"]').text()).toContain('没有检查完')
  })
})

describe('a changed log', () => {
  const BROKEN = { kind: 'broken', why: 'altered', seq: 77 } as const
  const NOTICED: OpenDesk = { ...SUPERVISOR, notices: ['log-changed'] }

  it('is taken note of by a supervisor who says what was found', async () => {
    const { at, press, asked } = await open({ check: BROKEN })
    await press('log-check')
    await press('log-lift')
    expect(at('log').text()).toContain(zhCN.log.lift.reasonMissing)
    await at('log-lift-reason').setValue(' 磁盘换过，已报告学校 ')
    await press('log-lift')
    expect(asked('audit.lift')).toEqual([{ reason: '磁盘换过，已报告学校' }])
    expect(at('log-lifted').text()).toBe(zhCN.log.lift.done)
  })

  it('can be taken note of as soon as the desk says so', async () => {
    const { at } = await open({ desk: NOTICED })
    expect(at('log-lift').exists()).toBe(true)
  })

  it('is no administrator’s to take note of', async () => {
    const { at } = await open({ desk: { ...NOTICED, operator: deskOf('administrator').operator } })
    expect(at('log-lift').exists()).toBe(false)
    expect(at('log').text()).toContain(zhCN.log.lift.others)
  })

  it('keeps what was typed when the desk refuses', async () => {
    const { page, at, press } = await open({ desk: NOTICED, refused: 'audit.lift' })
    await at('log-lift-reason').setValue('磁盘换过')
    await press('log-lift')
    expect(page.find('[role="alert"]').text()).toContain('没有记下')
    expect((at('log-lift-reason').element as HTMLTextAreaElement).value).toBe('磁盘换过')
  })
})
