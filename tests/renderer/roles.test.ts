// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../core/staff.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { openDesk } from './builders.ts'
import { STAFF } from './people.ts'
import { signInDesk } from './signInDesk.ts'

vi.mock('../../renderer/styles/settingsControls.ts', () => ({}))

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const as = (...roles: readonly Role[]) =>
  openDesk({ operator: { ...STAFF.everything, roles, classes: [] } })

const BASE = ['start', 'devices', 'settings']

describe('what somebody sees', () => {
  it.each<[Role, readonly string[], boolean]>([
    [
      'clerk',
      [
        ...['verify', 'rehearsal', 'today', 'cases'],
        ...['arrival', 'binding', 'yearTaps', 'roll', 'calendar'],
      ],
      true,
    ],
    ['class-teacher', ['verify', 'rehearsal', 'binding', 'roll', 'calendar'], true],
    ['check-in-helper', ['verify', 'rehearsal', 'calendar'], false],
    [
      'supervisor',
      [
        ...['verify', 'rehearsal', 'today', 'cases'],
        ...['arrival', 'binding', 'yearTaps', 'roll', 'calendar'],
        ...['staff', 'log', 'care', 'privacy'],
      ],
      true,
    ],
    ['administrator', ['calendar', 'staff', 'log', 'care', 'privacy'], false],
  ])('is what a %s may use', async (role, screens, searches) => {
    const { page, at } = await signInDesk(as(role))
    const items = page
      .findAll('[data-test^="nav-"]')
      .map((item) => item.attributes('data-test')?.slice('nav-'.length))
    expect(items).toEqual([...screens, ...BASE])
    expect(at('search-input').exists()).toBe(searches)
    const current = page.find('[aria-current="page"]').attributes('data-test')
    expect(current).toBe(screens.includes('verify') ? 'nav-verify' : 'nav-staff')
  })

  it('has no rehearsal in a real school', async () => {
    const { at } = await signInDesk({ ...as('clerk'), mode: 'real' })
    expect(at('nav-rehearsal').exists()).toBe(false)
  })

  it('leaves with the right to it', async () => {
    const { kiosk, at, settle } = await signInDesk(as('clerk', 'supervisor'))
    usePlace().go('log')
    await settle()
    expect(at('waiting').exists()).toBe(false)
    kiosk.push(as('clerk'))
    await settle()
    expect(at('waiting').exists()).toBe(true)
  })

  it('shows the administrator no way to set the clock of the sample cards', async () => {
    const { at } = await signInDesk(as('administrator'))
    expect([at('rehearsal-banner').exists(), at('adjust-clock').exists()]).toEqual([true, false])
  })
})

describe('the settings', () => {
  const disabled = (at: (name: string) => { find(what: string): { attributes(): object } }) =>
    ['clear-after', 'lock-after', 'privacy-mode', 'kiosk'].filter(
      (name) => 'disabled' in at(name).find('input').attributes(),
    )

  it('of the desk are the administrator’s, and that is said', async () => {
    const { at, page, click } = await signInDesk(as('clerk'))
    await click('nav-settings')
    expect(disabled(at)).toEqual(['clear-after', 'lock-after', 'kiosk'])
    expect(page.findAll('[data-test="setting-note"]')).toHaveLength(3)
  })

  it('are all open to an administrator', async () => {
    const { at, page, click } = await signInDesk(as('administrator'))
    await click('nav-settings')
    expect(disabled(at)).toEqual([])
    expect(page.find('[data-test="setting-note"]').exists()).toBe(false)
    expect((at('lock-after').find('input').element as HTMLInputElement).value).toBe('5')
  })
})

describe('the purpose', () => {
  it('stands in the status bar and is changed there', async () => {
    const { at, click, asks } = await signInDesk(as('clerk'))
    expect(at('purpose').text()).toBe('用途：办理')
    await click('purpose')
    await click('purpose-exam')
    expect(asks('session.purpose')[0]?.args).toEqual({ purpose: 'exam' })
    expect([at('purpose').text(), at('purpose-panel').exists()]).toEqual(['用途：考试', false])
  })
})
