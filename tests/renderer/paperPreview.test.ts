// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import type { ListSaved } from '../../core/listRequests.ts'
import type { PaperPrinted, PaperShown } from '../../core/paperRequests.ts'
import type { Language } from '../../core/settings.ts'
import PaperPreview from '../../renderer/components/PaperPreview.vue'
import { useConfirming } from '../../renderer/stores/confirming.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const pagesOf = (count: number, copy = 0): PaperShown => ({
  kind: 'pages',
  copy,
  pages: Array.from({ length: count }, (_, at) => ({
    mime: 'image/png',
    bytes: new Uint8Array([at]),
  })),
})

interface Wish {
  readonly preview?: () => Promise<PaperShown>
  readonly printed?: PaperPrinted
  readonly saved?: ListSaved
  readonly language?: Language
}

async function shown({
  preview = () => Promise.resolve(pagesOf(3)),
  printed = { kind: 'printed' },
  saved = { kind: 'saved', names: ['领卡单-2026-11-09.pdf'], folder: '文档' },
  language = 'zh-CN',
}: Wish = {}) {
  let made = 0
  const revoked: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++made}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => revoked.push(url))
  const asked = { preview: vi.fn(preview), print: vi.fn(), save: vi.fn() }
  asked.print.mockResolvedValue(printed)
  asked.save.mockResolvedValue(saved)
  const { page } = await mountPage(PaperPreview, {
    language,
    props: { title: '三年级2班领卡单', ...asked },
  })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  return {
    ...{ page, asked, at, revoked },
    picture: () => at('paper-page').attributes('src'),
    async press(name: string) {
      await at(name).trigger('click')
      await flushPromises()
    },
    key: (code: string) => at('paper-preview').trigger('keydown', { code }),
  }
}

describe('the pages of a paper', () => {
  it('are pictures, one at a time, whose place is said', async () => {
    const { at, press, picture } = await shown()
    expect(picture()).toBe('blob:1')
    expect(at('paper-place').text()).toBe('第 1 页，共 3 页')
    const isOff = (name: string) => at(name).attributes('disabled') === ''
    expect([isOff('paper-before'), isOff('paper-after')]).toEqual([true, false])
    await press('paper-after')
    await press('paper-after')
    expect(picture()).toBe('blob:3')
    expect([isOff('paper-before'), isOff('paper-after')]).toEqual([false, true])
  })

  it('are turned by keys, and not beyond the ends', async () => {
    const { key, picture } = await shown()
    for (const [code, url] of [
      ['ArrowLeft', 'blob:1'],
      ['ArrowRight', 'blob:2'],
      ['End', 'blob:3'],
      ['PageDown', 'blob:3'],
      ['PageUp', 'blob:2'],
      ['Home', 'blob:1'],
    ] as const) {
      await key(code)
      expect(picture(), code).toBe(url)
    }
  })

  it('need no turning where there is one, and can be looked at large', async () => {
    const { at, press } = await shown({ preview: () => Promise.resolve(pagesOf(1)) })
    expect(at('paper-place').exists()).toBe(false)
    await press('paper-large')
    expect(at('paper-large').attributes('aria-pressed')).toBe('true')
  })

  it('are covered as faces are, and do not stay in memory', async () => {
    const { page, at, revoked } = await shown()
    expect(at('paper-page').attributes('data-face')).toBe('')
    page.unmount()
    expect(revoked).toEqual(['blob:1', 'blob:2', 'blob:3'])
  })

  it('say that they are a copy', async () => {
    const first = await shown()
    expect(first.at('paper-copy').exists()).toBe(false)
    first.page.unmount()
    const second = await shown({ preview: () => Promise.resolve(pagesOf(1, 1)) })
    expect(second.at('paper-copy').text()).toBe('打印过了。这是第 2 次，纸上会注明“副本”。')
  })
})

describe('a paper on its way out', () => {
  it('is printed, and then shown as the copy the next one is', async () => {
    let copies = 0
    const { asked, at, press, revoked } = await shown({
      preview: () => Promise.resolve(pagesOf(1, copies++)),
    })
    await press('paper-print')
    expect(asked.print).toHaveBeenCalledOnce()
    expect(at('paper-told').text()).toBe('已送到打印机。')
    expect(at('paper-copy').text()).toContain('第 2 次')
    expect(revoked).toEqual(['blob:1'])
  })

  it.each([
    ['called-off', '没有打印，也没有保存。'],
    ['failed', '没有打印出来。请看打印机是否打开、有纸'],
    ['empty', '没有内容'],
  ] as const)('that came to nothing says so: %s', async (kind, words) => {
    const { asked, at, press } = await shown({ printed: { kind } })
    await press('paper-print')
    expect(at('paper-told').text()).toContain(words)
    expect(asked.preview).toHaveBeenCalledOnce()
  })

  it('is saved, with its name and its folder', async () => {
    const { at, press } = await shown()
    await press('paper-save')
    expect(at('paper-told').text()).toContain('已保存到“文档”文件夹：')
    expect(at('paper-told').text()).toContain('领卡单-2026-11-09.pdf')
  })

  it('is asked for once, however often it is pressed', async () => {
    const { asked, at, press } = await shown()
    let done: (answer: PaperPrinted) => void = () => undefined
    asked.print.mockReturnValue(new Promise((resolve) => (done = resolve)))
    await press('paper-print')
    expect(at('paper-print').text()).toBe('正在打印…')
    await press('paper-print')
    await press('paper-save')
    expect([asked.print.mock.calls.length, asked.save.mock.calls.length]).toEqual([1, 0])
    done({ kind: 'called-off' })
    await flushPromises()
    expect(at('paper-told').exists()).toBe(true)
  })

  it('that is refused says why; a PIN more is asked for', async () => {
    const { asked, at, press } = await shown()
    asked.save.mockRejectedValueOnce(new DeskError('db-full', 'full'))
    await press('paper-save')
    expect(at('paper-preview').find('[role="alert"]').text()).toContain('没有办成：')
    asked.save.mockRejectedValueOnce(new DeskError('re-auth-needed', 'PIN'))
    await press('paper-save')
    expect(useConfirming().wanted).toEqual({ of: 'own', why: 'papers.why' })
  })
})

describe('before there are pages', () => {
  it('nothing is said at once; then that it takes a moment', async () => {
    vi.useFakeTimers()
    const { at } = await shown({ preview: () => new Promise(() => undefined) })
    expect(at('paper-waiting').text()).toBe('')
    expect(at('paper-print').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(400)
    expect(at('paper-waiting').text()).toBe('正在排版…')
  })

  it('a failure says why and can be tried again', async () => {
    let tries = 0
    const { at, press, picture } = await shown({
      preview: () =>
        tries++ === 0
          ? Promise.reject(new DeskError('internal', 'not drawn'))
          : Promise.resolve(pagesOf(1)),
    })
    expect(at('paper-preview').find('[role="alert"]').text()).toContain('没有排出来：')
    expect(at('paper-save').exists()).toBe(false)
    await press('paper-again')
    expect(picture()).toBe('blob:1')
    expect(at('paper-preview').find('[role="alert"]').exists()).toBe(false)
  })

  it('nothing to print says what would bring something', async () => {
    const { page, at } = await shown({ preview: () => Promise.resolve({ kind: 'empty' }) })
    expect(page.text()).toContain('现在没有要打印的')
    expect(at('paper-print').exists()).toBe(false)
  })
})

it('closes by its button and by Escape', async () => {
  const { page, press, key } = await shown()
  await press('paper-close')
  await key('Escape')
  expect(page.emitted('close')).toHaveLength(2)
})

it('has the printer under the hand once the pages are there', async () => {
  const { at } = await shown()
  expect(document.activeElement).toBe(at('paper-print').element)
})

it('has every word in English', async () => {
  const warned = vi.spyOn(console, 'warn')
  const { page, press } = await shown({ language: 'en' })
  expect(page.text()).toContain('Page 1 of 3')
  await press('paper-print')
  expect(page.text()).toContain('Sent to the printer.')
  expect(warned).not.toHaveBeenCalled()
})
