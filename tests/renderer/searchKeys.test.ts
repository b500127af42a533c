// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { TAPS } from './builders.ts'
import { found, line, TWINS } from './pupils.ts'
import { opened, pagesOfTheirOwn, searchDesk } from './searchDesk.ts'

pagesOfTheirOwn()

describe('Enter', () => {
  it('opens the only one found', async () => {
    const { type, key, at } = await searchDesk()
    await type('zhangzihan')
    await key('Enter')
    expect(opened()).toBe('s-1')
    expect(at('search-list').exists()).toBe(false)
  })

  it('waits for the answer to what was typed, however fast it came', async () => {
    const { field, key } = await searchDesk()
    field.element.value = 'z'
    field.element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.element.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', bubbles: true }))
    expect(opened()).toBeNull()
    await flushPromises()
    expect(opened()).toBe('s-1')
    await key('Escape')
  })

  it('chooses nobody among several and says so, however often it is pressed', async () => {
    const { page, at, type, key } = await searchDesk(found(TWINS))
    await type('张伟')
    for (const press of ['Enter', 'Enter', 'Enter']) await key(press)
    expect(opened()).toBeNull()
    expect(at('search-choose').text()).toContain('请选择')
    expect(page.find('[aria-selected="true"]').exists()).toBe(false)
    for (const press of ['ArrowDown', 'ArrowDown', 'Enter']) await key(press)
    expect(opened()).toBe('s-8')
  })

  it('opens nobody of a list that is not the answer to what stands in the field', async () => {
    const { page, kiosk, type, key } = await searchDesk(found(TWINS))
    await type('张')
    let answer: (reply: unknown) => void = () => undefined
    vi.spyOn(kiosk, 'request').mockImplementation(
      () => new Promise((resolve) => (answer = resolve as never)),
    )
    await type('张小')
    await key('ArrowDown')
    answer({ ok: true, value: found([line({ studentId: 's-3' }), line({ studentId: 's-4' })]) })
    await flushPromises()
    expect(page.find('[aria-selected="true"]').exists()).toBe(false)
    await key('Enter')
    expect(opened()).toBeNull()
  })

  it('chooses nobody when only one of more is shown', async () => {
    const { type, key } = await searchDesk(found([line()], { total: 2 }))
    await type('z')
    await key('Enter')
    expect(opened()).toBeNull()
  })

  it('held down chooses nobody', async () => {
    const { type, key } = await searchDesk(found(TWINS))
    await type('张伟')
    await key('Enter')
    await key('Enter', { repeat: true })
    expect(opened()).toBeNull()
  })

  it('belongs to the input method while it composes, as the letters do', async () => {
    const { queries, type, key } = await searchDesk()
    await type('zhang', true)
    expect(queries()).toEqual([])
    await key('Enter', { isComposing: true })
    expect(opened()).toBeNull()
  })
})

describe('what was composed', () => {
  it('is not disturbed by a tap in between', async () => {
    const { kiosk, field, type } = await searchDesk()
    await type('li')
    await type('li小', true)
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect(field.element.value).toBe('li小')
  })

  it('is looked up when it is done', async () => {
    const { field, queries, type } = await searchDesk()
    await type('zhang', true)
    field.element.value = '张'
    field.element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    await flushPromises()
    expect(queries()).toEqual(['张'])
  })
})

describe('the keys of the search', () => {
  it.each([
    ['Slash', {}],
    ['KeyF', { ctrlKey: true }],
  ])('%s leads into it from anywhere', async (code, part) => {
    const { field } = await searchDesk()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, ...part }))
    expect(document.activeElement).toBe(field.element)
  })

  it('Esc folds the list, keeps the text, and does not clear the verdict behind it', async () => {
    const { kiosk, field, at, type, key } = await searchDesk()
    kiosk.tap(TAPS.valid)
    await flushPromises()
    await type('z')
    await key('Escape')
    expect(at('search-list').exists()).toBe(false)
    expect(field.element.value).toBe('z')
    expect(at('verdict').exists()).toBe(true)
  })

  it('an arrow brings the list back', async () => {
    const { at, type, key } = await searchDesk()
    await type('z')
    await key('Escape')
    await key('ArrowDown')
    expect(at('search-list').exists()).toBe(true)
  })
})
