// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Role } from '../../core/staff.ts'
import { useDrafts } from '../../renderer/stores/drafts.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePacks } from '../../renderer/stores/packs.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { aPack, PACK_CLASSES, packLine } from './packLines.ts'
import { workDesk } from './workDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

async function packDesk(
  prepare: (kiosk: FakeKiosk) => void = () => undefined,
  roles: readonly Role[] = ['clerk', 'supervisor'],
) {
  const desk = await workDesk('to-collect', {
    roles,
    prepare(kiosk) {
      kiosk.cases.packClasses = PACK_CLASSES
      kiosk.cases.pack = aPack()
      prepare(kiosk)
    },
  })
  await desk.press('pack-go')
  await desk.comes('pack')
  await flushPromises()
  const { at, page, settled } = desk
  return {
    ...desk,
    text: (name: string) => page.findAll(`[data-test="${name}"]`).map((one) => one.text()),
    async give() {
      await at('pack-sign').trigger('submit')
      await settled()
    },
    async sign() {
      usePacks().signature = '10,10 60,40 120,20'
      await flushPromises()
    },
  }
}

describe('班级领卡', () => {
  it('shows the classes, and of one what may go along and what not, and why', async () => {
    const { press, text, page } = await packDesk()
    expect(text('pack-class-k-2')).toEqual(['三年级2班待领 5 · 班主任处 2'])
    await press('pack-class-k-2')
    expect(text('pack-line')).toHaveLength(7)
    expect(text('pack-line')[0]).toContain('…1201 · 卡 …9021')
    expect(text('pack-line')[2]).toContain('还没有卡号')
    expect(text('pack-held')[0]).toContain('卡面是旧信息')
    const ticks = page.findAll<HTMLInputElement>('[data-test="pack-tick"]')
    expect(ticks.map(({ element }) => element.checked)).toEqual([true, true, true])
  })

  it('leaves of many classes the chosen one, so that its cards are in sight; the others are a press away', async () => {
    const classes = Array.from({ length: 30 }, (_, n) => ({
      ...{ classId: `k-${n}`, name: `三年级${n}班`, here: 1, withTeacher: 0 },
    }))
    const { press, at, page } = await packDesk((kiosk) => (kiosk.cases.packClasses = classes))
    const tiles = () => page.findAll('[data-test^="pack-class-"]')
    expect(tiles()).toHaveLength(30)
    await press('pack-class-k-2')
    expect(tiles().map((tile) => tile.attributes('data-test'))).toEqual(['pack-class-k-2'])
    expect(at('pack-unfold').text()).toBe('换一个班（还有 29 个）')
    await press('pack-unfold')
    expect(tiles()).toHaveLength(30)
    await press('pack-class-k-7')
    expect(tiles().map((tile) => tile.attributes('data-test'))).toEqual(['pack-class-k-7'])
  })

  it('gives what is ticked with one signature', async () => {
    const { at, press, give, sign, asked, text } = await packDesk()
    await press('pack-class-k-2')
    expect((at('pack-teacher').element as HTMLInputElement).value).toBe('王芳')
    expect(at('pack-take').text()).toBe('交给班主任（3 张）')
    await at('pack-tick').setValue(false)
    expect(at('pack-take').text()).toBe('交给班主任（2 张）')
    await give()
    expect(asked('pack.take')).toEqual([])
    expect(at('pack-sign').text()).toContain('请领卡人签名')
    await sign()
    const before = asked('case.lists').length
    await give()
    expect(asked('pack.take').map(({ args }) => args)).toEqual([
      {
        ...{ classId: 'k-2', cardIds: ['c-2', 'c-3'], teacher: '王芳' },
        signature: '10,10 60,40 120,20',
      },
    ])
    expect(text('pack-told')[0]).toContain('已交给王芳：2 张卡')
    expect([usePacks().typed, usePacks().signature]).toEqual(['', ''])
    expect(asked('case.lists').length).toBeGreaterThan(before)
  })

  it('asks which teacher where there are several, or none', async () => {
    const { at, press, give, sign, asked } = await packDesk((kiosk) => {
      kiosk.cases.pack = aPack({ teachers: ['王芳', '赵强'] })
    })
    await press('pack-class-k-2')
    await sign()
    await give()
    expect(at('pack-sign').text()).toContain('请填领卡老师的姓名')
    expect(asked('pack.take')).toEqual([])
    await press('pack-teacher-choice')
    await give()
    expect(asked('pack.take')).toMatchObject([{ args: { teacher: '王芳' } }])
  })

  it('says who is the reason that nothing was given', async () => {
    const { press, give, sign, at, kiosk } = await packDesk()
    await press('pack-class-k-2')
    await sign()
    kiosk.cases.packRefused = { why: 'on-hold', studentId: 's-2' }
    await give()
    expect(at('pack-refused').text()).toContain('李雷：申请暂缓中')
    expect(usePacks().signature).not.toBe('')
  })

  it('closes each card: the pupil has it, or it is back; a slip is taken back', async () => {
    const { press, asked, at } = await packDesk()
    await press('pack-class-k-2')
    await press('pack-given')
    await press('pack-back')
    const acts = asked('case.act').map(({ args }) => args)
    const card = { studentId: 's-6', cardId: 'c-6', tapId: null, oldCard: null }
    expect(acts).toEqual([
      { act: 'close-pack', ...card, how: 'tick' },
      { act: 'close-pack', ...card, how: 'back' },
    ])
    expect(at('pack-told').text()).toContain('周子轩的卡已交回')
    await press('pack-undo')
    expect(asked('case.act').at(-1)?.args).toEqual({ act: 'undo', studentId: 's-6', cmdId: 'c-1' })
    expect(at('pack-told').text()).toContain('已撤销')
  })

  it('goes on to the same button of the next card, and stays where one was refused', async () => {
    const { press, page, settled, kiosk } = await packDesk()
    await press('pack-class-k-2')
    const buttons = (name: string) =>
      page.findAll<HTMLButtonElement>(`[data-test="${name}"]`).map(({ element }) => element)
    async function pressed(name: string): Promise<void> {
      const [first] = buttons(name)
      first?.focus()
      first?.click()
      await settled()
    }
    kiosk.cases.refused = 'not-with-teacher'
    await pressed('pack-given')
    expect(document.activeElement).toBe(buttons('pack-given')[0])
    kiosk.cases.refused = null
    const lines = aPack().lines
    const gone = (cardId: string) => lines.filter((one) => one.cardId !== cardId)
    kiosk.cases.pack = aPack({ lines: gone('c-6') })
    await pressed('pack-back')
    expect(buttons('pack-back')).toHaveLength(1)
    expect(document.activeElement).toBe(buttons('pack-back')[0])
    kiosk.cases.pack = aPack({ lines: lines.filter(({ state }) => state === 'ARRIVED') })
    await pressed('pack-given')
    expect(document.activeElement?.textContent).toContain('已发到本人手里')
  })

  it('says by name what could not be closed', async () => {
    const { press, at } = await packDesk((kiosk) => (kiosk.cases.refused = 'not-with-teacher'))
    await press('pack-class-k-2')
    await press('pack-given')
    expect(at('pack-refused').text()).toBe('周子轩：这张卡不在班主任处。请看右边卡的状态。')
  })

  it('prints the list of the class, and leads to a case', async () => {
    const { press, kiosk, at } = await packDesk()
    await press('pack-class-k-2')
    await press('paper-hand-over')
    expect(kiosk.papers.asked).toEqual({ of: 'hand-over', classId: 'k-2', language: 'zh-CN' })
    expect(at('paper-preview').find('h2').text()).toBe('三年级2班 领卡单')
    await press('paper-close')
    await press('pack-open')
    expect([usePlace().screen, usePlace().studentId]).toEqual(['case', 's-1'])
  })

  it('opens the only class at once, and says in a sentence that nobody is on it', async () => {
    const one = await packDesk((kiosk) => (kiosk.cases.packClasses = PACK_CLASSES.slice(1, 2)))
    expect(one.text('pack-line')).toHaveLength(7)
    one.page.unmount()
    const none = await packDesk((kiosk) => (kiosk.cases.pack = aPack({ lines: [] })))
    await none.press('pack-class-k-2')
    expect(none.at('pack-empty').text()).toBe('三年级2班现在没有待领的卡。')
    expect(none.at('paper-hand-over').exists()).toBe(false)
  })

  it('takes no more where nothing is free', async () => {
    const lines = [packLine(4, '欧阳明月', { held: 'data-changed' })]
    const { press, at } = await packDesk((kiosk) => (kiosk.cases.pack = aPack({ lines })))
    await press('pack-class-k-2')
    expect(at('pack-part').text()).toContain('没有可以交给班主任的卡了')
    expect(at('pack-sign').exists()).toBe(false)
  })

  it('covers names and tails in privacy mode', async () => {
    const { press, text } = await packDesk()
    await useSettings().change({ privacyMode: true })
    await press('pack-class-k-2')
    expect(text('pack-line')[0]).toContain('陈*')
    expect(text('pack-line')[0]).not.toMatch(/可欣|1201|9021/)
  })

  it('keeps what is typed over a lock, but not the signature', async () => {
    const { press, at, sign, page } = await packDesk()
    await press('pack-class-k-2')
    await at('pack-teacher').setValue('赵强')
    await at('pack-tick').setValue(false)
    await sign()
    const { typed } = usePacks()
    forgetAll()
    const { pack, classes, signature } = usePacks()
    expect([usePacks().typed, pack, classes, signature]).toEqual(['', null, null, ''])
    page.unmount()
    const again = await packDesk()
    useDrafts().returned = { 'class-pack': typed }
    await again.press('pack-class-k-2')
    expect((again.at('pack-teacher').element as HTMLInputElement).value).toBe('赵强')
    expect(again.at('pack-take').text()).toBe('交给班主任（2 张）')
  })
})
