// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Args, RequestName } from '../../core/contract.ts'
import type { OpenDesk } from '../../core/deskState.ts'
import StaffScreen from '../../renderer/features/staff/StaffScreen.vue'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { CARD_ASKED_MS } from '../../renderer/stores/staff.ts'
import { mountPage } from './mountPage.ts'
import { alone, CLASSES, deskOf, PEOPLE } from './staffLines.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function open(
  desk: OpenDesk = deskOf('administrator'),
  refused: readonly RequestName[] = [],
) {
  const { page, kiosk } = await mountPage(alone(StaffScreen, desk), {
    prepare: (fake) => {
      fake.staff.staff = PEOPLE
      fake.staff.classes = CLASSES
      for (const name of refused) fake.refuse.set(name, 'right-missing')
    },
  })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger(at(name).element.matches('[type="submit"]') ? 'submit' : 'click')
    await flushPromises()
  }
  const fill = (name: string, text: string) => at(name).setValue(text)
  const tick = (name: string) => at(name).trigger('change')
  /** What crossed the bridge, as only plain values do. */
  const asked = <N extends RequestName>(name: N) =>
    kiosk.asked
      .filter((one) => one.name === name)
      .map(({ args }) => structuredClone(args) as Args<N>)
  return { page, kiosk, at, press, fill, tick, asked }
}

type Screen = Awaited<ReturnType<typeof open>>

async function typeNew({ press, fill, tick }: Screen, pin = '730251'): Promise<void> {
  await press('staff-add')
  await fill('staff-name', ' 孙悦 ')
  await tick('staff-role-clerk')
  await fill('staff-pin', pin)
  await fill('staff-pin-again', pin)
}

describe('the list', () => {
  it('says of everybody who they are and whether they may sign in', async () => {
    const { at } = await open()
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
    const { page } = await open(deskOf('supervisor'), ['staff.list'])
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['right-missing'].what)
  })

  it('gives a supervisor the lock to lift and nothing else', async () => {
    const { page, at, press, asked } = await open(deskOf('supervisor'))
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

describe('adding a person', () => {
  it('sends name, roles and PIN, and shows the new one', async () => {
    const screen = await open()
    await typeNew(screen)
    await screen.press('staff-save')
    expect(screen.asked('staff.add')).toEqual([
      { name: '孙悦', roles: ['clerk'], classes: [], pin: '730251' },
    ])
    expect(screen.at('staff-person').text()).toContain('孙悦')
    expect(screen.at('staff-done').text()).toBe(zhCN.staff.added)
  })

  it('asks a class teacher, and nobody else, for the classes', async () => {
    const screen = await open()
    await typeNew(screen)
    expect(screen.at(`staff-class-${CLASSES[4]}`).exists()).toBe(false)
    await screen.tick('staff-role-class-teacher')
    await screen.tick(`staff-class-${CLASSES[4]}`)
    await screen.press('staff-save')
    expect(screen.asked('staff.add')[0]?.classes).toEqual(['三年级1班'])
  })

  it('says what is missing and sends nothing', async () => {
    const { page, press, asked } = await open()
    await press('staff-add')
    await press('staff-save')
    const { nameMissing, rolesMissing } = zhCN.staff
    for (const words of [nameMissing, rolesMissing, zhCN.firstRun.refused['too-short']])
      expect(page.text()).toContain(words)
    expect(asked('staff.add')).toEqual([])
  })

  it.each([
    ['12345', 'too-short'],
    ['1234567890123', 'too-long'],
    ['000000', 'all-same'],
    ['987654', 'straight-run'],
    ['123123', 'repeated'],
    ['20131005', 'date'],
  ] as const)('refuses %s in plain words: %s', async (typed, reason) => {
    const screen = await open()
    await typeNew(screen, typed)
    await screen.at('staff-pin').trigger('blur')
    expect(screen.page.text()).toContain(zhCN.firstRun.refused[reason])
    await screen.press('staff-save')
    expect(screen.asked('staff.add')).toEqual([])
  })

  it('says nothing of a PIN while it is typed for the first time', async () => {
    const { page, press, fill } = await open()
    await press('staff-add')
    await fill('staff-pin', '73')
    expect(page.find('.fault').exists()).toBe(false)
  })

  it('wants the same PIN twice', async () => {
    const screen = await open()
    await typeNew(screen)
    await screen.fill('staff-pin-again', '730252')
    await screen.press('staff-save')
    expect(screen.page.text()).toContain(zhCN.firstRun.people.different)
    expect(screen.asked('staff.add')).toEqual([])
  })

  it('keeps what was typed when the desk wants a passphrase, and says so', async () => {
    const screen = await open()
    const reason = 'passphrase-needed'
    const asIs = screen.kiosk.request.bind(screen.kiosk)
    screen.kiosk.request = ((name, args) =>
      name === 'staff.add'
        ? Promise.resolve({ ok: true, value: { kind: 'refused', reason } })
        : asIs(name, args)) as typeof asIs
    await typeNew(screen)
    await screen.press('staff-save')
    expect(screen.page.text()).toContain(zhCN.firstRun.refused[reason])
    expect((screen.at('staff-name').element as HTMLInputElement).value).toBe(' 孙悦 ')
    await screen.fill('staff-pin', 'correct horse battery')
    expect(screen.page.text()).not.toContain(zhCN.firstRun.refused[reason])
  })

  it('keeps what was typed when the desk refuses, and says why', async () => {
    const screen = await open()
    screen.kiosk.refuse.set('staff.add', 'db-full')
    await typeNew(screen)
    await screen.press('staff-save')
    expect(screen.page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['db-full'].what)
    expect((screen.at('staff-pin').element as HTMLInputElement).value).toBe('730251')
  })
})

describe('a person', () => {
  it('is changed: name, roles, classes', async () => {
    const { at, press, fill, tick, asked } = await open()
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
    const { page, kiosk, press, tick, at } = await open()
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
    const { press, fill, asked, at } = await open()
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
    const { press, asked, at } = await open()
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

describe('a staff card', () => {
  it('is waited for until the list says that it is there', async () => {
    const { kiosk, press, asked, at } = await open()
    await press('staff-row-o-cl')
    await press('staff-bind')
    expect(at('staff-card-lay').text()).toBe('请把工作卡放到读卡器上')
    kiosk.staff.layStaffCard()
    await vi.advanceTimersByTimeAsync(CARD_ASKED_MS)
    await flushPromises()
    expect(at('staff-card-lay').exists()).toBe(false)
    expect(at('staff-row-o-cl').text()).toContain('有工作卡')
    const lists = asked('staff.list').length
    await vi.advanceTimersByTimeAsync(5 * CARD_ASKED_MS)
    expect(asked('staff.list')).toHaveLength(lists)
    expect(asked('staff.bindCard')).toEqual([{ operatorId: 'o-cl' }])
  })

  it.each(['staff-bind', 'staff-row-o-sup', 'staff-add', 'staff-close'])(
    'is no longer waited for after %s',
    async (button) => {
      const { kiosk, press } = await open()
      await press('staff-row-o-cl')
      await press('staff-bind')
      expect(kiosk.staff.binding).toBe('o-cl')
      await press(button)
      expect(kiosk.staff.binding).toBeNull()
    },
  )

  it('is no longer waited for when the screen is left', async () => {
    const { kiosk, press, page } = await open()
    await press('staff-row-o-cl')
    await press('staff-bind')
    page.unmount()
    await flushPromises()
    expect(kiosk.staff.binding).toBeNull()
  })

  it('can be made a condition of signing in', async () => {
    const { press, tick, asked, at } = await open()
    await press('staff-row-o-sup')
    ;(at('staff-needs-card').element as HTMLInputElement).checked = true
    await tick('staff-needs-card')
    await flushPromises()
    expect(asked('staff.change')[0]).toMatchObject({ operatorId: 'o-sup', needsCard: true })
    expect(at('staff-row-o-sup').text()).toContain('先刷工作卡')
  })
})
