// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { deskOf, PEOPLE } from './staffLines.ts'
import { staffScreen } from './staffScreen.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

describe('the list', () => {
  it('says of everybody who they are and whether they may sign in', async () => {
    const { at } = await staffScreen()
    expect(at('staff-row-o-sup').text()).toContain('卡管员、经办人')
    expect(at('staff-row-o-long').text()).toContain('三年级1班、三年级2班、四年级6班')
    const words = PEOPLE.map(({ id }) => at(`staff-row-${id}`).find('[data-test="person-state"]'))
    expect(words.map((one) => one.text())).toEqual([
      '可登录',
      '可登录',
      '已锁定',
      '可登录',
      '未设密码',
      '已停用',
    ])
    expect(at('staff-row-o-adm').text()).toContain('先刷工作卡')
    expect(at('staff-row-o-sup').text()).toContain('有工作卡')
    expect(at('staff-count').text()).toBe('4 人可以登录')
  })

  it('says why when the desk does not show it', async () => {
    const { page } = await staffScreen(deskOf('supervisor'), ['staff.list'])
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['right-missing'].what)
  })

  it('gives a supervisor the lock to lift and nothing else', async () => {
    const { page, at, press, asked } = await staffScreen(deskOf('supervisor'))
    expect(at('staff-add').exists()).toBe(false)
    await press('staff-row-o-cl')
    expect(page.findAll('[data-test="staff-person"] button')).toHaveLength(2)
    await press('staff-lift')
    expect(asked('staff.lift')).toEqual([{ operatorId: 'o-cl' }])
    expect(at('staff-done').text()).toBe(zhCN.staff.lift.done)
    expect(at('staff-lift').exists()).toBe(false)
    expect(asked('staff.classes')).toEqual([])
  })
})

describe('a person', () => {
  it('is changed: name, roles, classes', async () => {
    const { at, press, fill, tick, asked } = await staffScreen()
    await press('staff-row-o-long')
    expect(at('staff-save').exists()).toBe(false)
    await fill('staff-name', '阿卜杜')
    await tick('staff-role-check-in-helper')
    await tick('staff-class-四年级6班')
    await press('staff-save')
    expect(asked('staff.change')).toEqual([
      {
        operatorId: 'o-long',
        name: '阿卜杜',
        roles: ['clerk', 'class-teacher'],
        classes: ['三年级1班', '三年级2班'],
        needsCard: false,
      },
    ])
    expect(at('staff-row-o-long').text()).toContain('阿卜杜')
    expect(at('staff-save').exists()).toBe(false)
    expect(asked('staff.list').length).toBeGreaterThan(1)
  })

  it('that is the last administrator stays one, and the words say why', async () => {
    const { page, kiosk, press, tick, at } = await staffScreen()
    kiosk.refuse.set('staff.change', 'last-administrator')
    await press('staff-row-o-adm')
    await tick('staff-role-clerk')
    await tick('staff-role-administrator')
    await press('staff-save')
    const { what, next } = zhCN.trouble.of['last-administrator']
    for (const words of [what, next]) expect(page.find('[role="alert"]').text()).toContain(words)
    expect((at('staff-role-clerk').element as HTMLInputElement).checked).toBe(true)
  })

  it('gets a new PIN, typed twice', async () => {
    const { press, fill, asked, at } = await staffScreen()
    await press('staff-row-o-new')
    await press('staff-reset-pin')
    await fill('staff-pin', '730251')
    await fill('staff-pin-again', '730251')
    await press('staff-pin-save')
    expect(asked('staff.setPin')).toEqual([{ operatorId: 'o-new', pin: '730251' }])
    expect(at('staff-done').text()).toBe(zhCN.staff.pin.done)
    expect(at('staff-pin').exists()).toBe(false)
  })

  it('is ended after one question, asked in place', async () => {
    const { press, asked, at } = await staffScreen()
    await press('staff-row-o-cl')
    await press('staff-end')
    expect(at('staff-person').text()).toContain(zhCN.staff.end.sure)
    await press('staff-end-not')
    expect(asked('staff.end')).toEqual([])
    await press('staff-end')
    await press('staff-end-sure')
    expect(asked('staff.end')).toEqual([{ operatorId: 'o-cl' }])
    expect(at('staff-done').text()).toBe(zhCN.staff.end.done)
    expect(at('staff-end').exists()).toBe(false)
  })
})
