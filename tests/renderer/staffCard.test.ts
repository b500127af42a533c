// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { deskOf } from './staffLines.ts'
import { staffScreen } from './staffScreen.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

describe('a staff card', () => {
  /** The desk says its state anew, as after each card. */
  async function stateAnew(): Promise<void> {
    useDesk().state = deskOf('administrator')
    await flushPromises()
  }

  it('is waited for until the desk has taken it, and shown at once', async () => {
    const { kiosk, press, asked, at } = await staffScreen()
    await press('staff-row-o-cl')
    await press('staff-bind')
    expect(at('staff-card-lay').text()).toBe('请把工作卡放到读卡器上')
    await stateAnew()
    expect(at('staff-card-lay').exists()).toBe(true)
    kiosk.staff.layStaffCard()
    await stateAnew()
    expect(at('staff-card-lay').exists()).toBe(false)
    expect(at('staff-row-o-cl').text()).toContain('有工作卡')
    const lists = asked('staff.list').length
    await stateAnew()
    expect(asked('staff.list')).toHaveLength(lists)
    expect(asked('staff.bindCard')).toEqual([{ operatorId: 'o-cl' }])
  })

  it.each(['staff-bind', 'staff-row-o-sup', 'staff-add', 'staff-close'])(
    'is no longer waited for after %s',
    async (button) => {
      const { kiosk, press } = await staffScreen()
      await press('staff-row-o-cl')
      await press('staff-bind')
      expect(kiosk.staff.binding).toBe('o-cl')
      await press(button)
      expect(kiosk.staff.binding).toBeNull()
    },
  )

  it('is no longer waited for when the screen is left', async () => {
    const { kiosk, press, page } = await staffScreen()
    await press('staff-row-o-cl')
    await press('staff-bind')
    page.unmount()
    await flushPromises()
    expect(kiosk.staff.binding).toBeNull()
  })

  it('is unbound after one question, asked in place', async () => {
    const { press, asked, at } = await staffScreen()
    await press('staff-row-o-sup')
    await press('staff-unbind')
    expect(at('staff-person').text()).toContain(zhCN.staff.card.unbindSure)
    await press('staff-unbind-not')
    expect(asked('staff.unbindCard')).toEqual([])
    await press('staff-unbind')
    await press('staff-unbind-sure')
    expect(asked('staff.unbindCard')).toEqual([{ operatorId: 'o-sup' }])
    expect(at('staff-row-o-sup').text()).not.toContain('有工作卡')
    expect(at('staff-bind').exists()).toBe(true)
  })

  it('that was needed goes with the need, and the question says so', async () => {
    const { press, at } = await staffScreen()
    await press('staff-row-o-adm')
    await press('staff-unbind')
    expect(at('staff-person').text()).toContain(zhCN.staff.card.unbindNeeded)
    await press('staff-unbind-sure')
    expect(at('staff-row-o-adm').text()).not.toContain('先刷工作卡')
  })

  it('stays bound where the desk refuses, and the words say why', async () => {
    const { kiosk, page, press, at } = await staffScreen()
    kiosk.refuse.set('staff.unbindCard', 'db-full')
    await press('staff-row-o-sup')
    await press('staff-unbind')
    await press('staff-unbind-sure')
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['db-full'].what)
    expect(at('staff-needs-card').exists()).toBe(true)
  })

  it('can be made a condition of signing in', async () => {
    const { press, tick, asked, at } = await staffScreen()
    await press('staff-row-o-sup')
    ;(at('staff-needs-card').element as HTMLInputElement).checked = true
    await tick('staff-needs-card')
    await flushPromises()
    expect(asked('staff.change')[0]).toMatchObject({ operatorId: 'o-sup', needsCard: true })
    expect(at('staff-row-o-sup').text()).toContain('先刷工作卡')
  })
})
