// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PreviewAnswer } from '../../core/rollRequests.ts'
import { openDesk } from './builders.ts'
import { MANY, NOTHING_NEW, preview } from './rollBuilders.ts'
import { rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const open = async (compared: PreviewAnswer = preview(), desk = openDesk()) => {
  const shown = await rollDesk((kiosk) => (kiosk.roll.compared = compared), desk)
  await shown.compare()
  return shown
}

describe('what a file would do', () => {
  it('is counted', async () => {
    const { page } = await open()
    const tiles = page.findAll('[data-test^="count-"]').map((one) => one.text())
    expect(tiles).toEqual([
      '新增12',
      '变更3',
      '不在文件里1',
      '没有变化2,981',
      '同名待核1',
      '有问题4',
    ])
  })

  it('is listed kind by kind: name, class, tail, line', async () => {
    const { at, all, press } = await open()
    expect(all('preview-row')).toHaveLength(12)
    expect(all('preview-row')[0]?.text()).toMatch(/张子涵\s*三年级2班\s*…1234\s*女\s*第 12 行/)
    expect(all('preview-row')[1]?.text()).toContain('没有班级')
    await press('count-gone')
    expect(all('preview-row')[0]?.text()).toContain('陈思远')
    expect(at('count-same').element.tagName).toBe('DIV')
  })

  it('says what changes, old and new', async () => {
    const { all, press } = await open()
    await press('count-changed')
    const rows = all('preview-row').map((one) => one.text())
    expect(rows[0]).toMatch(/王晨 → 王辰.*三年级2班 → 三年级5班/)
    expect(rows[1]).toMatch(/女 → 男.*临时学籍 → 在籍/)
    expect(rows[2]).toContain('临时学籍，日期有变')
  })

  it('asks about the same name in the same class', async () => {
    const { at, all, press } = await open()
    await press('count-same-name')
    expect(all('preview-row')[0]?.text()).toContain('可能是教育ID填错：三年级2班已有同名的 …1243')
    expect(at('roll-preview').text()).toContain('是同一个人，请改好表格重新选')
  })

  it('covers names and tails in privacy mode', async () => {
    const desk = openDesk()
    const { at, press } = await open(preview(), {
      ...desk,
      settings: { ...desk.settings, privacyMode: true },
    })
    await press('count-changed')
    expect(at('roll-preview').text()).not.toMatch(/王晨|王辰|0417/)
    expect(at('roll-preview').text()).toContain('王* → 王*')
  })

  it('says how long a long list is', async () => {
    const { at, all, press } = await open(MANY)
    expect(all('preview-row')).toHaveLength(200)
    expect(at('listed').text()).toBe('共 2,964 条，列出前 200 条')
    await press('count-broken')
    expect(all('trouble-row')).toHaveLength(200)
    expect(at('listed').text()).toBe('共 412 条，列出前 200 条')
  })

  it('tells new classes, and that others are left alone', async () => {
    const { at } = await open()
    expect(at('classes-opened').text()).toMatch(/新开 2 个班.*三年级5班\s*三年级6班/)
    expect(at('other-classes').text()).toBe('文件里没有提到的 14 个班，不动。')
  })

  it('may be nothing, and is not imported then', async () => {
    const { at, isDisabled } = await open(NOTHING_NEW)
    expect(at('roll-preview').text()).toContain('文件和名册一样，不用导入')
    expect(isDisabled('roll-take')).toBe(true)
  })
})

describe('lines that cannot be used', () => {
  it('are told by number, with what is wrong and what to do', async () => {
    const { all, press } = await open()
    await press('count-broken')
    const rows = all('trouble-row').map((one) => one.text())
    expect(rows[0]).toMatch(/7\s*教育ID\s*教育ID只有 7 位.*不导入.*设为文本/)
    expect(rows[2]).toMatch(/16.*姓名里有数字或符号.*照样导入/)
    expect(rows[3]).toMatch(/60.*和第 61 行相同/)
    expect(rows[5]).toMatch(/3,012.*没有教育ID，也没有姓名\s*像合计或签名，不用管/)
  })

  it('are left out only when somebody says so', async () => {
    const { at, tick, press, isDisabled, args } = await open()
    expect(isDisabled('roll-take')).toBe(true)
    expect(at('roll-first-do').text()).toContain('先勾选不导入有问题的行')
    await tick('without-broken')
    expect(at('roll-first-do').exists()).toBe(false)
    await press('roll-take')
    expect(args('roll.take')).toEqual([{ withoutBroken: true, schoolName: null }])
  })

  it('are looked at though all of them are remarks', async () => {
    const fine = { ...preview().counts, broken: 0 }
    const { all, press, isDisabled } = await open(preview({ counts: fine }))
    expect(isDisabled('roll-take')).toBe(false)
    await press('count-broken')
    expect(all('trouble-row').length).toBeGreaterThan(0)
  })
})

describe('pupils who are not in the file', () => {
  const asked = (args: (name: string) => readonly unknown[]) =>
    args('roll.preview').map((one) => (one as { missing: unknown }).missing)

  it('stay, unless somebody says when they left; then the file is compared anew', async () => {
    const { at, tick, choose, isDisabled, args } = await open()
    await tick('without-broken')
    expect(at('roll-take').text()).toBe('导入 15 名学生')
    await tick('missing-transferred')
    expect(isDisabled('roll-take')).toBe(true)
    expect(at('roll-first-do').text()).toContain('请填日期')
    await choose('missing-on', '8月31日')
    await at('missing-on').trigger('change')
    await vi.waitFor(() => expect(at('roll-take').text()).toBe('导入 16 名学生'))
    const leave = { kind: 'leave', on: '2026-08-31', why: 'transferred' }
    expect(asked(args)).toEqual([{ kind: 'stay' }, leave])
    expect(isDisabled('roll-take')).toBe(false)
    expect(at('missing-choice').text()).toContain('2026年8月31日')
  })

  it('are put back the same way', async () => {
    const { at, tick, choose, args } = await open()
    await tick('missing-other')
    await choose('missing-on', '2026-09-01')
    await at('missing-on').trigger('change')
    await tick('missing-stay')
    expect(asked(args).map((one) => (one as { kind: string }).kind)).toEqual([
      'stay',
      'leave',
      'stay',
    ])
  })

  it.each([
    ['2026-10-13', '不能晚于今天'],
    ['前天', '请填日期'],
  ])('cannot have left on %s', async (typed, words) => {
    const { at, tick, choose, isDisabled, args } = await open()
    await tick('without-broken')
    await tick('missing-other')
    await choose('missing-on', typed)
    await at('missing-on').trigger('change')
    expect(at('missing-choice').text()).toContain(words)
    expect(isDisabled('roll-take')).toBe(true)
    expect(asked(args)).toHaveLength(1)
  })

  it('left last year, where the month is still to come', async () => {
    const { at, tick, choose, args } = await open()
    await tick('missing-other')
    await choose('missing-on', '12月1日')
    await at('missing-on').trigger('change')
    expect(asked(args).at(-1)).toEqual({ kind: 'leave', on: '2025-12-01', why: 'other' })
  })

  it('are not asked about where there are none', async () => {
    const { at } = await open(preview({ counts: { ...preview().counts, gone: 0 } }))
    expect(at('missing-choice').exists()).toBe(false)
  })
})
