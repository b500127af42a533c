// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { openDesk } from './builders.ts'
import { BACKUPS } from './careBuilders.ts'
import { careDesk } from './careDesk.ts'
import { STAFF } from './people.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const ARGS = { name: BACKUPS[0]?.name, reason: '资料显示不全' }

async function chosen(desk = openDesk()) {
  const shown = await careDesk('care', desk)
  await shown.press('backup-restore')
  return shown
}

describe('restoring a backup', () => {
  it('says first what happens', async () => {
    const { at } = await chosen()
    for (const words of ['关闭数据', '代替', '自动补回', '重新登录', '10月12日 周一 06:02'])
      expect(at('restore-panel').text()).toContain(words)
  })

  it('takes a reason', async () => {
    const { at, type, press, args } = await chosen()
    await type('restore-reason', '  ')
    await press('restore-go')
    expect(at('restore-panel').text()).toContain('请写明原因')
    expect(args('backup.restore')).toEqual([])
  })

  it('takes a second person, whose PIN is asked for, and then goes through', async () => {
    const { kiosk, at, type, press, args, settle } = await chosen()
    kiosk.refuse.set('backup.restore', 'second-person-needed')
    await type('restore-reason', ARGS.reason)
    await press('restore-go')
    expect(at('confirm').attributes('data-of')).toBe('second')
    expect(at('confirm').text()).toContain('管理员和卡管员各一位')
    kiosk.refuse.clear()
    kiosk.care.onRestore = () => kiosk.signing.lock('start')
    await type('colleague', STAFF.supervisor.id)
    await type('confirm-pin', STAFF.supervisor.rehearsalPin ?? '')
    await at('confirm').find('form').trigger('submit')
    await settle()
    expect(args('backup.restore')).toEqual([ARGS, ARGS])
    expect(at('locked').text()).toContain('已恢复到 10月12日 周一 06:02 的备份')
  })

  it('says while it goes on that the backup is put in place', async () => {
    const { kiosk, at, settle } = await chosen()
    kiosk.push({ kind: 'opening', why: 'restoring' })
    await settle()
    expect(at('opening').text()).toContain('正在换成备份的数据')
    kiosk.push({ kind: 'opening', why: 'start' })
    await settle()
    expect(at('opening').text()).toContain('正在打开')
  })

  it('is not done without one, and says why', async () => {
    const { kiosk, at, type, press } = await chosen()
    kiosk.refuse.set('backup.restore', 'second-person-needed')
    await type('restore-reason', ARGS.reason)
    await press('restore-go')
    await press('confirm-cancel')
    expect(at('restore-panel').text()).toContain('没有恢复：需要第二个人')
  })

  it('takes the own PIN once more where one person is both', async () => {
    const { kiosk, at, type, press } = await chosen(openDesk({ alone: true }))
    expect(at('restore-panel').text()).toContain('单人办理')
    kiosk.refuse.set('backup.restore', 'second-person-needed')
    await type('restore-reason', ARGS.reason)
    await press('restore-go')
    expect(at('confirm').attributes('data-of')).toBe('own')
  })

  it.each([
    ['wrong-key', '不是用这里的密钥锁的'],
    ['ruined', '的备份不完好'],
  ] as const)('says where people sign in again that it failed: %s', async (kind, words) => {
    const { kiosk, at, type, press, signIn, click } = await chosen()
    kiosk.care.restored = { kind }
    kiosk.care.onRestore = () => kiosk.signing.lock('start')
    await type('restore-reason', ARGS.reason)
    await press('restore-go')
    expect(at('restored').text()).toContain(words)
    expect(at('restored').text()).toContain('原来的数据没有动')
    // Whoever signs in has seen it.
    await signIn(STAFF.everything.rehearsalPin ?? '')
    await click('lock')
    expect([at('locked').exists(), at('restored').exists()]).toEqual([true, false])
  })

  it('says so when the disk failed after the desk had locked', async () => {
    const { kiosk, at, type, press } = await chosen()
    kiosk.care.onRestore = () => {
      kiosk.signing.lock('start')
      kiosk.refuse.set('backup.restore', 'db-full')
    }
    const request = kiosk.request.bind(kiosk)
    kiosk.request = async (name, args) => {
      const reply = await request(name, args)
      const code = kiosk.refuse.get(name)
      return code === undefined ? reply : { ok: false, code, message: '' }
    }
    await type('restore-reason', ARGS.reason)
    await press('restore-go')
    expect(at('restored').text()).toContain('没有恢复：磁盘满了')
  })
})
