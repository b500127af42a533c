// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Role } from '../../core/staff.ts'
import NewCards from '../../renderer/features/newCards/NewCards.vue'
import RollParts from '../../renderer/features/roll/RollParts.vue'
import { newCards as english } from '../../renderer/locales/en/newCards.ts'
import { newCards as chinese } from '../../renderer/locales/zh-CN/newCards.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { useDrafts } from '../../renderer/stores/drafts.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { useNewCards } from '../../renderer/stores/newCards.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

async function screen(
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
  {
    roles = ['clerk'],
    language = 'zh-CN',
  }: { roles?: readonly Role[]; language?: 'zh-CN' | 'en' } = {},
  component: typeof NewCards | typeof RollParts = NewCards,
) {
  const operator = { id: 'o-1', name: '李老师', roles, classes: [] }
  const desk = openDesk({ operator })
  const { page, kiosk } = await mountPage(component, { prepare, desk, language })
  await useDesk().start()
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await flushPromises()
  }
  return {
    ...{ page, kiosk, at, press },
    asked: (name: string) => kiosk.asked.filter((one) => one.name === name).map(({ args }) => args),
    async confirms() {
      await press('stage-awaiting-info')
      await at('new-cards-class').setValue('c-1-1')
      await flushPromises()
    },
    name: () => at('confirm-name').text(),
    refused: () => at('new-cards-refused').text(),
    told: () => at('new-cards-told').find('b').text(),
  }
}

describe('who needs a card', () => {
  it('is counted by stage, in four figures', async () => {
    const { page } = await screen()
    expect(page.findAll('.stage').map((one) => one.text())).toEqual([
      '6 待申请',
      '4 待确认',
      '1 待报送',
      '24 已报送',
    ])
  })

  it('is applied for by class, and pupil by pupil', async () => {
    const { page, at, press, asked, told } = await screen()
    expect(at('apply').attributes('disabled')).toBeDefined()
    const [, second] = page.findAll('[data-test="tick-class"]')
    await second?.trigger('change')
    expect(at('apply').text()).toBe('申请新卡（4 人）')
    await page.findAll('[data-test="unfold-class"]')[1]?.trigger('click')
    await flushPromises()
    await page.findAll('[data-test="tick-pupil"]')[1]?.trigger('change')
    expect(at('apply').text()).toBe('申请新卡（3 人）')
    await page.findAll('[data-test="tick-class"]')[0]?.trigger('change')
    await press('apply')
    expect(asked('newCards.apply')).toEqual([
      { classIds: [null], studentIds: ['n-0', 'n-2', 'n-3'] },
    ])
    expect(told()).toBe('已申请新卡：4 人')
    await press('new-cards-undo')
    expect(asked('newCards.withdraw')).toEqual([
      { applicationIds: ['a-1', 'a-2', 'a-3', 'a-4'], reason: null },
    ])
  })

  it('is told with those who were not applied for, and why', async () => {
    const { page, press, at } = await screen(({ newCards }) => {
      newCards.applied = { applicationIds: ['a-1'], refused: { 'pupil-awaits-card': 2 } }
    })
    await page.find('[data-test="tick-class"]').trigger('change')
    await press('apply')
    expect(at('new-cards-told').text()).toContain('2 人没有申请：有一张卡还没办完，请先处理那张')
  })

  it('is said to be nobody, where there is nobody', async () => {
    const { at } = await screen(({ newCards }) => {
      newCards.lines = { 'to-apply': [], 'awaiting-info': [], 'to-be-listed': [], listed: [] }
      newCards.lists = []
    })
    expect(at('new-cards-none').text()).toContain(chinese.newCards.none['to-apply'].what)
  })
})

describe('a confirmation', () => {
  it('is of one pupil at a time, and the next stands there', async () => {
    const { confirms, name, press, asked, told } = await screen()
    await confirms()
    expect(name()).toBe('孙悦')
    await press('confirm-right')
    expect(asked('newCards.confirm')).toEqual([
      { applicationId: 'a-n-5', mark: 'm-1', said: { by: 'student' } },
    ])
    // The disputed one and the one without a photo cannot be confirmed now.
    expect([told(), name()]).toEqual(['孙悦：已确认无误', '吴桐'])
    await press('new-cards-undo')
    expect(asked('newCards.takeBack')).toEqual([{ applicationId: 'a-n-5', reason: null }])
  })

  it('by a parent takes the name and the relation', async () => {
    const { page, confirms, at, press, asked } = await screen()
    await confirms()
    await at('said-parent').setValue()
    await press('confirm-right')
    expect([page.text().includes('请填家长姓名'), asked('newCards.confirm')]).toEqual([true, []])
    await at('parent-name').setValue('孙刚')
    await at('parent-relation').setValue('father')
    await press('confirm-right')
    expect(asked('newCards.confirm')).toMatchObject([
      { said: { by: 'parent', name: '孙刚', relation: 'father' } },
    ])
  })

  it('says why it is wanted again, and why it cannot be given', async () => {
    const { page, confirms, at } = await screen()
    await confirms()
    const rows = page.findAll('[data-test="confirm-row"]')
    await rows[2]?.trigger('click')
    expect([at('photo-note').exists(), at('confirm-right').exists()]).toEqual([true, false])
    await rows[3]?.trigger('click')
    expect(at('again-note').text()).toBe('姓名和上次确认时不同，请按现在的内容重新确认。')
  })

  it('that the desk refuses is said, and the class is asked for anew', async () => {
    const { confirms, press, refused, asked } = await screen(({ newCards }) => {
      newCards.said = { kind: 'refused', why: 'changed-meanwhile' }
    })
    await confirms()
    await press('confirm-right')
    expect(refused()).toBe(chinese.newCards.why['changed-meanwhile'])
    expect(asked('newCards.class')).toHaveLength(2)
  })
})

describe('what is wrong', () => {
  it('is ticked, with what is right and what shows it', async () => {
    const { page, confirms, at, press, asked, told } = await screen()
    await confirms()
    await press('confirm-wrong')
    await at('wrong-name').trigger('change')
    await at('wrong-photo').trigger('change')
    await at('dispute-form').trigger('submit')
    expect([at('dispute-fault').exists(), asked('newCards.dispute')]).toEqual([true, []])
    await at('right-name').setValue('孙越')
    await at('dispute-evidence').setValue('户口簿')
    await at('dispute-form').trigger('submit')
    await flushPromises()
    expect(asked('newCards.dispute')).toEqual([
      {
        ...{ applicationId: 'a-n-5', mark: 'm-1', said: { by: 'student' }, evidence: '户口簿' },
        items: [
          { field: 'name', right: '孙越' },
          { field: 'photo', right: '' },
        ],
      },
    ])
    expect(told()).toContain('已登记信息有误')
    expect(page.findAll('[data-test="confirm-row"]')[0]?.attributes('data-shown')).toBe('disputed')
  })

  it('is not lost when another pupil is looked at, nor at a lock', async () => {
    const { page, confirms, at, press } = await screen()
    await confirms()
    await press('confirm-wrong')
    await at('wrong-name').trigger('change')
    await at('right-name').setValue('孙越')
    await page.findAll('[data-test="confirm-row"]')[3]?.trigger('click')
    await page.findAll('[data-test="confirm-row"]')[0]?.trigger('click')
    expect((at('right-name').element as HTMLInputElement).value).toBe('孙越')
    const { typed } = useNewCards()
    forgetAll()
    await flushPromises()
    expect([useNewCards().typed, page.text().includes('孙悦')]).toEqual(['', false])
    useDrafts().returned = { 'card-data-dispute': typed }
    expect(useNewCards().typed).toBe(typed)
  })

  it('waits for the roll; who misread it takes it back with a reason', async () => {
    const { page, confirms, at, press, asked } = await screen()
    await confirms()
    await page.findAll('[data-test="confirm-row"]')[1]?.trigger('click')
    expect(at('disputed-note').text()).toContain('请在名册中更正后再确认')
    expect(at('disputed-note').text()).toContain('姓名：应为“张晗”')
    expect(at('confirm-right').exists()).toBe(false)
    await press('settle-open')
    await at('settle-reason').setValue('家长看错了')
    await press('settle-yes')
    expect(asked('newCards.takeBack')).toEqual([{ applicationId: 'a-n-6', reason: '家长看错了' }])
  })
})

describe('a list for the city', () => {
  it('takes all who are confirmed; afterwards it is there by date', async () => {
    const { page, at, press, told } = await screen()
    await press('stage-to-be-listed')
    expect(at('make-list').text()).toBe('生成制卡名单（1 人）')
    await press('make-list')
    expect(told()).toBe('已生成制卡名单：1 人')
    await press('stage-listed')
    const [newest] = page.findAll('[data-test="card-list"]')
    expect(newest?.text()).toContain('36 人')
    expect(at('list-changed').text()).toBe('2 人报送后信息有变，卡面将是旧信息。')
  })
})

describe('the screen', () => {
  it('names nobody in privacy mode', async () => {
    const { page, confirms } = await screen()
    await useSettings().change({ privacyMode: true })
    await confirms()
    expect(page.text()).not.toContain('孙悦')
    expect(page.text()).not.toContain('0005')
  })

  it('lets a class teacher confirm, and neither apply, withdraw nor send', async () => {
    const { at, confirms, press } = await screen(undefined, { roles: ['class-teacher'] })
    expect([at('apply').exists(), at('tick-class').exists()]).toEqual([false, false])
    await confirms()
    expect([at('confirm-right').exists(), at('withdraw-open').exists()]).toEqual([true, false])
    await press('stage-to-be-listed')
    expect(at('make-list').exists()).toBe(false)
  })

  it('is the only part of the roll a class teacher has', async () => {
    const { page } = await screen(undefined, { roles: ['class-teacher'] }, RollParts)
    expect(page.findAll('.bar button').map((one) => one.text())).toEqual(['新生制卡'])
  })

  it('speaks English too', async () => {
    const { page, confirms, at } = await screen(undefined, { language: 'en' })
    expect(page.find('.stage').text()).toBe('6 To apply for')
    await confirms()
    expect(at('confirm-right').text()).toBe(english.newCards.right)
  })
})
