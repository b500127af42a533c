// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { TWO_FRAMES_MS } from '../../renderer/composables/twoFrames.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { TAPS } from './builders.ts'
import { found, line, MANY_LINES, TWINS } from './pupils.ts'
import { opened, pagesOfTheirOwn, searchDesk } from './searchDesk.ts'

pagesOfTheirOwn()

describe('the list under the search field', () => {
  it('shows name, class, tail and card of each, and how many there are in all', async () => {
    const { page, at, type } = await searchDesk(found(MANY_LINES, { total: 128 }))
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
    const { at, type } = await searchDesk(found([]))
    await type('qqq')
    expect(at('search-nobody').text()).toContain('姓名、拼音')
  })

  it('asks whether eight digits are a birth date, and what to do', async () => {
    const { at, type } = await searchDesk(found([], { remark: 'looks-like-birth-date' }))
    await type('20131005')
    expect(at('search-remark').text()).toContain('像出生日期，不是教育ID？')
    expect(at('search-remark').text()).toContain('班主任或学籍老师')
  })

  it('marks pupils of one name', async () => {
    const { page, type } = await searchDesk(found([...TWINS, line()]))
    await type('张')
    expect(page.findAll('[data-test="same-name"]')).toHaveLength(2)
  })

  it('asks for faces only after the lines stood a while', async () => {
    const { kiosk, type } = await searchDesk()
    await type('z')
    expect(kiosk.asked.map(({ name }) => name)).not.toContain('photo.get')
    await vi.advanceTimersByTimeAsync(310 + TWO_FRAMES_MS)
    expect(kiosk.asked.map(({ name }) => name)).toContain('photo.get')
  })

  it('never goes back to the answer to an older text', async () => {
    const { page, kiosk, type } = await searchDesk()
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
    const { kiosk, at, type } = await searchDesk()
    kiosk.refuse.set('search.find', 'db-busy')
    await type('z')
    expect(at('search-refused').text()).toContain('数据正被别的程序占用')
  })

  it('is a listbox the field names to screen readers', async () => {
    const { page, field, type, key } = await searchDesk(found(TWINS))
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

describe('names', () => {
  it('leave the list and the field by themselves after the clearing time', async () => {
    const { field, at, type } = await searchDesk()
    await type('张子涵')
    await vi.advanceTimersByTimeAsync(15_100)
    expect(at('search-list').exists()).toBe(false)
    expect(field.element.value).toBe('')
    expect(document.body.innerHTML).not.toContain('张子涵')
  })

  it('make way for a tap at once', async () => {
    const { kiosk, at, type } = await searchDesk(found([line({ name: '林小满' })]))
    await type('lin')
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect([at('search-list').exists(), at('verdict').exists()]).toEqual([false, true])
  })

  it('do not stay in the field beside somebody else’s verdict', async () => {
    const { kiosk, field, type, key } = await searchDesk(found([line({ name: '林小满' })]))
    await type('林小满')
    await key('Enter')
    field.element.blur()
    kiosk.tap(TAPS.valid)
    await flushPromises()
    expect(field.element.value).toBe('')
  })

  it.each(['nav-devices', 'reader-state'])('do not follow to another screen: %s', async (way) => {
    const { field, at, type } = await searchDesk()
    await type('林小满')
    await at(way).trigger('click')
    expect(field.element.value).toBe('')
  })
})

describe('a verdict', () => {
  it('on a card nobody knows leads into the search', async () => {
    const { kiosk, field, at } = await searchDesk()
    kiosk.tap(TAPS['unknown-card'])
    await flushPromises()
    await at('next-step').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(field.element)
  })

  it('and its line in the list of last taps lead to the pupil', async () => {
    const { kiosk, at } = await searchDesk()
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
