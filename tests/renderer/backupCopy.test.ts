// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CopyAnswer } from '../../core/care.ts'
import { SLOW_MS } from '../../renderer/composables/useSlow.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { openDesk } from './builders.ts'
import { BACKUPS, careView } from './careBuilders.ts'
import { careDesk } from './careDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const { copy } = zhCN.care
const SUPERVISOR = { id: 'supervisor', name: '张静', roles: ['supervisor'], classes: [] } as const

describe('a backup on a stick', () => {
  it('is a copy of the newest whole one, and says under which name it lies there', async () => {
    const { kiosk, at, press, args } = await careDesk('care', openDesk(), (fake) => {
      fake.care.view = careView({ backups: BACKUPS.slice(2) })
    })
    expect(at('copy-which').text()).toContain('10月11日 周日')
    kiosk.care.copied = { kind: 'copied', name: '000028-daily（2）' }
    await press('backup-copy')
    expect(args('backup.copy')).toEqual([{ name: '000028-daily' }])
    expect(at('copy-done').text()).toContain(copy.copied)
    expect(at('copy-done').text()).toContain('000028-daily（2）')
  })

  it.each([
    [{ kind: 'there', name: '000031-hourly' }, copy.there],
    [{ kind: 'called-off' }, copy.calledOff],
    [{ kind: 'ruined' }, copy.ruined.next],
    [{ kind: 'stick-failed' }, copy['stick-failed'].next],
  ] as const satisfies readonly [CopyAnswer, string][])(
    'that is %o is said',
    async (answer, words) => {
      const { kiosk, at, press } = await careDesk('care')
      kiosk.care.copied = answer
      await press('backup-copy')
      expect(at('care').text()).toContain(words)
      const failed = ['ruined', 'stick-failed'].includes(answer.kind)
      expect([at('copy-failed').exists(), at('copy-done').text() === '']).toEqual([failed, failed])
    },
  )

  it('takes its time, and says so', async () => {
    const { kiosk, at, press } = await careDesk('care')
    let made: () => void = () => undefined
    kiosk.care.made = new Promise((resolve) => (made = resolve))
    await press('backup-copy')
    await vi.advanceTimersByTimeAsync(SLOW_MS)
    expect(at('backup-copy').text()).toBe(copy.busy)
    made()
    await flushPromises()
    expect(at('backup-copy').text()).toBe(copy.act)
  })

  it('that is full is said with what to do about the stick', async () => {
    const { kiosk, page, at, press } = await careDesk('care')
    kiosk.refuse.set('backup.copy', 'db-full')
    await press('backup-copy')
    expect(page.find('[role="alert"]').text()).toBe('没有拷成：磁盘满了')
    expect(at('care').text()).toContain(copy.next)
  })

  it('takes the PIN once more, and says what for', async () => {
    const { kiosk, at, press } = await careDesk('care')
    kiosk.refuse.set('backup.copy', 're-auth-needed')
    await press('backup-copy')
    expect(at('confirm').text()).toContain(copy.why)
  })

  it('is not a supervisor’s to make, and none where no backup is whole', async () => {
    const watched = await careDesk('care', openDesk({ operator: SUPERVISOR }))
    expect(watched.at('backup-copy').attributes()).toHaveProperty('disabled')
    watched.page.unmount()
    const { at } = await careDesk('care', openDesk(), (fake) => {
      fake.care.view = careView({ backups: [] })
    })
    expect(at('backup-copy').attributes()).toHaveProperty('disabled')
    expect(at('care').text()).toContain(copy.none)
  })
})
