// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listTitles } from '../../core/lists.ts'
import type { Language } from '../../core/settings.ts'
import type { Role } from '../../core/staff.ts'
import BindingScreen from '../../renderer/features/binding/BindingScreen.vue'
import RollStart from '../../renderer/features/roll/RollStart.vue'
import { useConfirming } from '../../renderer/stores/confirming.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { useRoll } from '../../renderer/stores/roll.ts'
import { openDesk } from './builders.ts'
import { CLASS } from './fakeBinding.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

interface Wish {
  readonly roles?: readonly Role[]
  readonly language?: Language
  readonly prepare?: (kiosk: FakeKiosk) => void
}

async function shown(
  screen: typeof RollStart | typeof BindingScreen,
  { roles = ['clerk'], language = 'zh-CN', prepare = () => undefined }: Wish,
) {
  const operator = { id: 'o-1', name: '李老师', roles, classes: [] }
  const open = openDesk({ operator })
  const desk = { ...open, settings: { ...open.settings, language } }
  const { page, kiosk } = await mountPage(screen, { desk, language, prepare })
  await useDesk().start()
  await useRoll().load()
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  return {
    ...{ page, kiosk, at },
    async press(name: string) {
      const one = at(name)
      await one.trigger(one.element.matches('[type="submit"]') ? 'submit' : 'click')
      await flushPromises()
    },
    async set(name: string, value?: string) {
      await at(name).setValue(value)
      await flushPromises()
    },
    args: () => kiosk.asked.filter(({ name }) => name.startsWith('list.')).map(({ args }) => args),
  }
}

const roll = (wish: Wish = {}) => shown(RollStart, wish)
const SUPERVISOR: Wish = { roles: ['clerk', 'supervisor'] }

describe('the export of a list', () => {
  it('of a clerk is masked, and asks no more than the form and a folder', async () => {
    const { at, press, set, args } = await roll()
    await press('export-roll')
    expect(at('list-names-whole').exists()).toBe(false)
    expect(at('list-masked').text()).toBe('姓名写成“张*”，教育ID只留尾号。')
    await set('list-form-csv')
    await press('list-go')
    expect(args()).toEqual([
      { list: 'roll', ofId: null, form: 'csv', whole: null, language: 'zh-CN' },
    ])
    expect(at('list-told').text()).toContain('已保存到“文档”文件夹：')
    expect(at('list-told').text()).toContain('学生名册（脱敏）-2026-10-12.xlsx')
    await press('list-close')
    expect(at('list-dialog').exists()).toBe(false)
  })

  it('is of the list that is chosen; one of figures has nothing to mask', async () => {
    const { at, press, set, args } = await roll(SUPERVISOR)
    await press('export-roll')
    const words = at('list-which')
      .findAll('option')
      .map((one) => one.text())
    expect(words).toEqual(['学生名册', '未绑卡学生', '缺照片学生', '各班绑卡进度'])
    await set('list-names-whole')
    await set('list-which', 'progress')
    expect([at('list-names-whole').exists(), at('list-reason').exists()]).toEqual([false, false])
    await press('list-go')
    expect(args()).toMatchObject([{ list: 'progress', whole: null }])
  })

  it('is whole for a supervisor, with a reason and the PIN once more', async () => {
    const { at, press, set, args, kiosk } = await roll(SUPERVISOR)
    await press('export-roll')
    await set('list-names-whole')
    await press('list-go')
    expect(at('list-dialog').find('[role="alert"]').text()).toBe('请写明原因。')
    expect(args()).toEqual([])
    kiosk.refuse.set('list.export', 're-auth-needed')
    await set('list-reason', ' 报教委 ')
    await press('list-go')
    expect(useConfirming().wanted).toEqual({ of: 'own', why: 'lists.why' })
    kiosk.refuse.clear()
    kiosk.signing.pinAnswer = { kind: 'right' }
    await useConfirming().tryPin('730252', null)
    await flushPromises()
    const asked = { list: 'roll', whole: { reason: '报教委' } }
    expect(args()).toMatchObject([asked, asked])
    expect(at('list-told').attributes('data-kind')).toBe('saved')
  })

  it.each([
    ['called-off', '没有选文件夹，什么也没存。'],
    ['empty', '这份名单里没有内容，没有存文件。'],
  ] as const)('that came to nothing says so, and can be tried again: %s', async (kind, words) => {
    const { at, press } = await roll({ prepare: ({ lists }) => (lists.saved = { kind }) })
    await press('export-roll')
    await press('list-go')
    expect(at('list-told').text()).toBe(words)
    expect(at('list-go').exists()).toBe(true)
  })

  it('that is refused says why', async () => {
    const { at, press } = await roll({
      prepare: (kiosk) => kiosk.refuse.set('list.export', 'db-full'),
    })
    await press('export-roll')
    await press('list-go')
    expect(at('list-dialog').find('[role="alert"]').text()).toContain('没有导出：')
  })

  it('stands beside the changes of the roll', async () => {
    const { press, args } = await roll()
    await press('export-roll-changes')
    await press('list-go')
    expect(args()).toMatchObject([{ list: 'roll-changes' }])
  })

  it('is nothing for an administrator', async () => {
    const { at } = await roll({ roles: ['administrator'] })
    expect(at('export-roll').exists()).toBe(false)
  })
})

describe('a class on its way to its cards', () => {
  const binding = async (wish: Wish = {}) => {
    const made = await shown(BindingScreen, wish)
    await made.set('binding-class', CLASS.classId)
    return made
  }

  it('leaves as the list of that class', async () => {
    const { at, press, args } = await binding({ roles: ['class-teacher'] })
    await press('export-class')
    expect(at('list-which').find('option').text()).toBe('三年级2班班级名单')
    await press('list-go')
    expect(args()).toMatchObject([{ list: 'class', ofId: CLASS.classId, whole: null }])
  })

  it('is printed for its teacher: the class that is shown, or all', async () => {
    const { at, press, set, args } = await binding()
    await press('print-progress')
    const words = at('print-class')
      .findAll('option')
      .map((one) => one.text())
    expect(words).toEqual(['全部班级（首页是各班数字）', '三年级2班 · 1 / 3'])
    await press('list-go')
    expect(at('list-told').text()).toContain('三年级2班绑卡进度（脱敏）-2026-10-12.pdf')
    await press('list-close')
    await press('print-progress')
    await set('print-class', '')
    await press('list-go')
    expect(args()).toEqual([
      { classId: CLASS.classId, whole: null, language: 'zh-CN' },
      { classId: null, whole: null, language: 'zh-CN' },
    ])
  })
})

it('has every word in English', async () => {
  const warned = vi.spyOn(console, 'warn')
  const { at, press, set, args } = await roll({ ...SUPERVISOR, language: 'en' })
  await press('export-roll')
  expect(at('list-dialog').text()).toContain('Export a list')
  const words = at('list-which')
    .findAll('option')
    .map((one) => one.text())
  expect(words[0]).toBe(listTitles('en').roll)
  await set('list-names-whole')
  await press('list-go')
  expect(at('list-dialog').find('[role="alert"]').text()).toBe('Please say why.')
  await set('list-names-masked')
  await press('list-go')
  expect(at('list-told').text()).toContain('Saved in the folder')
  expect(args()).toMatchObject([{ language: 'en' }])
  expect(warned).not.toHaveBeenCalled()
})
