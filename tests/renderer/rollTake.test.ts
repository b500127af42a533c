// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RollProgress } from '../../core/rollRequests.ts'
import { SLOW_MS } from '../../renderer/composables/useSlow.ts'
import { useRoll } from '../../renderer/stores/roll.ts'
import { useRollImport } from '../../renderer/stores/rollImport.ts'
import { useRollWork } from '../../renderer/stores/rollWork.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { STAFF } from './people.ts'
import { NO_SCHOOL, preview } from './rollBuilders.ts'
import { gate, rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const FINE = preview({ counts: { ...preview().counts, broken: 0 } })
const clerk = openDesk({
  operator: { id: 'clerk', name: '王芳', roles: ['clerk'], classes: [] },
})

const open = async (
  prepare: (kiosk: FakeKiosk) => unknown = () => undefined,
  desk = openDesk(),
) => {
  const shown = await rollDesk((kiosk) => {
    kiosk.roll.compared = FINE
    prepare(kiosk)
  }, desk)
  await shown.compare()
  return shown
}

describe('taking a roll over', () => {
  it('goes back to the roll, says what was done and offers to take it back', async () => {
    const { at, press, args } = await open()
    await press('roll-take')
    expect(args('roll.take')).toEqual([{ withoutBroken: false, schoolName: null }])
    expect(at('roll-done').text()).toContain('已导入：新增 12 · 变更 3 · 离校 1')
    await press('roll-undo-this')
    expect(at('roll-done').text()).toContain('已经绑卡的学生不动')
    await press('roll-undo-this-sure')
    expect(args('roll.undo')).toEqual([{ changeId: 'c-6' }])
    expect(at('roll-done').text()).toBe('已撤销，名册改回了原样。')
  })

  it('takes a supervisor’s PIN where a clerk does it, and is done after that', async () => {
    const { kiosk, at, press, type, settle, args } = await open(undefined, clerk)
    kiosk.refuse.set('roll.take', 'second-person-needed')
    await press('roll-take')
    expect(at('confirm').attributes('data-of')).toBe('second')
    expect(at('confirm').text()).toContain('导入名册')
    kiosk.refuse.clear()
    await type('colleague', STAFF.supervisor.id)
    await type('confirm-pin', STAFF.supervisor.rehearsalPin ?? '')
    await at('confirm').find('form').trigger('submit')
    await settle()
    expect(args('roll.take')).toHaveLength(2)
    expect(at('roll-done').text()).toContain('已导入')
  })

  it('stays where it was when no PIN is given', async () => {
    const { kiosk, at, press } = await open(undefined, clerk)
    kiosk.refuse.set('roll.take', 'second-person-needed')
    await press('roll-take')
    await press('confirm-cancel')
    expect(at('roll-preview').text()).toContain('没有办成：需要第二个人')
  })

  it('is compared again where the roll has changed meanwhile', async () => {
    const { at, press } = await open((kiosk) => {
      kiosk.roll.taken = { kind: 'refused', why: 'changed-meanwhile' }
    })
    await press('roll-take')
    expect(at('roll-file').exists()).toBe(true)
    expect(at('roll-refused').text()).toContain('请再点“核对”看一遍')
  })

  it('says so where the disk is full', async () => {
    const { kiosk, at, press } = await open()
    kiosk.refuse.set('roll.take', 'db-full')
    await press('roll-take')
    expect(at('roll-file').text()).toContain('没有办成：磁盘满了')
  })
})

describe('long work', () => {
  const at = (done: number, part: Partial<RollProgress> = {}): RollProgress => ({
    ...{ at: 'index', done, total: 3_000, canCallOff: false },
    ...part,
  })

  async function working() {
    const { until, open: finish } = gate()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] })
    const shown = await open()
    shown.kiosk.roll.until = () => until
    await shown.press('roll-take')
    const told = async (progress: RollProgress | null, afterMs = 0) => {
      shown.kiosk.progress(progress)
      await vi.advanceTimersByTimeAsync(afterMs)
    }
    return { ...shown, finish, told }
  }

  it('is not told while it is short', async () => {
    const { page, told } = await working()
    await told(at(10), SLOW_MS - 1)
    expect(page.find('[data-test="roll-progress"]').exists()).toBe(false)
  })

  it('is told in words, with a bar and figures', async () => {
    const { at: find, told, page } = await working()
    await told(at(1_500), SLOW_MS)
    expect(find('roll-progress').text()).toMatch(/正在更新姓名查找….*1,500 \/ 3,000/)
    const bar = page.find('progress').element as HTMLProgressElement
    expect([bar.value, bar.max]).toEqual([1_500, 3_000])
    expect(find('roll-call-off').exists()).toBe(false)
  })

  it('says how much longer it takes where that is long', async () => {
    const { at: find, told } = await working()
    await told(at(0), 4_000)
    expect(find('roll-remaining').exists()).toBe(false)
    await told(at(300), 1_000)
    expect(find('roll-remaining').text()).toMatch(/大约还要 \d\d 秒/)
  })

  it('says nothing of a total that is not known', async () => {
    const { at: find, page, told } = await working()
    await told(at(0, { at: 'reading', total: null }), SLOW_MS)
    expect(find('roll-progress').text()).toContain('正在读文件…')
    expect(page.find('progress').attributes()).not.toHaveProperty('value')
  })

  it('goes on while somebody is at another screen, and is there when they are back', async () => {
    const { at: find, told, click, finish, settle, page } = await working()
    await told(at(600), SLOW_MS)
    await click('nav-verify')
    await click('nav-roll')
    expect(find('roll-progress').exists()).toBe(true)
    await click('nav-verify')
    finish()
    await settle()
    await click('nav-roll')
    expect(page.find('[data-test="roll-progress"]').exists()).toBe(false)
    expect(find('roll-done').text()).toContain('已导入')
  })

  it('can be called off as long as that leaves no trace', async () => {
    const { until, open: end } = gate()
    const {
      kiosk,
      press,
      asks,
      settle,
      at: find,
    } = await rollDesk((one) => {
      one.roll.photos = { kind: 'refused', why: 'called-off' }
      one.roll.until = () => until
      one.roll.onCallOff = end
    })
    await press('photos-folder')
    kiosk.progress(at(40, { at: 'photos', canCallOff: true }))
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS + 50))
    await settle()
    await press('roll-call-off')
    expect(asks('roll.callOff')).toHaveLength(1)
    expect(find('roll-progress').exists()).toBe(false)
    expect(find('roll-refused').text()).toBe(Object.values(zhCN.rollRefused['called-off']).join(''))
  })
})

describe('a lock', () => {
  it('leaves nothing of the file, of pupils or of what was typed', async () => {
    const { kiosk, settle } = await open()
    useRoll().schoolName = '示例小学'
    kiosk.signing.lock('idle')
    await settle()
    expect(useRollImport().step).toEqual({ kind: 'start' })
    expect([useRoll().view, useRoll().schoolName]).toEqual([null, ''])
    expect(document.body.textContent).not.toContain('张子涵')
  })

  it('takes no answer that comes after it', async () => {
    const { until, open: finish } = gate()
    const { kiosk, press, settle } = await rollDesk((one) => (one.roll.until = () => until))
    await press('roll-open')
    await press('roll-check')
    kiosk.signing.lock('idle')
    finish()
    await settle()
    kiosk.progress({ at: 'reading', done: 1, total: null, canCallOff: true })
    expect(useRollImport().step).toEqual({ kind: 'start' })
    const work = useRollWork()
    expect([work.busy, work.progress, work.refused]).toEqual([false, null, null])
  })

  it('gives the name of the school back to whoever typed it', async () => {
    const { kiosk, at, type, signIn, settle } = await rollDesk((one) => (one.roll.view = NO_SCHOOL))
    await type('roll-school', '北京市东城区示例小学')
    await new Promise((resolve) => setTimeout(resolve, 400))
    kiosk.signing.lock('idle')
    await settle()
    await signIn(STAFF.everything.rehearsalPin ?? '')
    await vi.waitFor(() => expect(at('roll-school').exists()).toBe(true))
    expect((at('roll-school').element as HTMLInputElement).value).toBe('北京市东城区示例小学')
  })
})
