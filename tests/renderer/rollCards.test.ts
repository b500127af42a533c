// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { BindingRefusal } from '../../core/binding.ts'
import { trouble, type TroubleKind } from '../../core/rollFileTroubles.ts'
import type { PhotoFault } from '../../core/rollRequests.ts'
import type { Language } from '../../core/settings.ts'
import CardsStep from '../../renderer/features/roll/CardsStep.vue'
import PhotosStep from '../../renderer/features/roll/PhotosStep.vue'
import { en } from '../../renderer/locales/en.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { mountPage } from './mountPage.ts'
import { cardsPreview, photosPreview } from './rollBuilders.ts'
import { rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

describe('a card file', () => {
  it('is mapped to 教育ID and the number on the card', async () => {
    const { at, press, args } = await rollDesk()
    await press('cards-open')
    expect(at('roll-file').text()).toContain('卡号.csv')
    expect(at('column-卡号').text()).toBe('不用教育ID卡面号码')
    await press('roll-check')
    const mapping = [
      { heading: '教育ID', field: 'educationId' },
      { heading: '卡号', field: 'printedNumber' },
    ]
    expect(args('cards.preview')).toEqual([{ mapping }])
  })

  it('says what fits, what is bound already, and what is wrong by line', async () => {
    const { page, all, compare } = await rollDesk()
    await compare('cards-open')
    expect(page.findAll('[data-test^="count-"]').map((one) => one.text())).toEqual([
      '可以绑定2,404',
      '已经绑好20',
      '有问题4',
    ])
    const rows = all('trouble-row').map((one) => one.text())
    expect(rows[0]).toMatch(/7\s*卡面号码.*科学计数/)
    expect(rows[2]).toMatch(/40.*登记在别的学生名下.*请卡管员核对/)
  })

  it('is bound, and says how many', async () => {
    const { at, compare, press, args } = await rollDesk()
    await compare('cards-open')
    expect(at('cards-take').text()).toBe('绑定 2,404 张卡')
    await press('cards-take')
    expect(args('cards.take')).toEqual([null])
    expect(at('roll-done').text()).toBe('已绑定 2,404 张卡。')
  })

  it('binds nothing where nothing fits', async () => {
    const { at, compare, isDisabled } = await rollDesk((kiosk) => {
      kiosk.roll.comparedCards = cardsPreview({ fits: 0 })
    })
    await compare('cards-open')
    expect(isDisabled('cards-take')).toBe(true)
    expect(at('roll-first-do').text()).toBe('没有可以绑定的卡。')
  })
})

describe('photos', () => {
  it.each(['folder', 'zip'] as const)('come from a %s', async (from) => {
    const { at, press, args } = await rollDesk()
    await press(`photos-${from}`)
    expect(args('photos.open')).toEqual([{ from }])
    expect(at('photos-preview').exists()).toBe(true)
  })

  it('are counted: who gets one, who has none, and what is left out', async () => {
    const { page, press } = await rollDesk()
    await press('photos-folder')
    expect(page.findAll('[data-test^="count-"]').map((one) => one.text())).toEqual([
      '可以导入2,871换掉旧照片 31 张',
      '和现在一样40',
      '照片不合格18先照样导入',
      '不导入24',
      '还没有照片87名学生（导入之后）',
    ])
  })

  it('say whose photo has to be taken anew, and why', async () => {
    const { at, all, press } = await rollDesk()
    await press('photos-folder')
    expect(all('photo-row')[1]?.text()).toMatch(/欧阳明月.*三年级2班.*…1250.*不是竖版 3:4/)
    expect(at('listed').text()).toBe('共 18 条，列出前 3 条')
  })

  it('are imported, and can be taken back', async () => {
    const { at, press, args } = await rollDesk()
    await press('photos-folder')
    expect(at('photos-take').text()).toBe('导入 2,871 张照片')
    await press('photos-take')
    expect(args('photos.take')).toEqual([null])
    expect(at('roll-undo-this').exists()).toBe(true)
  })
})

describe.each<[Language, typeof zhCN]>([
  ['zh-CN', zhCN],
  ['en', en as typeof zhCN],
])('every trouble has words in %s:', (language, words) => {
  const lines = Object.keys(words.rollTrouble.line) as (keyof typeof words.rollTrouble.line)[]

  it.each(lines)('%s', async (key) => {
    const kind = key.replace(/-same$/, '')
    const twice = kind.endsWith('-twice') && { otherLine: 8, same: kind !== key }
    const one = trouble<'educationId'>(7, 'educationId', { kind, ...twice } as TroubleKind)
    const preview = cardsPreview({ troubles: [{ line: 7, kind: 'file', trouble: one }] })
    const { page } = await mountPage(CardsStep, { language, props: { preview } })
    const text = page.find('[data-test="trouble-row"]').text()
    const { what, next } = words.rollTrouble.line[key]
    for (const part of [what.replace('{other}', '8'), next]) expect(text).toContain(part)
  })

  it.each(Object.keys(words.rollTrouble.binding) as BindingRefusal[])('%s', async (why) => {
    const preview = cardsPreview({ troubles: [{ line: 7, kind: 'refused', why }] })
    const { page } = await mountPage(CardsStep, { language, props: { preview } })
    const text = page.find('[data-test="trouble-row"]').text()
    for (const part of Object.values(words.rollTrouble.binding[why])) expect(text).toContain(part)
  })

  it.each(Object.keys(words.rollTrouble.photo) as PhotoFault[])('%s', async (fault) => {
    const preview = photosPreview({ faults: [{ fault, count: 2 }] })
    const { page } = await mountPage(PhotosStep, { language, props: { preview } })
    const text = page.find(`[data-test="photo-fault-${fault}"]`).text()
    for (const part of Object.values(words.rollTrouble.photo[fault])) expect(text).toContain(part)
  })
})
