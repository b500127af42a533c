// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { STROKE_TELLS, type Tell } from '../../core/lookAlike.ts'
import { WATCH_REASONS } from '../../core/rareCharacters.ts'
import { speak } from '../../renderer/locales/i18n.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { person } from './builders.ts'
import { pupil } from './pupils.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  speak('zh-CN')
  document.body.innerHTML = ''
})

/** The page of a pupil of this name, with the fields unfolded. */
async function atName(name: string) {
  const desk = await studentDesk(pupil({ person: person({ name }) }))
  await desk.press('name-check-open')
  const type = async (field: 'face' | 'parent', text: string) => {
    await desk.at(`name-${field}`).setValue(text)
    await desk.settle()
  }
  const differences = () =>
    desk.page.findAll('[data-test="name-difference"]').map((one) => one.text())
  const columns = () =>
    desk.page
      .findAll('[data-test="name-column"]')
      .map((one) => `${one.text()}${one.attributes('data-differs') === 'true' ? '!' : ''}`)
  return { ...desk, type, differences, columns }
}

describe('the name of a pupil against what was typed', () => {
  it('says which character differs, what both are, and why they are confused', async () => {
    const { type, differences, columns, at } = await atName('张晴')
    await type('face', '张睛')
    expect(columns()).toEqual(['张张', '晴≠睛!'])
    expect(at('name-face-check').text()).toContain('有 1 处不一样')
    expect(differences()).toEqual([
      '第2个字：卡面是“睛”，学籍是“晴”。形近字：“睛”是目字旁，“晴”是日字旁。睛 U+775B jīng晴 U+6674 qíng',
    ])
  })

  it.each([
    ['张涵', '张函', '没有偏旁，“涵”是三点水（氵）。拼音也一样（hán）。'],
    ['张子涵', '张紫涵', '同音字（zǐ），多半是输入时选错了。'],
    ['张峰', '张峯', '“峯”是“峰”的繁体或异体。'],
    ['张喆', '张哲', '两个都是规范字，不能互相代替。'],
    ['一诺', '⼀诺', '看着一样，其实是两个字符，系统比对不上。'],
    ['张子涵', '张涵', '第2个字：学籍有“子”，家长填的没有。'],
    ['张涵', '张　涵', '家长填的第2个字“全角空格”是多的，学籍没有。'],
    ['张子涵', '张涵子', '第2、3个字前后颠倒：家长填的是“涵子”，学籍是“子涵”。'],
    ['王己', '王已', '“已”左上半封，“己”左上开口。'],
  ])('%s, typed as %s', async (name, typed, words) => {
    const { type, differences } = await atName(name)
    await type('parent', typed)
    expect(differences()).toHaveLength(1)
    expect(differences()[0]).toContain(words)
  })

  it('says so when nothing differs, and nothing before something is typed', async () => {
    const { type, at } = await atName('张晴')
    expect(at('name-pieces').exists()).toBe(false)
    await type('parent', '张晴')
    expect(at('name-parent-check').text()).toContain('和学籍一字不差')
    expect(at('name-pieces').exists()).toBe(false)
  })

  it('keeps card and parent apart', async () => {
    const { type, at } = await atName('张晴')
    await type('face', '张晴')
    await type('parent', '张睛')
    expect(at('name-face-check').text()).toContain('和学籍一字不差')
    expect(at('name-parent-check').text()).toContain('第2个字：家长填的是“睛”')
  })

  it('says at once what of the name on the roll to watch', async () => {
    const { at } = await atName('单𬭎')
    expect(at('name-watched').text()).toContain('“𬭎”（U+2CB4E）许多系统打不出、印不出')
  })

  it('of two answers shows the later one only', async () => {
    const { kiosk, at, type, settle } = await atName('张晴')
    const request = kiosk.request.bind(kiosk)
    let first: () => void = () => undefined
    vi.spyOn(kiosk, 'request').mockImplementation(async (name, args) => {
      if (JSON.stringify(args).includes('张睛')) await new Promise<void>((done) => (first = done))
      return request(name, args)
    })
    await type('face', '张睛')
    await type('face', '张晴')
    first()
    await settle()
    expect(at('name-face-check').text()).toContain('和学籍一字不差')
  })

  it('tells why where it is refused', async () => {
    const { kiosk, type, at } = await atName('张晴')
    kiosk.refuse.set('names.compare', 'signed-out')
    await type('face', '张睛')
    expect(at('name-face-check').text()).toContain('没有核对：')
  })

  it('has every word in English, too', async () => {
    const warned = vi.spyOn(console, 'warn')
    const { type, differences } = await atName('张晴')
    speak('en')
    await type('face', '张睛')
    expect(differences()[0]).toContain('Character 2: the card has 睛, the roll has 晴.')
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('what was typed', () => {
  const state = () => JSON.stringify(getActivePinia()?.state.value)

  it.each([
    [
      'Escape',
      (desk: Awaited<ReturnType<typeof atName>>) =>
        desk.at('name-face').trigger('keydown', { code: 'Escape', key: 'Escape' }),
    ],
    ['the button', (desk: Awaited<ReturnType<typeof atName>>) => desk.press('name-check-close')],
    ['the lock', () => Promise.resolve(forgetAll())],
    ['another page', () => Promise.resolve(usePlace().go('verify'))],
    ['privacy mode', () => useSettings().change({ privacyMode: true })],
  ])('goes with %s', async (_with, act) => {
    const desk = await atName('张晴')
    await desk.type('face', '张睛金丝雀')
    expect(state()).toContain('金丝雀')
    await act(desk)
    await desk.settle()
    expect(state()).not.toContain('金丝雀')
    expect(desk.at('name-face').exists()).toBe(false)
  })

  it('is taken back by Escape without leaving the page', async () => {
    const { at } = await atName('张晴')
    await at('name-face').trigger('keydown', { code: 'Escape', key: 'Escape' })
    expect(usePlace().screen).toBe('student')
    expect(at('name-check-open').exists()).toBe(true)
  })

  it('cannot be typed in privacy mode', async () => {
    const { at } = await atName('张晴')
    await useSettings().change({ privacyMode: true })
    expect(at('name-check').text()).toContain('隐私模式下不显示')
  })
})

it.each(['zh-CN', 'en'] as const)(
  'there are words for every reason and every tell: %s',
  async (language) => {
    const { i18n } = await import('../../renderer/locales/i18n.ts')
    speak(language)
    const { t, te } = i18n.global
    const tells: readonly Tell['kind'][] = ['radical', 'part', 'stroke', 'no-radical']
    expect(tells).toHaveLength(4)
    for (const how of STROKE_TELLS) expect([how, te(`nameTell.stroke.${how}`)]).toEqual([how, true])
    for (const why of WATCH_REASONS) expect(t(`nameWatch.${why}`)).not.toContain('nameWatch')
    for (const part of '氵⺮囗') expect([part, te(`nameTell.named.${part}`)]).toEqual([part, true])
  },
)
