// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AUDIT_KINDS, type AuditEntry } from '../../core/audit.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { MONDAY } from './builders.ts'
import { entry, rows } from './logRows.ts'
import { logScreen, SUPERVISOR } from './logScreen.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: MONDAY }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('a row', () => {
  const rowOf = async (part: Partial<AuditEntry>) => {
    const { at } = await logScreen({ entries: [entry(part)] })
    return at('log-row').text()
  }

  it.each(AUDIT_KINDS)('of kind %s is said in words', async (kind) => {
    const warned = vi.spyOn(console, 'warn')
    const { at } = await logScreen({
      entries: rows(AUDIT_KINDS.length).filter((row) => row.kind === kind),
    })
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
    for (const words of ['08:02', '李秀英', '查看完整教育ID', '编号 …ab12', '办理', '家长来问'])
      expect(text).toContain(words)
    expect(text).not.toContain('3344556f')
  })

  it('names a pupil whom the person at the desk may know, by the tail of the 教育ID', async () => {
    const pupils = { 'student-750': { name: '张伟', educationIdTail: '1234' } }
    const entries = ['student-750', 'student-751'].map((studentId) => entry({ studentId }))
    const { all } = await logScreen({ entries, pupils })
    const [known, unknown] = all('log-row').map((row) => row.find('.pupil').text())
    expect([known, unknown]).toEqual(['张伟 …1234', '学生 编号 …751'])
  })

  it('says what somebody typed as it was typed', async () => {
    expect(await rowOf({ kind: 'log-notice-lifted', reason: '磁盘换过' })).toContain(
      '原因：磁盘换过',
    )
  })

  it.each([
    ['list-shown', 's-1aaaa', '编号 …aaaa'],
    ['list-shown', 's-1 s-2 s-3', '3 名学生'],
    ['list-shown', '128', '128 名学生'],
    ['pin-wrong', 'o-cl', '周敏'],
    ['operator-ended', 'who-knows-77b0', '人员 …77b0'],
    ['locked', 'handed-over', '换人'],
    ['settings-changed', 'kiosk muted', '全屏专用、静音'],
    ['re-authenticated', 'override-verdict', '人工改判'],
    ['deleted', 'taps 120', '120 条'],
    ['backup-made', '2026-10-12-0800', '2026-10-12-0800'],
    ['calendar-changed', 'year 2027', '2027年放假安排'],
    ['calendar-changed', 'announcement 2026-02-09 2026-02-11', '缴费公告 2026年2月9日–11日'],
    ['calendar-changed', 'term 2026-2027 1 senior dropped', '第一学期（高中）（删除）'],
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
    const { at } = await logScreen({ desk: { ...SUPERVISOR, settings } })
    expect(at('log').text()).toContain('编号 …••••')
    expect(at('log').text()).not.toContain('ab12')
    expect(at('log').text()).toContain('李秀英')
  })

  it('a pupil is not named either', async () => {
    const settings = { ...SUPERVISOR.settings, privacyMode: true }
    const { at } = await logScreen({
      desk: { ...SUPERVISOR, settings },
      entries: [entry({ studentId: 's-1' })],
      pupils: { 's-1': { name: '张伟', educationIdTail: '1234' } },
    })
    expect(at('log-row').find('.pupil').text()).toBe('张* …••••')
  })
})
