// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { CLASSES } from './staffLines.ts'
import { staffScreen, typeNew } from './staffScreen.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

describe('adding a person', () => {
  it('sends name, roles and PIN, and shows the new one', async () => {
    const screen = await staffScreen()
    await typeNew(screen)
    await screen.press('staff-save')
    expect(screen.asked('staff.add')).toEqual([
      { name: '孙悦', roles: ['clerk'], classes: [], pin: '730251' },
    ])
    expect(screen.at('staff-person').text()).toContain('孙悦')
    expect(screen.at('staff-done').text()).toBe(zhCN.staff.added)
  })

  it('asks a class teacher, and nobody else, for the classes', async () => {
    const screen = await staffScreen()
    await typeNew(screen)
    expect(screen.at(`staff-class-${CLASSES[4]}`).exists()).toBe(false)
    await screen.tick('staff-role-class-teacher')
    await screen.tick(`staff-class-${CLASSES[4]}`)
    await screen.press('staff-save')
    expect(screen.asked('staff.add')[0]?.classes).toEqual(['三年级1班'])
  })

  it('says what is missing and sends nothing', async () => {
    const { page, press, asked } = await staffScreen()
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
    const screen = await staffScreen()
    await typeNew(screen, typed)
    await screen.at('staff-pin').trigger('blur')
    expect(screen.page.text()).toContain(zhCN.firstRun.refused[reason])
    await screen.press('staff-save')
    expect(screen.asked('staff.add')).toEqual([])
  })

  it('says nothing of a PIN while it is typed for the first time', async () => {
    const { page, press, fill } = await staffScreen()
    await press('staff-add')
    await fill('staff-pin', '73')
    expect(page.find('.fault').exists()).toBe(false)
  })

  it('wants the same PIN twice', async () => {
    const screen = await staffScreen()
    await typeNew(screen)
    await screen.fill('staff-pin-again', '730252')
    await screen.press('staff-save')
    expect(screen.page.text()).toContain(zhCN.firstRun.people.different)
    expect(screen.asked('staff.add')).toEqual([])
  })

  it('keeps what was typed when the desk wants a passphrase, and says so', async () => {
    const screen = await staffScreen()
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
    const screen = await staffScreen()
    screen.kiosk.refuse.set('staff.add', 'db-full')
    await typeNew(screen)
    await screen.press('staff-save')
    expect(screen.page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['db-full'].what)
    expect((screen.at('staff-pin').element as HTMLInputElement).value).toBe('730251')
  })
})
