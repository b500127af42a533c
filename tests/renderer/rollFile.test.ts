// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileOpened, FileRefusal } from '../../core/rollRequests.ts'
import { columnsOf, mapColumn } from '../../renderer/features/roll/fileColumns.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { openDesk } from './builders.ts'
import { MAPPING, rollFile } from './rollBuilders.ts'
import { rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const open = async (file: FileOpened | null = rollFile(), desk = openDesk()) => {
  const shown = await rollDesk((kiosk) => (kiosk.roll.opened = file), desk)
  await shown.press('roll-open')
  const chosen = (heading: string) =>
    (shown.at(`column-${heading}`).element as HTMLSelectElement).value
  return { ...shown, chosen }
}

describe('the columns of a file', () => {
  it('are open, private, without a name, or named like one before', () => {
    const file = rollFile({ headings: ['姓名', '身份证号', '', '姓 名'] })
    expect(columnsOf(file, [{ heading: '姓名', field: 'name' }])).toEqual([
      { kind: 'open', heading: '姓名', field: 'name' },
      { kind: 'private', heading: '身份证号', why: 'identity-number' },
      { kind: 'nameless', heading: '' },
      { kind: 'twin', heading: '姓 名' },
    ])
  })

  it('have one field each, and each field one column', () => {
    expect(mapColumn(MAPPING, '序号', 'educationId')).toEqual([
      ...MAPPING.filter(({ field }) => field !== 'educationId'),
      { heading: '序号', field: 'educationId' },
    ])
    expect(mapColumn(MAPPING, '性别', null)).toEqual(MAPPING.filter(({ field }) => field !== 'sex'))
  })
})

describe('a chosen file', () => {
  it('is shown as it looks, with what each column is', async () => {
    const { at, chosen } = await open()
    const text = at('roll-file').text()
    for (const words of ['2026年秋季在校学生名册.xlsx', '3,012 行', '欧阳明月', '04131301'])
      expect(text).toContain(words)
    expect([chosen('教育ID'), chosen('学生姓名'), chosen('序号')]).toEqual([
      'educationId',
      'name',
      '',
    ])
  })

  it('says whether that is of last time or a guess, until it is changed', async () => {
    const remembered = await open()
    expect(remembered.at('mapping-told').text()).toContain('按上次的对应关系')
    await remembered.choose('column-备注', 'enrolment')
    expect(remembered.at('mapping-told').exists()).toBe(false)
    const guessed = await open(rollFile({ remembered: false }))
    expect(guessed.at('mapping-told').text()).toContain('按列名认的')
  })

  it('has its private columns told, and why they are not read', async () => {
    const { page, at } = await open()
    expect(at('columns-private').text()).toMatch(/身份证号：办卡用不着.*家长信息/)
    expect(page.find('[data-test="column-身份证号"]').exists()).toBe(false)
    expect(at('roll-file').text()).toContain('不读取')
  })

  it('has told what else is in it and was not believed', async () => {
    const { at } = await open()
    expect(at('file-remarks').text()).toMatch(/24 处合并单元格.*宏：没有运行/)
  })

  it('is covered in privacy mode', async () => {
    const desk = openDesk()
    const settings = { ...desk.settings, privacyMode: true }
    const { at } = await open(rollFile(), { ...desk, settings })
    expect(at('roll-file').text()).not.toMatch(/张子涵|20131234/)
    expect(at('roll-file').text()).toContain('••••')
  })

  it('goes no further without what must be there, and says what is missing', async () => {
    const { at, choose, isDisabled } = await open(rollFile({ mapping: [] }))
    expect(at('columns-missing').text()).toContain('还没有选出教育ID、姓名')
    expect(isDisabled('roll-check')).toBe(true)
    await choose('column-教育ID', 'educationId')
    expect(at('columns-missing').text()).toContain('还没有选出姓名')
    await choose('column-学生姓名', 'name')
    expect(at('columns-missing').exists()).toBe(false)
    expect(isDisabled('roll-check')).toBe(false)
    expect(at('column-hint-noSex').text()).toContain('缺性别导不进来')
    expect(at('column-hint-noClass').exists()).toBe(true)
  })

  it('is held against the roll by what was chosen', async () => {
    const { choose, press, args } = await open()
    await choose('column-性别', '')
    await choose('column-备注', 'sex')
    await press('roll-check')
    const mapping = [
      ...MAPPING.filter(({ field }) => field !== 'sex'),
      { heading: '备注', field: 'sex' },
    ]
    expect(args('roll.preview')).toEqual([{ mapping, missing: { kind: 'stay' } }])
  })

  it('has other sheets, hidden ones too', async () => {
    const { at, choose, args } = await open()
    expect(at('roll-sheet').text()).toContain('旧名册（隐藏）')
    await choose('roll-sheet', '说明')
    expect(args('roll.sheet')).toEqual([{ sheet: '说明' }])
    expect((at('roll-sheet').element as HTMLSelectElement).value).toBe('说明')
  })

  it('stays at its sheet where another one cannot be read', async () => {
    const { kiosk, at, choose } = await open()
    kiosk.roll.otherSheet = { kind: 'refused', why: 'no-rows' }
    await choose('roll-sheet', '说明')
    expect(at('roll-refused').attributes('data-why')).toBe('no-rows')
    expect((at('roll-sheet').element as HTMLSelectElement).value).toBe('在校生')
  })

  it('is let go of', async () => {
    const { at, press } = await open()
    await press('roll-back')
    expect(at('roll-screen').exists()).toBe(true)
  })

  it('is none where the window was closed', async () => {
    const { at } = await open(null)
    expect(at('roll-screen').exists()).toBe(true)
    expect(at('roll-refused').exists()).toBe(false)
  })
})

describe('a file that cannot be used', () => {
  const whys = Object.keys(zhCN.rollRefused) as FileRefusal[]

  it.each(whys)('%s: what, why and what next', async (why) => {
    const { at } = await open({ kind: 'refused', why })
    const text = at('roll-refused').text()
    for (const words of Object.values(zhCN.rollRefused[why])) expect(text).toContain(words)
    expect(at('roll-screen').exists()).toBe(true)
  })

  it('is no alarm where somebody called it off', async () => {
    const { kiosk, at, press } = await open(null)
    kiosk.refuse.set('roll.open', 'called-off')
    await press('roll-open')
    expect(at('roll-refused').attributes('role')).toBe('status')
  })

  it('is not shown any more once the desk has forgotten it', async () => {
    const { kiosk, at, press } = await open()
    kiosk.roll.compared = { kind: 'refused', why: 'nothing-chosen' }
    await press('roll-check')
    expect(at('roll-screen').exists()).toBe(true)
    expect(at('roll-refused').text()).toContain('请再选一次文件')
  })

  it('can be mapped anew where its headings were not found', async () => {
    const { kiosk, at, press } = await open()
    kiosk.roll.compared = { kind: 'refused', why: 'no-headings' }
    await press('roll-check')
    expect(at('roll-file').exists()).toBe(true)
    expect(at('roll-refused').attributes('data-why')).toBe('no-headings')
  })
})
