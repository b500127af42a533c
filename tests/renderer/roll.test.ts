// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Role } from '../../core/staff.ts'
import { openDesk } from './builders.ts'
import { STAFF } from './people.ts'
import { counts, change, NO_SCHOOL, rollFile, rollView } from './rollBuilders.ts'
import { rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const as = (...roles: readonly Role[]) =>
  openDesk({ operator: { ...STAFF.everything, roles, classes: [] } })

describe('the roll as it stands', () => {
  it('is said in numbers', async () => {
    const { at } = await rollDesk()
    expect(at('roll-pupils').text()).toContain('3,000')
    expect(at('roll-classes').text()).toContain('72')
    expect(at('roll-withPhoto').text()).toContain('2,913 / 3,000')
    expect(at('roll-bound').text()).toContain('2,431 / 3,000')
    expect(at('roll-bound').text()).toContain('还差 569 人')
  })

  it('has three ways in', async () => {
    const { at } = await rollDesk()
    for (const way of ['roll-open', 'photos-folder', 'photos-zip', 'cards-open'])
      expect(at(way).exists()).toBe(true)
  })

  it('says why it is not shown', async () => {
    const { page } = await rollDesk((kiosk) => kiosk.refuse.set('roll.view', 'db-busy'))
    expect(page.find('[role="alert"]').text()).toContain('没有打开：数据正被别的程序占用')
  })
})

describe('the list of changes', () => {
  it('says what, when, by whom and how many', async () => {
    const { all } = await rollDesk()
    const [newest, photos, undo, undone, first] = all('roll-change').map((one) => one.text())
    expect(newest).toMatch(/10月11日 周日 08:02.*导入名册.*新增 12 · 变更 3 · 离校 1.*张静办理/)
    expect(photos).toContain('照片 2,913')
    expect(undo).toMatch(/撤销.*退回新增 320 · 班级 8/)
    expect(undone).toContain('已撤销')
    expect(first).not.toContain('办理')
  })

  it('says when a change touched no pupil', async () => {
    const changes = [change('c-1', { counts: counts() })]
    const { all } = await rollDesk((kiosk) => (kiosk.roll.view = rollView({ changes })))
    expect(all('roll-change')[0]?.text()).toContain('没有改动学生')
  })

  it('says what it is for while it is empty', async () => {
    const { at } = await rollDesk((kiosk) => (kiosk.roll.view = rollView({ changes: [] })))
    expect(at('roll-no-changes').text()).toContain('最近的一次可以撤销')
  })
})

describe('taking the newest change back', () => {
  it('asks once, says what it means, and lies not under the finger', async () => {
    const { at, all, press, args } = await rollDesk()
    expect(all('roll-undo')).toHaveLength(1)
    await press('roll-undo')
    expect(document.activeElement).toBe(at('roll-undo-not').element)
    expect(at('roll-screen').text()).toContain('已经绑卡的学生不动')
    expect(args('roll.undo')).toEqual([])
    await press('roll-undo-sure')
    expect(args('roll.undo')).toEqual([{ changeId: 'c-5' }])
    expect(at('roll-done').text()).toBe('已撤销，名册改回了原样。')
    expect(all('roll-undone')).toHaveLength(2)
  })

  it('says how many pupils were left alone', async () => {
    const { at, press } = await rollDesk((kiosk) => {
      kiosk.roll.undone = { kind: 'undone', kept: 3 }
    })
    await press('roll-undo')
    await press('roll-undo-sure')
    expect(at('roll-done').text()).toContain('其中 3 名学生之后又改过或已经绑卡，没有动。')
  })

  it('means another thing for photos', async () => {
    const changes = [change('c-1', { why: 'photos', counts: counts({ photos: 9 }) })]
    const { at, press } = await rollDesk((kiosk) => {
      kiosk.roll.view = rollView({ changes, undoable: 'c-1' })
    })
    await press('roll-undo')
    expect(at('roll-screen').text()).toContain('放回导入之前的照片')
  })

  it('says why it was not done', async () => {
    const { at, press } = await rollDesk((kiosk) => {
      kiosk.roll.undone = { kind: 'refused', why: 'not-the-newest' }
    })
    await press('roll-undo')
    await press('roll-undo-sure')
    expect(at('roll-refused').text()).toContain('请从最近的一次开始撤销')
    expect(at('roll-done').text()).toBe('')
  })
})

describe('a desk without a school', () => {
  it('says what to bring, and asks which school it is before a file', async () => {
    const { at, press, args } = await rollDesk((kiosk) => (kiosk.roll.view = NO_SCHOOL))
    expect(at('roll-first').text()).toMatch(/教育ID、姓名、性别、班级/)
    await press('roll-open')
    expect(at('roll-first').text()).toContain('请先填学校全称。')
    expect(document.activeElement).toBe(at('roll-school').element)
    expect(args('roll.open')).toEqual([])
  })

  it('takes the name with the roll', async () => {
    const { at, type, tick, press, compare, args } = await rollDesk((kiosk) => {
      kiosk.roll.view = NO_SCHOOL
      kiosk.roll.opened = rollFile({ remembered: false })
    })
    await type('roll-school', ' 北京市东城区示例小学 ')
    await at('roll-first').find('form').trigger('submit')
    await compare()
    expect(at('roll-school-said').text()).toBe('学校：北京市东城区示例小学')
    await tick('without-broken')
    await press('roll-take')
    const schoolName = '北京市东城区示例小学'
    expect(args('roll.take')).toEqual([{ withoutBroken: true, schoolName }])
    expect(at('roll-first').exists()).toBe(false)
    expect(at('roll-done').text()).toContain('已导入')
  })
})

describe('who may only propose', () => {
  it('is told so, everybody else is not', async () => {
    const clerk = await rollDesk(undefined, as('clerk'))
    expect(clerk.at('roll-agreement').text()).toContain('要卡管员同意')
    const supervisor = await rollDesk(undefined, as('supervisor'))
    expect(supervisor.at('roll-agreement').exists()).toBe(false)
  })
})

describe('the parts of the screen', () => {
  it('has the names to check beside the roll, and keeps the part while a pupil is looked at', async () => {
    const { at, press, click } = await rollDesk()
    expect(at('roll-part-roll').attributes('aria-pressed')).toBe('true')
    await press('roll-part-names')
    expect(at('names').exists()).toBe(true)
    await click('nav-verify')
    await click('nav-roll')
    expect(at('names').exists()).toBe(true)
  })

  it('has none while a file is looked at', async () => {
    const { at, press } = await rollDesk()
    await press('roll-open')
    expect(at('roll-part-names').exists()).toBe(false)
  })
})
