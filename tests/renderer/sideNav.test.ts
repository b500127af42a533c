// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { usePlace } from '../../renderer/stores/place.ts'
import { openDesk } from './builders.ts'
import { STAFF } from './people.ts'
import { signInDesk } from './signInDesk.ts'

vi.mock('../../renderer/styles/settingsControls.ts', () => ({}))

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

const open = () => signInDesk(openDesk({ operator: { ...STAFF.everything, classes: [] } }))

describe('the navigation', () => {
  it('has the work of the day above and the desk itself below, each with a drawing and a word', async () => {
    const { page } = await open()
    const groups = page
      .findAll('nav ul')
      .map((group) => group.findAll('button').map((item) => item.find('.word').text()))
    expect(groups).toEqual([
      ['查验', '演练', '今天', '补卡', '到卡', '绑卡', '学年刷卡', '名册', '校历'],
      ['人员', '记录', '维护', '隐私', '启用', '设备', '设置'],
    ])
    expect(page.findAll('nav button svg')).toHaveLength(groups.flat().length)
  })

  it.each([
    ['today', '今天', 'today-screen'],
    ['cases', '挂失补卡', 'work-screen'],
  ] as const)('leads to %s', async (name, title, screen) => {
    const { at, click, page } = await open()
    await click(`nav-${name}`)
    expect([usePlace().screen, at(screen).exists()]).toEqual([name, true])
    expect(page.find('h1').text()).toBe(title)
    expect(at(`nav-${name}`).attributes('aria-current')).toBe('page')
  })

  it('makes way for a tap from both', async () => {
    const { click } = await open()
    for (const name of ['today', 'cases']) {
      await click(`nav-${name}`)
      expect(usePlace().showsVerdicts).toBe(false)
    }
  })
})
