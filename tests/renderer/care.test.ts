// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CareView } from '../../core/care.ts'
import { KEY_STORES } from '../../core/keyStore.ts'
import { SLOW_MS } from '../../renderer/composables/useSlow.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { openDesk } from './builders.ts'
import { BACKUPS, careView, FROM_NOTHING, NOTHING_LOST, recovery } from './careBuilders.ts'
import { careDesk } from './careDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const open = (part: Partial<CareView> = {}, desk = openDesk()) =>
  careDesk('care', desk, (kiosk) => (kiosk.care.view = careView(part)))

describe('how the data stand', () => {
  it('is said in one glance', async () => {
    const { at } = await open()
    for (const words of ['GNOME 密钥环', '可用 120 GB', '3 次', 'a1b2c3d4', 'AppData'])
      expect(at('care-standing').text()).toContain(words)
    expect(at('care-backup').attributes('data-asks')).toBe('false')
  })

  it('asks for a hand where one is needed, in words', async () => {
    const { at } = await open({
      backups: [],
      backupLate: true,
      diskLow: true,
      freeBytes: 640_000_000,
      keyStore: null,
      keyException: true,
    })
    expect(at('care-backup').text()).toContain('没有备份')
    expect(at('care-disk').text()).toContain('可用 640 MB')
    expect(at('care-key').text()).toContain('仅口令')
    for (const one of ['care-backup', 'care-disk', 'care-key'])
      expect(at(one).attributes('data-asks')).toBe('true')
    expect(at('backup-none').text()).toContain('还没有备份')
  })

  it.each(KEY_STORES)('has a plain name for the key store %s', async (keyStore) => {
    const { at } = await open({ keyStore })
    expect(at('care-key').text()).toContain(zhCN.care.key.store[keyStore])
    expect(at('care-key').attributes('data-asks')).toBe('false')
  })

  it('wants a key store where there is none, and misses none in a rehearsal', async () => {
    const real = await open({ keyStore: null }, openDesk({ mode: 'real' }))
    expect(real.at('care-key').text()).toContain('没有系统密钥库')
    expect(real.at('care-key').attributes('data-asks')).toBe('true')
    real.page.unmount()
    const { at } = await open({ keyStore: null }, openDesk({ mode: 'rehearsal' }))
    expect(at('care-key').text()).toContain('演练不用密钥库')
    expect(at('care-key').attributes('data-asks')).toBeUndefined()
    expect(at('care-key').find('.lamp').exists()).toBe(false)
  })

  it('does not take a backup that cannot be used for the last one', async () => {
    const { at } = await open({ backups: BACKUPS.filter(({ fault }) => fault !== null) })
    expect(at('care-backup').text()).toContain('没有备份')
  })
})

describe('the backups', () => {
  it('say when, what and whether they are whole; a broken one is not restored', async () => {
    const { page } = await open()
    const rows = page.findAll('[data-test="backup-row"]')
    expect(rows).toHaveLength(BACKUPS.length)
    expect(rows[0]?.text()).toContain('10月12日 周一 06:02')
    for (const words of ['每小时', '1203 名学生', '18 MB', '完好'])
      expect(rows[0]?.text()).toContain(words)
    expect(rows[2]?.text()).toContain('不可用：数据损坏')
    expect(rows[2]?.find('[data-test="backup-restore"]').exists()).toBe(false)
  })

  it('are made now; what takes long shows that it goes on', async () => {
    const { page, kiosk, at, press } = await open()
    let made: () => void = () => undefined
    kiosk.care.made = new Promise((resolve) => (made = resolve))
    await press('backup-now')
    expect(at('backup-progress').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(SLOW_MS)
    expect(at('backup-progress').exists()).toBe(true)
    made()
    await flushPromises()
    expect(at('backup-progress').exists()).toBe(false)
    expect(page.findAll('[data-test="backup-row"]')).toHaveLength(BACKUPS.length + 1)
  })

  it('say why none was made', async () => {
    const { page, kiosk, press } = await open()
    kiosk.refuse.set('backup.now', 'db-full')
    await press('backup-now')
    expect(page.find('[role="alert"]').text()).toContain('没有备份成：磁盘满了')
  })

  it('are not a supervisor’s to make, nor is the support log; both say whose', async () => {
    const { at } = await open({}, openDesk({ operator: { ...SUPERVISOR } }))
    expect(at('backup-now').exists()).toBe(false)
    expect(at('backup-whose').text()).toContain('系统管理员')
    expect(at('support-bundle').attributes()).toHaveProperty('disabled')
    expect(at('backup-restore').exists()).toBe(true)
  })
})

const SUPERVISOR = { id: 'supervisor', name: '张静', roles: ['supervisor'], classes: [] } as const

describe('the last recovery', () => {
  it('is told in numbers, and where the old file lies', async () => {
    const { at } = await open({ recovered: recovery() })
    expect(at('recovery-inBase').text()).toMatch(/410.*8230/)
    expect(at('recovery-fromFile').text()).toMatch(/21.*96/)
    expect(at('recovery-lost').text()).toContain('丢失 1 条')
    expect(at('recovery').text()).toContain('data\\quarantine\\2026-10-12T07-02-11')
    expect(at('recovery').text()).not.toMatch(/care\.|\{/)
  })

  it('says so when nothing was lost, or when it began with nothing', async () => {
    const whole = await open({ recovered: NOTHING_LOST })
    expect(whole.at('recovery-lost').text()).toBe('没有丢失')
    expect(whole.at('recovery-fromJournal').exists()).toBe(false)
    whole.page.unmount()
    const empty = await open({ recovered: FROM_NOTHING })
    expect(empty.at('recovery').text()).toContain('请重新导入名册')
  })

  it('is not there when there was none', async () => {
    expect((await open()).at('recovery').exists()).toBe(false)
  })
})

describe('the support log', () => {
  it('says what is in it, and what was saved or not', async () => {
    const { kiosk, at, press } = await open()
    expect(at('care').text()).toContain('没有姓名和号码')
    kiosk.care.saved = { kind: 'saved', names: ['支持日志-2026.zip'] }
    await press('support-bundle')
    expect(at('saved').text()).toContain('支持日志-2026.zip')
    kiosk.care.saved = { kind: 'called-off' }
    await press('support-bundle')
    expect(at('saved').text()).toContain('没有选文件夹')
  })
})
