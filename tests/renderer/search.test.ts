// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SearchAnswer } from '../../core/search.ts'
import App from '../../renderer/App.vue'
import { TWO_FRAMES_MS } from '../../renderer/composables/twoFrames.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { TAPS } from './builders.ts'
import { mountPage } from './mountPage.ts'
import { found, line, MANY_LINES, TWINS } from './pupils.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

async function desk(answer: SearchAnswer = found([line()])) {
  const { page, kiosk } = await mountPage(App, { prepare: (fake) => (fake.found = answer) })
  const field = page.find<HTMLInputElement>('[data-test="search-input"]')
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const type = async (text: string, composing = false) => {
    field.element.focus()
    field.element.value = text
    field.element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }))
    await flushPromises()
  }
  const key = async (code: string, part: KeyboardEventInit = {}) => {
    field.element.dispatchEvent(
      new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...part }),
    )
    await flushPromises()
  }
  const queries = () =>
    kiosk.asked
      .filter(({ name }) => name === 'search.find')
      .map(({ args }) => (args as { text: string }).text)
  return { page, kiosk, field, at, type, key, queries }
}

const opened = (): string | null => usePlace().studentId

describe('the list under the search field', () => {
  it('shows name, class, tail and card of each, and how many there are in all', async () => {
    const { page, at, type } = await desk(found(MANY_LINES, { total: 128 }))
    await type('zhang')
    expect(at('search-list').attributes('data-query')).toBe('zhang')
    expect(page.findAll('[data-test="search-hit"]').length).toBeGreaterThan(4)
    // the lines below the first appear two frames later
    await vi.advanceTimersByTimeAsync(TWO_FRAMES_MS)
    expect(page.findAll('[data-test="search-hit"]')).toHaveLength(20)
    const [, , third] = page.findAll('[data-test="search-hit"]')
    for (const words of ['张小满', '三年级2班', '…0417', '已挂失'])
      expect(third?.text()).toContain(words)
    expect(at('search-count').text()).toBe('共 128 人，显示前 20')
  })

  it('says what can be typed when nobody was found', async () => {
    const { at, type } = await desk(found([]))
    await type('qqq')
    expect(at('search-nobody').text()).toContain('姓名、拼音')
  })

  it('asks whether eight digits are a birth date, and what to do', async () => {
    const { at, type } = await desk(found([], { remark: 'looks-like-birth-date' }))
    await type('20131005')
    expect(at('search-remark').text()).toContain('像出生日期，不是教育ID？')
    expect(at('search-remark').text()).toContain('班主任或学籍老师')
  })

  it('marks pupils of one name', async () => {
    const { page, type } = await desk(found([...TWINS, line()]))
    await type('张')
    expect(page.findAll('[data-test="same-name"]')).toHaveLength(2)
  })

  it('asks for faces only after the lines stood a while', async () => {
    const { kiosk, type } = await desk()
    await type('z')
    expect(kiosk.asked.map(({ name }) => name)).not.toContain('photo.get')
    await vi.advanceTimersByTimeAsync(310 + TWO_FRAMES_MS)
    expect(kiosk.asked.map(({ name }) => name)).toContain('photo.get')
  })

  it('never goes back to the answer to an older text', async () => {
    const { page, kiosk, type } = await desk()
    const late: ((answer: unknown) => void)[] = []
    const answers = [found([line({ name: '旧' })]), found([line({ name: '新' })])]
    vi.spyOn(kiosk, 'request').mockImplementation(
      () => new Promise((resolve) => late.push(resolve as never)),
    )
    await type('z')
    await type('zh')
    late[1]?.({ ok: true, value: answers[1] })
    await flushPromises()
    late[0]?.({ ok: true, value: answers[0] })
    await flushPromises()
    expect(page.find('[data-test="search-hit"]').text()).toContain('新')
  })

  it('says why when the desk could not look', async () => {
    const { kiosk, at, type } = await desk()
    kiosk.refuse.set('search.find', 'db-busy')
    await type('z')
    expect(at('search-refused').text()).toContain('数据正被别的程序占用')
  })

  it('is a listbox the field names to screen readers', async () => {
    const { page, field, type, key } = await desk(found(TWINS))
    expect(field.attributes('aria-expanded')).toBe('false')
    await type('张伟')
    expect(field.attributes('aria-expanded')).toBe('true')
    await key('ArrowDown')
    const marked = page.find(`#${field.attributes('aria-activedescendant') ?? 'none'}`)
    expect(marked.attributes('aria-selected')).toBe('true')
    expect(page.find(`#${field.attributes('aria-controls') ?? 'none'}`).attributes('role')).toBe(
      'listbox',
    )
  })
})

describe('Enter', () => {
  it('opens the only one found', async () => {
    const { type, key, at } = await desk()
    await type('zhangzihan')
    await key('Enter')
    expect(opened()).toBe('s-1')
    expect(at('search-list').exists()).toBe(false)
  })

  it('waits for the answer to what was typed, however fast it came', async () => {
    const { field, key } = await desk()
    field.element.value = 'z'
    field.element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.element.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', bubbles: true }))
    expect(opened()).toBeNull()
    await flushPromises()
    expect(opened()).toBe('s-1')
    await key('Escape')
  })

  it('chooses nobody among several and says so, however often it is pressed', async () => {
    const { page, at, type, key } = await desk(found(TWINS))
    await type('张伟')
    for (const press of ['Enter', 'Enter', 'Enter']) await key(press)
    expect(opened()).toBeNull()
    expect(at('search-choose').text()).toContain('请选择')
    expect(page.find('[aria-selected="true"]').exists()).toBe(false)
    for (const press of ['ArrowDown', 'ArrowDown', 'Enter']) await key(press)
    expect(opened()).toBe('s-8')
  })

  it('opens nobody of a list that is not the answer to what stands in the field', async () => {
    const { page, kiosk, type, key } = await desk(found(TWINS))
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
    const { type, key } = await desk(found([line()], { total: 2 }))
    await type('z')
    await key('Enter')
    expect(opened()).toBeNull()
  })

  it('held down chooses nobody', async () => {
    const { type, key } = await desk(found(TWINS))
    await type('张伟')
    await key('Enter')
    await key('Enter', { repeat: true })
    expect(opened()).toBeNull()
  })

  it('belongs to the input method while it composes, as the letters do', async () => {
    const { queries, type, key } = await desk()
    await type('zhang', true)
    expect(queries()).toEqual([])
    await key('Enter', { isComposing: true })
    expect(opened()).toBeNull()
  })
})

describe('what was composed', () => {
  it('is not disturbed by a tap in between', async () => {
    const { kiosk, field, type } = await desk()
    await type('li')
    await type('li小', true)
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect(field.element.value).toBe('li小')
  })

  it('is looked up when it is done', async () => {
    const { field, queries, type } = await desk()
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
    const { field } = await desk()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, ...part }))
    expect(document.activeElement).toBe(field.element)
  })

  it('Esc folds the list, keeps the text, and does not clear the verdict behind it', async () => {
    const { kiosk, field, at, type, key } = await desk()
    kiosk.tap(TAPS.valid)
    await flushPromises()
    await type('z')
    await key('Escape')
    expect(at('search-list').exists()).toBe(false)
    expect(field.element.value).toBe('z')
    expect(at('verdict').exists()).toBe(true)
  })

  it('an arrow brings the list back', async () => {
    const { at, type, key } = await desk()
    await type('z')
    await key('Escape')
    await key('ArrowDown')
    expect(at('search-list').exists()).toBe(true)
  })
})

describe('names', () => {
  it('leave the list and the field by themselves after the clearing time', async () => {
    const { field, at, type } = await desk()
    await type('张子涵')
    await vi.advanceTimersByTimeAsync(15_100)
    expect(at('search-list').exists()).toBe(false)
    expect(field.element.value).toBe('')
    expect(document.body.innerHTML).not.toContain('张子涵')
  })

  it('make way for a tap at once', async () => {
    const { kiosk, at, type } = await desk(found([line({ name: '林小满' })]))
    await type('lin')
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect([at('search-list').exists(), at('verdict').exists()]).toEqual([false, true])
  })

  it('do not stay in the field beside somebody else’s verdict', async () => {
    const { kiosk, field, type, key } = await desk(found([line({ name: '林小满' })]))
    await type('林小满')
    await key('Enter')
    field.element.blur()
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect(field.element.value).toBe('')
  })

  it.each(['nav-devices', 'reader-state'])('do not follow to another screen: %s', async (way) => {
    const { field, at, type } = await desk()
    await type('林小满')
    await at(way).trigger('click')
    expect(field.element.value).toBe('')
  })
})

describe('a verdict', () => {
  it('on a card nobody knows leads into the search', async () => {
    const { kiosk, field, at } = await desk()
    kiosk.tap(TAPS['unknown-card'])
    await flushPromises()
    await at('next-step').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(field.element)
  })

  it('and its line in the list of last taps lead to the pupil', async () => {
    const { kiosk, at } = await desk()
    kiosk.tap(TAPS.valid)
    await vi.advanceTimersByTimeAsync(TWO_FRAMES_MS)
    await at('recent-open').trigger('click')
    expect(opened()).toBe('s-1')
    usePlace().go('verify')
    await flushPromises()
    await at('open-student').trigger('click')
    expect(opened()).toBe('s-1')
  })
})
