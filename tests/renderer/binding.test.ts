// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import BindingScreen from '../../renderer/features/binding/BindingScreen.vue'
import type { Role } from '../../core/staff.ts'
import { binding as english } from '../../renderer/locales/en/binding.ts'
import { binding as chinese } from '../../renderer/locales/zh-CN/binding.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { useBinding } from '../../renderer/stores/binding.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { useVerify } from '../../renderer/stores/verify.ts'
import { openDesk, person, TAPS } from './builders.ts'
import { bound, CLASS, refusal } from './fakeBinding.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { found, line } from './pupils.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

async function screen(
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
  roles: readonly Role[] = ['clerk'],
) {
  const operator = { id: 'o-1', name: '李老师', roles, classes: [] }
  const { page, kiosk } = await mountPage(BindingScreen, { prepare, desk: openDesk({ operator }) })
  await useDesk().start()
  const verify = useVerify()
  let taps = 0
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const asked = () => kiosk.asked.filter(({ name }) => name === 'binding.bind')
  return {
    ...{ page, kiosk, at, asked },
    step: () => at('binding-stage').attributes('data-step'),
    told: () => at('binding-told').attributes('data-kind'),
    async tapped(kind: keyof typeof TAPS = 'unknown-card') {
      verify.show({ ...TAPS[kind], tapId: `tap-${++taps}` })
      await flushPromises()
    },
    async choosesClass() {
      await at('binding-class').setValue(CLASS.classId)
      await flushPromises()
    },
  }
}

describe('a class', () => {
  it('begins with the first who has no card, and says how far it is', async () => {
    const { at, step, choosesClass } = await screen()
    expect([step(), at('binding-progress').text()]).toEqual(['choose', '已绑卡 1 / 3'])
    await choosesClass()
    expect([step(), at('binding-name').text()]).toEqual(['lay', '李雷'])
  })

  it('is bound tap after tap: one tap a card, and the next pupil stands there', async () => {
    const { at, asked, told, choosesClass, tapped, kiosk } = await screen()
    await choosesClass()
    await tapped()
    expect(asked()).toMatchObject([{ args: { tapId: 'tap-1', studentId: 's-2', takeOver: null } }])
    expect([told(), at('binding-name').text()]).toEqual(['bound', '王小明'])
    expect(at('binding-progress').text()).toBe('已绑卡 2 / 3')
    kiosk.binding.answer = bound({ person: person({ studentId: 's-3', name: '王小明' }) })
    await tapped()
    expect(asked()[1]).toMatchObject({ args: { tapId: 'tap-2', studentId: 's-3' } })
    expect(at('binding-progress').text()).toBe('已绑卡 3 / 3')
    expect(at('binding-stage').attributes('data-step')).toBe('choose')
    expect(at('binding-step').text()).toBe('全校都绑好了')
  })

  it('that is through says what comes next, while others are not', async () => {
    const all = CLASS.pupils.map((one) => ({ ...one, card: 'ACTIVE' as const }))
    const { at, step, choosesClass } = await screen((kiosk) => {
      kiosk.binding.list = { ...CLASS, pupils: all }
      kiosk.binding.others = [{ classId: 'c-3-3', name: '三年级3班', pupils: 40, bound: 0 }]
    })
    await choosesClass()
    expect([step(), at('binding-step').text()]).toEqual(['choose', '这个班都绑好了，请选下一个班'])
    expect(at('binding-progress').text()).toBe('已绑卡 3 / 43')
  })

  it('shows who holds a card already, and that there is nothing to bind', async () => {
    const { at, step, choosesClass } = await screen()
    await choosesClass()
    await at('binding-row').trigger('click')
    expect([step(), at('binding-name').text()]).toEqual(['has', '陈可欣'])
  })

  it('lets somebody be skipped who is not here', async () => {
    const { at, choosesClass } = await screen()
    await choosesClass()
    await at('binding-skip').trigger('click')
    expect(at('binding-name').text()).toBe('王小明')
    await at('binding-skip').trigger('click')
    expect(at('binding-name').text()).toBe('李雷')
  })

  it('says where only one number of the card was read', async () => {
    const { at, choosesClass, tapped } = await screen((kiosk) => {
      kiosk.binding.answer = bound({ numbers: 1 })
    })
    await choosesClass()
    await tapped()
    expect(at('binding-told').text()).toContain('只读到一个卡号')
  })

  it('is not taken back when it is too late, and says who can', async () => {
    const { at, told, choosesClass, tapped } = await screen((kiosk) => {
      kiosk.binding.undone = { kind: 'refused', why: 'too-late' }
    })
    await choosesClass()
    await tapped()
    await at('binding-undo').trigger('click')
    await flushPromises()
    expect([told(), at('binding-name').text()]).toEqual(['too-late', '王小明'])
    expect(at('binding-told').text()).toContain('请卡管员改绑')
  })

  it('takes the last one back, who stands there again', async () => {
    const { at, told, choosesClass, tapped } = await screen()
    await choosesClass()
    await tapped()
    await at('binding-undo').trigger('click')
    await flushPromises()
    expect([told(), at('binding-name').text()]).toEqual(['undone', '李雷'])
    expect(at('binding-progress').text()).toBe('已绑卡 1 / 3')
  })
})

describe('a card that comes first', () => {
  it('waits for eight keys and for a yes', async () => {
    const { at, asked, step, tapped } = await screen((kiosk) => {
      kiosk.found = found([line({ studentId: 's-9', name: '赵一', card: null })])
    })
    await tapped()
    expect(step()).toBe('whose')
    await at('binding-find').setValue('2000001')
    expect(step()).toBe('whose')
    await at('binding-find').setValue('20000017')
    await flushPromises()
    expect([step(), asked().length]).toEqual(['confirm', 0])
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter' }))
    await flushPromises()
    expect(asked()).toMatchObject([{ args: { tapId: 'tap-1', studentId: 's-9' } }])
  })

  it('that led here from its verdict is nobody’s suggestion', async () => {
    const { kiosk } = await mountPage(BindingScreen)
    expect(kiosk.asked.some(({ name }) => name === 'binding.bind')).toBe(false)
    const binding = useBinding()
    binding.choose(line())
    binding.askWhose(TAPS['unknown-card'])
    expect(binding.pupil).toBeNull()
  })

  it('of somebody is told, and bound to nobody', async () => {
    const { told, asked, tapped } = await screen()
    await tapped('valid')
    expect([told(), asked().length]).toEqual(['known', 0])
  })

  it('of another school is told, and not whose it is', async () => {
    const { at, told, tapped } = await screen()
    await tapped('wrong-school')
    expect(told()).toBe('wrong-school')
    expect(at('binding-told').text()).toBe('这张卡不能绑：不是本校')
  })

  it('can be put aside', async () => {
    const { at, step, tapped } = await screen()
    await tapped()
    await at('binding-aside').trigger('click')
    expect(step()).toBe('choose')
  })

  it('is whose of several is chosen, and nobody’s where nobody is found', async () => {
    const { page, at, step, tapped, kiosk } = await screen((one) => {
      one.found = found([
        line({ studentId: 's-7', name: '张伟' }),
        line({ studentId: 's-8', name: '张伟' }),
      ])
    })
    await tapped()
    await at('binding-find').setValue('张伟')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.findAll('.several button')).toHaveLength(2)
    await useSettings().change({ privacyMode: true })
    expect(page.find('.several').text()).not.toMatch(/张伟|0417/)
    await page.find('.several button').trigger('click')
    expect(step()).toBe('confirm')
    kiosk.found = found([])
    await at('binding-find').setValue('99999999')
    await flushPromises()
    expect(at('binding-none').text()).toContain('没有找到这名学生')
  })
})

describe('a card that is not bound', () => {
  const whys = Object.keys(chinese.binding.refused) as (keyof typeof chinese.binding.refused)[]

  it.each(whys)('%s: says what happened and what comes next', async (why) => {
    const { at, told, choosesClass, tapped } = await screen((kiosk) => {
      kiosk.binding.answer = refusal(why)
    })
    await choosesClass()
    await tapped()
    expect(told()).toBe(why)
    const { what, next } = chinese.binding.refused[why]
    expect(at('binding-told').text()).toContain(what)
    expect(at('binding-told').text()).toContain(next)
    expect(english.binding.refused[why].what).not.toBe('')
    expect(at('binding-name').text()).toBe('李雷')
  })

  it('names whose it is, and is given to another by a supervisor with a reason', async () => {
    const { at, asked, choosesClass, tapped, kiosk } = await screen(
      (one) => {
        one.binding.answer = refusal('bound-to-other', {
          owner: person({ name: '韩梅梅' }),
          cardTail: '5678',
          cardState: 'ACTIVE',
        })
      },
      ['clerk', 'supervisor'],
    )
    await choosesClass()
    await tapped()
    expect(at('binding-told').text()).toContain('韩梅梅')
    await at('binding-take-over').trigger('click')
    await at('binding-take-over-yes').trigger('click')
    expect(asked()).toHaveLength(1)
    kiosk.binding.answer = bound()
    await at('binding-take-over-reason').setValue('两人的卡拿反了')
    await at('binding-take-over-yes').trigger('click')
    await flushPromises()
    expect(asked()[1]).toMatchObject({ args: { takeOver: '两人的卡拿反了', studentId: 's-2' } })
    expect(at('binding-told').attributes('data-kind')).toBe('bound')
  })

  it('of somebody else is no clerk’s to give away', async () => {
    const { page, at, choosesClass, tapped } = await screen((kiosk) => {
      kiosk.binding.answer = refusal('bound-to-other')
    })
    await choosesClass()
    await tapped()
    expect(at('binding-take-over').exists()).toBe(false)
    expect(page.text()).toContain('请卡管员登录后改绑')
  })

  it('because the desk refuses says so, and the pupil stays', async () => {
    const { page, at, choosesClass, tapped } = await screen((kiosk) =>
      kiosk.refuse.set('binding.bind', 'db-full'),
    )
    await choosesClass()
    await tapped()
    expect(page.find('[role="alert"]').text()).toContain('没有绑成')
    expect(at('binding-name').text()).toBe('李雷')
  })
})

it('a lock forgets class, pupil and card', async () => {
  const { choosesClass, tapped, page } = await screen()
  await choosesClass()
  await tapped()
  forgetAll()
  await flushPromises()
  expect(page.text()).not.toContain('李雷')
  expect(useBinding().waiting).toBeNull()
})
